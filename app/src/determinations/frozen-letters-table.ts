/** The table of what letters say, as it was frozen when their determinations were approved, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'

export interface FrozenLetter {
  readonly determination_id: string
  readonly manufacturer_id: string
  readonly number: string
  /** Canonical JSON of exactly what was signed. */
  readonly signed: string
  /** Canonical JSON of what the letter says: see `BundledLetter`. */
  readonly letter: string
  readonly letter_hash: string
  /** In whose name it is printed, and for which regulator. */
  readonly approved_by: string
  readonly approved_for: string
}

function frozen(handle: Handle): Kysely<{ readonly frozen_letters: FrozenLetter }> {
  return handle.withTables<{ readonly frozen_letters: FrozenLetter }>()
}

export async function insertFrozen(handle: Handle, letter: FrozenLetter): Promise<void> {
  await frozen(handle).insertInto('frozen_letters').values(letter).execute()
}

/** Undefined where nobody approved it, where the reader may not see it, or where it was printed when it was approved. */
export async function findFrozen(handle: Handle, number: string): Promise<FrozenLetter | undefined> {
  return await frozen(handle).selectFrom('frozen_letters').selectAll().where('number', '=', number).executeTakeFirst()
}
