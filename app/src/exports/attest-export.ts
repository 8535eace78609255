/** Customs attests what left the country under a goods declaration. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { Evidence, ExportRefusal, NewEvidence } from './export.ts'
import { insertEvidence } from './export-evidence-table.ts'

/** What was attested of the line before stays, and counts no more. */
export async function attestExport(
  recorder: Recorder,
  actor: Actor,
  said: NewEvidence,
): Promise<Outcome<Evidence, ExportRefusal>> {
  const { exporter, goods_declaration, model, market, devices, fob_usd, exported_on } = said
  const about = { exporter, goods_declaration, model, market, devices, fob_usd, exported_on }
  return await recordCommand<Evidence, ExportRefusal>(recorder, actor, 'attest_export', async (tables) => {
    const today = todayText(recorder.clock)
    if (exported_on > today) return { refused: { code: 'export_not_yet', place: '/body/exported_on', today } }
    const attested_at = instantText(recorder.clock())
    const row = { id: recorder.makeId(), ...about, attested_at, attested_by: actor.person }
    await insertEvidence(tables, row)
    return { done: row, subject: `export ${goods_declaration}`, details: about }
  })
}
