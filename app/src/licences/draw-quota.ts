/** Customs books an import against the quota of a licence or a concession. A line of a customs entry is never counted twice. */
import { type Recorder, recordCounted } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { HeldDraw } from './draw.ts'
import { findAtGate, findDrawOf, insertDraw } from './draws-table.ts'
import { answerAt, type GateAnswer, type GateLicence } from './gate.ts'
import type { LicenceRefusal } from './licence.ts'
import { referLateDraw } from './refer-late-draw.ts'
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
  /** The reversed draw of the same line in whose place it is booked. */
  readonly replaces?: string | null
  /** The goods were let in already, on an answer that was kept or by hand: what cannot be booked is then put before an officer. */
  readonly let_in?: boolean
}

/** The same once more: it is answered as it was, and nothing is recorded. */
interface DrawnBefore {
  readonly code: 'drawn_before'
  readonly draw: HeldDraw
}

export async function drawQuota(
  recorder: Recorder,
  actor: Actor,
  input: DrawQuota,
): Promise<Outcome<HeldDraw, LicenceRefusal>> {
  const now = todayText(recorder.clock)
  const { licence: number, entry, units, hs_line, drawn_on, replaces = null } = input
  if (drawn_on > now) return { refused: { code: 'day_ahead', day: drawn_on, today: now } }
  const outcome = await recordCounted<HeldDraw, LicenceRefusal | DrawnBefore>(
    recorder,
    actor,
    'draw_quota',
    async (tables) => {
      const [licence, before] = await Promise.all([
        findAtGate(tables, number),
        findDrawOf(tables, number, entry, hs_line),
      ])
      if (licence === undefined) return { refused: { code: 'licence_unknown' } }
      const refused = drawnBefore(before, input) ?? notLetIn(licence, input)
      if (refused !== undefined) return { refused }
      const draw = {
        id: recorder.makeId(),
        licence_id: licence.id,
        entry,
        units,
        hs_line,
        scope_position: lineFor(licence.scope, hs_line, drawn_on)?.position ?? null,
        drawn_on,
        replaces,
        recorded_at: instantText(recorder.clock()),
        recorded_by: actor.person,
      }
      const remaining = insertDraw(tables, draw)
      return {
        done: remaining.then((left) => ({ ...draw, remaining: left, licence: number, reversed: null })),
        subject: `licence ${number}`,
        details: { draw: draw.id, entry, units, hs_line, drawn_on, ...(replaces !== null && { replaces }) },
      }
    },
  )
  if ('done' in outcome) return outcome
  const { refused } = outcome
  if (refused.code === 'drawn_before') return { done: refused.draw }
  const uncovered = input.let_in === true ? uncoveredBy(refused) : undefined
  if (uncovered === undefined) return { refused }
  await referLateDraw(recorder, actor, input, uncovered.because, uncovered.remaining)
  return { refused: { code: 'late_draw', entry, day: drawn_on, because: uncovered.because } }
}

/** `before` is the last one of the same line of the same entry. What was reversed is booked anew only by who says so, and not by a message that comes late. */
function drawnBefore(before: HeldDraw | undefined, input: DrawQuota): LicenceRefusal | DrawnBefore | undefined {
  const { entry, units, hs_line, drawn_on, replaces = null } = input
  const notReplaced = { code: 'draw_not_replaced', place: '/body/replaces' } as const
  if (before === undefined) return replaces === null ? undefined : notReplaced
  if (before.reversed !== null) {
    if (replaces === before.id) return undefined
    return replaces === null ? { code: 'draw_reversed', entry, draw: before.id } : notReplaced
  }
  const isSame =
    before.units === units && before.hs_line === hs_line && before.drawn_on === drawn_on && before.replaces === replaces
  return isSame ? { code: 'drawn_before', draw: before } : { code: 'entry_drawn', entry, hs_line }
}

function notLetIn(licence: GateLicence, { units, hs_line, drawn_on: day }: DrawQuota): LicenceRefusal | undefined {
  const { allowed, because, remaining } = answerAt(licence, { day, units, hs_line })
  if (because === 'quota_used_up' || because === 'quota_restricted')
    return { code: 'quota_exceeded', remaining: remaining ?? 0, units }
  if (because === 'out_of_scope') return { code: because, hs_line, day }
  return allowed ? undefined : { code: 'licence_not_good', because, day }
}

/** Why the licence does not cover the import; undefined where it was refused for something else. */
function uncoveredBy(refused: LicenceRefusal): Pick<GateAnswer, 'because' | 'remaining'> | undefined {
  const { code } = refused
  if (code === 'quota_exceeded') return { because: 'quota_used_up', remaining: refused.remaining }
  if (code === 'out_of_scope') return { because: code, remaining: null }
  return code === 'licence_not_good' ? { because: refused.because, remaining: null } : undefined
}
