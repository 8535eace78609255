/** The table of documents, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Document, DocumentListed, StoredDocument } from './document.ts'

function documents(handle: Handle): Kysely<{ readonly documents: StoredDocument }> {
  return handle.withTables<{ readonly documents: StoredDocument }>()
}

export async function insertDocument(handle: Handle, document: Document): Promise<void> {
  await documents(handle)
    .insertInto('documents')
    .values({ ...document, destroyed_on: null })
    .execute()
}

export async function findDocument(handle: Handle, id: string): Promise<StoredDocument | undefined> {
  return await documents(handle).selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Without its bytes. */
export async function findDocumentHash(handle: Handle, id: string): Promise<string | undefined> {
  const row = await documents(handle).selectFrom('documents').select('hash').where('id', '=', id).executeTakeFirst()
  return row?.hash
}

/** Those of them that the reader may see, without their bytes. */
export async function documentsById(handle: Handle, ids: readonly string[]): Promise<readonly DocumentListed[]> {
  if (ids.length === 0) return []
  return await documents(handle)
    .selectFrom('documents')
    .select(['id', 'organization', 'name', 'media_type', 'hash', 'kept_at', 'kept_by', 'destroyed_on'])
    .where('id', 'in', ids)
    .execute()
}

/** Its hash; undefined where somebody else has destroyed it meanwhile. */
export async function destroyBytes(handle: Handle, id: string, destroyed_on: string): Promise<string | undefined> {
  const set = documents(handle).updateTable('documents').set({ bytes: null, destroyed_on })
  const row = await set.where('id', '=', id).where('destroyed_on', 'is', null).returning('hash').executeTakeFirst()
  return row?.hash
}
