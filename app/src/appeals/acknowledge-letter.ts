/** The letters of an appeal, which summon to its hearing or hold its order: a signatory of the firm acknowledges each. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { actsFor } from '../manufacturers/life/read-life.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import { type Appeal, type AppealRefusal, letterSettled } from './appeal.ts'
import { findAppeal } from './appeals-table.ts'
import { recordEvent } from './record-event.ts'

export interface AcknowledgeLetter {
  readonly id: string
  /** The position of the event of which the letter tells. */
  readonly about: number
}

export async function acknowledgeLetter(
  recorder: Recorder,
  actor: Actor,
  { id, about }: AcknowledgeLetter,
): Promise<Outcome<Appeal, AppealRefusal | NotAuthorised>> {
  type Refused = AppealRefusal | NotAuthorised
  return await recordCommand<Appeal, Refused>(recorder, actor, 'acknowledge_appeal_letter', async (tables) => {
    const appeal = await findAppeal(tables, id)
    if (appeal === undefined) return { refused: { code: 'appeal_unknown' } }
    const firm = await actsFor(tables, actor.organization, appeal.manufacturer_id)
    if ('refused' in firm) return firm
    const { number } = appeal
    const letter = appeal.events.find(({ position, letter_id }) => position === about && letter_id !== null)
    if (letter === undefined) return { refused: { code: 'no_appeal_letter', number } }
    if (letterSettled(appeal, letter) !== undefined) return { refused: { code: 'letter_acknowledged', number } }
    const acknowledged = await recordEvent(tables, recorder, actor, appeal, { kind: 'acknowledged', words: '', about })
    return { done: acknowledged, subject: `appeal ${number}`, details: { about } }
  })
}
