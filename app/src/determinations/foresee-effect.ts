/** Reads from the registers what a determination would bring about, and the hash that covers it together with the determination. */
import { hashOf } from '@maqami/engine/canonical/canonical.ts'
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import type { AssessmentRefusal } from '../assessments/filed/assessment.ts'
import { type Made, madeAssessment } from '../assessments/filed/make-assessment.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { drawnSince } from '../licences/read-draws.ts'
import type { Determination, DeterminationRefusal } from './determination.ts'
import { determinationsAbout, findDetermination } from './determinations-table.ts'
import { type Foreseen, foreseen, isForeseen, LATELY_DAYS } from './foreseen-effect.ts'
import { type EffectPlan, planEffect } from './plan-effect.ts'
import { chargedWithout, yearAtStake } from './read-stakes.ts'
import { signedPart } from './signed-determination.ts'

export interface Foresight {
  readonly plan: EffectPlan
  /** Null of a kind that reaches no licence and imposes nothing. */
  readonly effect: Foreseen | null
  /** What an approving officer signs: the determination, with its effect where it has one to show. */
  readonly shown_hash: string
}

/** As the registers stand within this transaction; `on` is the day of the approval. */
export async function foreseeEffect(
  tables: Handle,
  shelf: ReleaseShelf,
  made: Made,
  determination: Determination,
  on: string,
): Promise<Foresight> {
  const plan = await planEffect(tables, determination, on)
  if (!isForeseen(determination.kind))
    return { plan, effect: null, shown_hash: await hashOf(signedPart(determination, null)) }
  const since = daysBefore(on)
  const drawn = await drawnSince(
    tables,
    plan.licences.map(({ licence }) => licence.id),
    since,
  )
  const all = await determinationsAbout(tables, determination)
  const at_stake = await yearAtStake(tables, made)
  const without_concession = await chargedWithout(tables, shelf, made, determination, on)
  const effect = foreseen(determination, { on, since, plan, drawn, all, at_stake, without_concession })
  return { plan, effect, shown_hash: await hashOf(signedPart(determination, effect)) }
}

function daysBefore(day: string): string {
  const parsed = parseDay(day)
  if (parsed === undefined) throw new RangeError(`${day} is no day`)
  return formatDay(parsed - LATELY_DAYS)
}

/** What would follow if it were approved today; of one that is decided, nothing does. */
export async function readForesight(
  { database, clock }: Pick<Recorder, 'database' | 'clock'>,
  shelf: ReleaseShelf,
  actor: Actor,
  number: string,
): Promise<Outcome<Foresight, DeterminationRefusal | AssessmentRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await findDetermination(tables, number)
    if (found === undefined) return { refused: { code: 'determination_unknown' } }
    if (found.decided !== null) return { refused: { code: 'determination_decided', number } }
    const made = await madeAssessment(tables, shelf, found.assessment_id)
    return 'refused' in made ? made : { done: await foreseeEffect(tables, shelf, made.done, found, todayText(clock)) }
  })
}
