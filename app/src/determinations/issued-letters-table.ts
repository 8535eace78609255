/** The table of what anybody may learn of a letter by its number, and all the SQL that knows it. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { IssuedLetter } from './issued-letter.ts'

/** With the release by which it was determined. */
type Issued = IssuedLetter & { readonly release_id: string }

type LetterTables = {
  readonly issued_letters: Omit<Issued, 'letter_hash'> & {
    readonly letter_hash: string | null
    readonly ends: string | null
  }
}

function letters(handle: Handle): Kysely<LetterTables> {
  return handle.withTables<LetterTables>()
}

export async function insertIssued(handle: Handle, letter: LetterTables['issued_letters']): Promise<void> {
  await letters(handle).insertInto('issued_letters').values(letter).execute()
}

/** Of the file, once it is printed. */
export async function setLetterHash(handle: Handle, number: string, letter_hash: string): Promise<void> {
  await ask(handle, number)
  const set = letters(handle).updateTable('issued_letters').set({ letter_hash }).where('number', '=', number)
  if ((await set.returning('number').execute()).length !== 1) throw new Error(`the letter ${number} has its hash`)
}

/** The rows show themselves to whoever names them. */
async function ask(handle: Handle, number: string): Promise<void> {
  await sql`select set_config('maqami.letter', ${number}, true)`.execute(handle)
}

/** The letter where it is printed, and the one with which its effect ended. */
export async function findIssued(
  handle: Handle,
  number: string,
): Promise<{ readonly letter: Issued | undefined; readonly ended_by: Omit<IssuedLetter, 'letter_hash'> | undefined }> {
  await ask(handle, number)
  const rows = await letters(handle)
    .selectFrom('issued_letters')
    .select(['number', 'kind', 'programme', 'rehearsal', 'issued_on', 'letter_hash', 'release_id'])
    .orderBy('issued_on')
    .execute()
  const own = rows.find((one) => one.number === number)
  const letter = own === undefined || own.letter_hash === null ? undefined : { ...own, letter_hash: own.letter_hash }
  return { letter, ended_by: rows.find((one) => one.number !== number) }
}
