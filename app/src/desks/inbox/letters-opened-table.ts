/** Who opened which letter, and when; everybody sees his own only. */
import type { Kysely } from 'kysely'
import type { Handle } from '../../kernel/database.ts'

interface OpenedRow {
  readonly letter_id: string
  readonly person_id: string
  readonly opened_at: string
}

type OpenedTables = { readonly letters_opened: OpenedRow }

function opened(handle: Handle): Kysely<OpenedTables> {
  return handle.withTables<OpenedTables>()
}

export async function insertOpened(handle: Handle, row: OpenedRow): Promise<void> {
  await opened(handle).insertInto('letters_opened').values(row).execute()
}

/** Those of the letters that the reader has opened. */
export async function openedAmong(handle: Handle, letters: readonly string[]): Promise<ReadonlySet<string>> {
  if (letters.length === 0) return new Set()
  const rows = await opened(handle)
    .selectFrom('letters_opened')
    .select('letter_id')
    .where('letter_id', 'in', letters)
    .execute()
  return new Set(rows.map(({ letter_id }) => letter_id))
}
