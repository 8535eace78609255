/** Destroys the bytes of a document within the transaction of whoever knows that their time is over. */
import type { Handle } from '../kernel/database.ts'
import { destroyBytes } from './documents-table.ts'

/** The hash of what was destroyed; undefined where somebody else has done it meanwhile. */
export async function destroyDocument(tables: Handle, id: string, day: string): Promise<string | undefined> {
  return await destroyBytes(tables, id, day)
}
