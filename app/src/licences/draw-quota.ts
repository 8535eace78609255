/** Customs books an import against the quota of a licence. A line of a customs entry is never counted twice. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { answerAt, type Licence, type LicenceRefusal } from './licence.ts'
import { findDraw, findLicence, insertDraw } from './licences-table.ts'
import { lineFor } from './scope.ts'

export interface DrawQuota {
  /** The number of the licence. */
  readonly licence: string
  /** The customs entry. */
  readonly entry: string
  readonly units: number
  /** The eight digits of the national line of the tariff. */
  readonly hs_line: string
  /** The day of the import. */
  readonly drawn_on: string
}

export async function drawQuota(
  recorder: Recorder,
  actor: Actor,
  { licence: number, entry, units, hs_line, drawn_on }: DrawQuota,
): Promise<Outcome<Licence, LicenceRefusal>> {
  const now = todayText(recorder.clock)
  if (drawn_on > now) return { refused: { code: 'day_ahead', day: drawn_on, today: now } }
  return await recordCommand<Licence, LicenceRefusal>(recorder, actor, 'draw_quota', async (tables) => {
    const licence = await findLicence(tables, number)
    if (licence === undefined) return { refused: { code: 'licence_unknown' } }
    if ((await findDraw(tables, licence.id, entry, hs_line)) !== undefined)
      return { refused: { code: 'entry_drawn', entry, hs_line } }
    const { allowed, because, remaining } = answerAt(licence, { day: drawn_on, units, hs_line })
    if (because === 'quota_used_up') return { refused: { code: 'quota_exceeded', remaining: remaining ?? 0, units } }
    if (because === 'out_of_scope') return { refused: { code: because, hs_line, day: drawn_on } }
    if (!allowed) return { refused: { code: 'licence_not_good', because, day: drawn_on } }
    const line = lineFor(licence.scope, hs_line, drawn_on)
    await insertDraw(tables, {
      id: recorder.makeId(),
      licence_id: licence.id,
      entry,
      units,
      hs_line,
      scope_position: line?.position ?? null,
      drawn_on,
      recorded_at: instantText(recorder.clock()),
      recorded_by: actor.person,
    })
    return {
      done: {
        ...licence,
        drawn: licence.drawn + units,
        scope: licence.scope.map((one) => (one === line ? { ...one, drawn: one.drawn + units } : one)),
      },
      subject: `licence ${number}`,
      details: { entry, units, hs_line, drawn_on },
    }
  })
}
