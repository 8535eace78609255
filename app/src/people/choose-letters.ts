/** How somebody wants to be written to: in which language, and whether he is reminded of what is due. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Language, ServerRefusal } from '../kernel/problem.ts'
import { isId } from '../kernel/identifiers.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { choicesOf, keepChoice } from './person-choices-table.ts'

export interface LettersChosen {
  readonly language: Language
  readonly reminders: boolean
}

/** Of who has not chosen. */
export const USUAL: LettersChosen = { language: 'en', reminders: true }

type SignInNeeded = Extract<ServerRefusal, { readonly code: 'sign_in_needed' }>

export async function chooseLetters(
  recorder: Recorder,
  actor: Actor,
  { language, reminders }: LettersChosen,
): Promise<Outcome<LettersChosen, SignInNeeded>> {
  if (!isId(actor.person)) return { refused: { code: 'sign_in_needed' } }
  return await recordCommand<LettersChosen, SignInNeeded>(recorder, actor, 'choose_letters', async (tables) => {
    await keepChoice(tables, { person_id: actor.person, language, reminders })
    return { done: { language, reminders }, subject: actor.person, details: { language, reminders } }
  })
}

export async function lettersChosen(database: Database, actor: Actor): Promise<LettersChosen> {
  if (!isId(actor.person)) return USUAL
  return await readAs(database, actor, async (tables) => await lettersChosenBy(tables, actor.person))
}

/** Within the transaction of whoever writes to him. */
export async function lettersChosenBy(tables: Handle, person: string): Promise<LettersChosen> {
  return (await choicesOf(tables, [person]))[0] ?? USUAL
}
