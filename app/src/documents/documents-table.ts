/** The table of documents, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Document } from './document.ts'

function documents(handle: Handle): Kysely<{ readonly documents: Document }> {
  return handle.withTables<{ readonly documents: Document }>()
}

export async function insertDocument(handle: Handle, document: Document): Promise<void> {
  await documents(handle).insertInto('documents').values(document).execute()
}

export async function findDocument(handle: Handle, id: string): Promise<Document | undefined> {
  return await documents(handle).selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Without its bytes. */
export async function findDocumentHash(handle: Handle, id: string): Promise<string | undefined> {
  const row = await documents(handle).selectFrom('documents').select('hash').where('id', '=', id).executeTakeFirst()
  return row?.hash
}

/** Those of them that the reader may see, without their bytes. */
export async function documentsById(
  handle: Handle,
  ids: readonly string[],
): Promise<readonly Omit<Document, 'bytes'>[]> {
  if (ids.length === 0) return []
  return await documents(handle)
    .selectFrom('documents')
    .select(['id', 'organization', 'name', 'media_type', 'hash', 'kept_at', 'kept_by'])
    .where('id', 'in', ids)
    .execute()
}
