/** An approving officer locks a period of a manufacturer, or unlocks it: whoever wants to know why reads the reason. */
import { formatDay } from '@maqami/engine/value/date.ts'
import { type Recorder, recordForFirm } from '../../audit-log/record-command.ts'
import { instantText, todayText } from '../../kernel/clock.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Actor } from '../../kernel/transaction.ts'
import type { ManufacturerRefusal } from '../../manufacturers/manufacturer.ts'
import { manufacturerIn } from '../../manufacturers/read-manufacturers.ts'
import type { NotInForce } from '../../policy-releases/policy-release.ts'
import { inForce } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { periodOf } from '../return-year.ts'
import { locksHolding, type PeriodLock } from './period-lock.ts'
import type { ReturnRefusal } from './return.ts'
import { insertLock, locksOf } from './period-locks-table.ts'

export interface LockPeriod extends Pick<PeriodLock, 'manufacturer_id' | 'programme' | 'period' | 'reason'> {
  readonly kind: PeriodLock['kind']
}

export async function lockPeriod(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { manufacturer_id, programme, period, kind, reason }: LockPeriod,
): Promise<Outcome<PeriodLock, ReturnRefusal | ManufacturerRefusal | NotInForce>> {
  return await recordForFirm<PeriodLock, ReturnRefusal | ManufacturerRefusal | NotInForce>(
    recorder,
    actor,
    { command: 'lock_period', firm: manufacturer_id },
    async (tables) => {
      if ((await manufacturerIn(tables, manufacturer_id)) === undefined)
        return { refused: { code: 'manufacturer_unknown' } }
      const law = await inForce(tables, programme, todayText(recorder.clock))
      if ('refused' in law) return law
      const { yearStarts } = shelf.open(law.done).engine.programme.heading
      // A year where it can be one: 2006-07 is no month.
      const [year, month] = [{ period: 'year' }, { period: 'month' }] as const
      const about = periodOf(period, year, yearStarts) ?? periodOf(period, month, yearStarts)
      if (about === undefined) return { refused: { code: 'period_unknown', period, example: '2026-27' } }
      const holding = locksHolding(await locksOf(tables, { manufacturer_id, programme })).find(
        (one) => one.period === period,
      )
      if (kind === 'locked' && holding !== undefined)
        return { refused: { code: 'period_locked', period, reason: holding.reason } }
      if (kind === 'unlocked' && holding === undefined) return { refused: { code: 'period_not_locked', period } }
      const lock: PeriodLock = {
        id: recorder.makeId(),
        manufacturer_id,
        programme,
        period,
        first_on: formatDay(about.first),
        last_on: formatDay(about.last),
        kind,
        reason,
        recorded_at: instantText(recorder.clock()),
        recorded_by: actor.person,
      }
      await insertLock(tables, lock)
      return { done: lock, subject: `manufacturer ${manufacturer_id}`, details: { programme, period, kind, reason } }
    },
  )
}
