/** Somebody of the firm opens a letter, which for him is read from then on. */
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import { documentsFound } from '../../documents/read-document.ts'
import type { NoDocument } from '../../documents/document.ts'
import { instantText } from '../../kernel/clock.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import { insertOpened, openedAmong } from './letters-opened-table.ts'

/** The identifier of its document. Opened again it is written down no second time. */
export async function openLetter(
  recorder: Recorder,
  actor: Actor,
  letter_id: string,
): Promise<Outcome<string, NoDocument>> {
  const isOpened = await readAs(recorder.database, actor, async (tables) => await openedAmong(tables, [letter_id]))
  if (isOpened.has(letter_id)) return { done: letter_id }
  return await recordCommand<string, NoDocument>(recorder, actor, 'open_letter', async (tables) => {
    const [found] = await documentsFound(tables, [letter_id])
    if (found === undefined) return { refused: { code: 'document_unknown' } }
    await insertOpened(tables, { letter_id, person_id: actor.person, opened_at: instantText(recorder.clock()) })
    return { done: letter_id, subject: `document ${letter_id}`, details: { name: found.name } }
  })
}
