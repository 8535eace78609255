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
