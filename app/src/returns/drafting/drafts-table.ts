/** The table of drafts of returns, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { ReturnDraft } from './draft-lines.ts'

function drafts(handle: Handle): Kysely<{ readonly return_drafts: ReturnDraft }> {
  return handle.withTables<{ readonly return_drafts: ReturnDraft }>()
}

export async function findDraft(handle: Handle, id: string): Promise<ReturnDraft | undefined> {
  return await drafts(handle).selectFrom('return_drafts').selectAll().where('return_id', '=', id).executeTakeFirst()
}

export async function insertDraft(handle: Handle, draft: ReturnDraft): Promise<void> {
  await drafts(handle).insertInto('return_drafts').values(draft).execute()
}

/** False where it is no longer at that revision. */
export async function changeDraft(handle: Handle, seen: number, draft: ReturnDraft): Promise<boolean> {
  const { return_id, revision, content, changed_at, changed_by } = draft
  const { numUpdatedRows } = await drafts(handle)
    .updateTable('return_drafts')
    .set({ revision, content, changed_at, changed_by })
    .where('return_id', '=', return_id)
    .where('revision', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False where it is no longer at that revision. */
export async function removeDraft(
  handle: Handle,
  { return_id, revision }: Pick<ReturnDraft, 'return_id' | 'revision'>,
): Promise<boolean> {
  const { numDeletedRows } = await drafts(handle)
    .deleteFrom('return_drafts')
    .where('return_id', '=', return_id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
