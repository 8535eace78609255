/** Makes known to whoever holds the letter of an order that it was served: by the number of its appeal, as letters of determinations are by theirs. */
import type { Handle } from '../kernel/database.ts'
import type { Determination } from './determination.ts'
import type { IssuedLetter } from './issued-letter.ts'
import { insertIssued } from './issued-letters-table.ts'

/** Within the transaction that records the order; the database refuses one without it. */
export async function issueOrder(
  tables: Handle,
  { programme, rehearsal, release_id }: Pick<Determination, 'programme' | 'rehearsal' | 'release_id'>,
  letter: Pick<IssuedLetter, 'number' | 'issued_on' | 'letter_hash'>,
): Promise<void> {
  await insertIssued(tables, { ...letter, kind: 'order', programme, rehearsal, release_id, ends: null })
}
