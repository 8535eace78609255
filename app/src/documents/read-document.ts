import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { Document, DocumentListed, NoDocument } from './document.ts'
import { documentsById, findDocument, findDocumentHash } from './documents-table.ts'

/** Somebody else's document does not exist for the reader. */
export async function readDocument(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<Document, NoDocument>> {
  return await readAs(database, actor, async (tables) => await documentIn(tables, id))
}

export async function documentIn(tables: Handle, id: string): Promise<Outcome<Document, NoDocument>> {
  const found = await findDocument(tables, id)
  if (found === undefined) return { refused: { code: 'document_unknown' } }
  const { bytes, destroyed_on, ...known } = found
  if (destroyed_on !== null) return { refused: { code: 'document_destroyed', destroyed_on } }
  if (bytes === null) throw new Error(`the document ${id} has no bytes`)
  return { done: { ...known, bytes } }
}

/** By their identifiers, those that the reader may see, for a page that leads to them. */
export async function readDocumentsListed(
  database: Database,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DocumentListed>> {
  const found = await readAs(database, actor, async (tables) => await documentsById(tables, ids))
  return new Map(found.map((one) => [one.id, one]))
}

export async function documentHashIn(tables: Handle, id: string): Promise<string | undefined> {
  return await findDocumentHash(tables, id)
}

/** By their identifiers, those that the reader may see, within the transaction of a page that shows several slices. */
export async function documentsFound(tables: Handle, ids: readonly string[]): Promise<readonly DocumentListed[]> {
  return await documentsById(tables, ids)
}
