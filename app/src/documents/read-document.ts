import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { Document, NoDocument } from './document.ts'
import { documentsById, findDocument, findDocumentHash } from './documents-table.ts'

/** Somebody else's document does not exist for the reader. */
export async function readDocument(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<Document, NoDocument>> {
  const document = await readAs(database, actor, async (tables) => await documentIn(tables, id))
  return document === undefined ? { refused: { code: 'document_unknown' } } : { done: document }
}

export async function documentIn(tables: Handle, id: string): Promise<Document | undefined> {
  return await findDocument(tables, id)
}

export async function documentHashIn(tables: Handle, id: string): Promise<string | undefined> {
  return await findDocumentHash(tables, id)
}

/** By their identifiers, those that the reader may see, within the transaction of a page that shows several slices. */
export async function documentsFound(
  tables: Handle,
  ids: readonly string[],
): Promise<readonly Omit<Document, 'bytes'>[]> {
  return await documentsById(tables, ids)
}
