/** How people want to be written to, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Language } from '../kernel/problem.ts'

export interface PersonChoice {
  readonly person_id: string
  readonly language: Language
  /** Whether he is reminded of what is due. */
  readonly reminders: boolean
}

function choices(handle: Handle): Kysely<{ readonly person_choices: PersonChoice }> {
  return handle.withTables<{ readonly person_choices: PersonChoice }>()
}

export async function keepChoice(handle: Handle, choice: PersonChoice): Promise<void> {
  const { language, reminders } = choice
  await choices(handle)
    .insertInto('person_choices')
    .values(choice)
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ language, reminders }))
    .execute()
}

/** Of those of them who have chosen. */
export async function choicesOf(handle: Handle, people: readonly string[]): Promise<readonly PersonChoice[]> {
  if (people.length === 0) return []
  return await choices(handle).selectFrom('person_choices').selectAll().where('person_id', 'in', people).execute()
}
