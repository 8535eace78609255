/** The table of what anybody may learn of a letter by its number, and all the SQL that knows it. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { IssuedLetter } from './issued-letter.ts'

/** With the release by which it was determined. */
type Issued = IssuedLetter & { readonly release_id: string }

type LetterTables = { readonly issued_letters: Issued & { readonly ends: string | null } }

function letters(handle: Handle): Kysely<LetterTables> {
  return handle.withTables<LetterTables>()
}

export async function insertIssued(handle: Handle, letter: LetterTables['issued_letters']): Promise<void> {
  await letters(handle).insertInto('issued_letters').values(letter).execute()
}

/** The letter, and the one with which its effect ended. */
export async function findIssued(
  handle: Handle,
  number: string,
): Promise<{ readonly letter: Issued | undefined; readonly ended_by: IssuedLetter | undefined }> {
  // The rows show themselves to whoever names them.
  await sql`select set_config('maqami.letter', ${number}, true)`.execute(handle)
  const rows = await letters(handle)
    .selectFrom('issued_letters')
    .select(['number', 'kind', 'programme', 'rehearsal', 'issued_on', 'letter_hash', 'release_id'])
    .orderBy('issued_on')
    .execute()
  return { letter: rows.find((one) => one.number === number), ended_by: rows.find((one) => one.number !== number) }
}
