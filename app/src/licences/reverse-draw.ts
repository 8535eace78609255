/** Customs takes back what it booked, wholly and once: the units count as not drawn, and both the booking and its reversal stay. */
import { type Recorder, recordCounted } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { HeldDraw } from './draw.ts'
import { findDraw, insertReversal } from './draws-table.ts'
import type { LicenceRefusal } from './licence.ts'

export interface ReverseDraw {
  /** The number of the licence. */
  readonly licence: string
  readonly draw: string
  readonly reason: string
}

export async function reverseDraw(
  recorder: Recorder,
  actor: Actor,
  { licence: number, draw: id, reason }: ReverseDraw,
): Promise<Outcome<HeldDraw, LicenceRefusal>> {
  return await recordCounted<HeldDraw, LicenceRefusal>(recorder, actor, 'reverse_draw', async (tables) => {
    const draw = await findDraw(tables, id)
    if (draw === undefined || draw.licence !== number) return { refused: { code: 'draw_unknown' } }
    const { licence_id, entry, units, hs_line } = draw
    if (draw.reversed !== null) return { refused: { code: 'draw_reversed', entry, draw: id } }
    const reversed = { reason, recorded_at: instantText(recorder.clock()), recorded_by: actor.person }
    await insertReversal(tables, { draw_id: id, licence_id, ...reversed })
    return {
      done: { ...draw, reversed },
      subject: `licence ${number}`,
      details: { draw: id, entry, units, hs_line: hs_line ?? '', reason },
    }
  })
}
