/** The table of what authorities said to recommendations, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { Reply } from './recommendation.ts'

type ReplyRow = Reply & { readonly manufacturer_id: string }

function replies(handle: Handle): Kysely<{ readonly recommendation_replies: ReplyRow }> {
  return handle.withTables<{ readonly recommendation_replies: ReplyRow }>()
}

export async function insertReply(handle: Handle, row: ReplyRow): Promise<void> {
  await replies(handle).insertInto('recommendation_replies').values(row).execute()
}

/** To those determinations, each in its order. */
export async function repliesTo(handle: Handle, ids: readonly string[]): Promise<readonly Reply[]> {
  if (ids.length === 0) return []
  const rows = await replies(handle)
    .selectFrom('recommendation_replies')
    .selectAll()
    .where('determination_id', 'in', ids)
    .orderBy('position')
    .execute()
  return rows.map(({ manufacturer_id: _firm, ...reply }) => reply)
}
