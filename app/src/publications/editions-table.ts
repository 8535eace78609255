/** The table of editions, and all the SQL that knows it. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'

export interface EditionRow {
  readonly id: string
  readonly programme: string
  readonly year: string
  readonly edition: number
  /** Canonical JSON of `EditionContent`. */
  readonly content: string
  readonly hash: string
  readonly published_at: string
  readonly published_by: string
}

function editions(handle: Handle): Kysely<{ readonly editions: EditionRow }> {
  return handle.withTables<{ readonly editions: EditionRow }>()
}

export async function insertEdition(handle: Handle, row: EditionRow): Promise<void> {
  await editions(handle).insertInto('editions').values(row).execute()
}

/** Of a year, the first one first. */
export async function listEditionsOf(handle: Handle, programme: string, year: string): Promise<readonly EditionRow[]> {
  const all = editions(handle).selectFrom('editions').selectAll().where('programme', '=', programme)
  return await all.where('year', '=', year).orderBy('edition').execute()
}

export async function listEditions(handle: Handle, cursor: string, limit: number): Promise<readonly EditionRow[]> {
  const all = editions(handle).selectFrom('editions').selectAll().where('id', '<', cursor)
  return await all.orderBy('id', 'desc').limit(limit).execute()
}

/** Of each year the last one. */
export async function lastEditionsUnder(handle: Handle, programme: string): Promise<readonly EditionRow[]> {
  const all = editions(handle).selectFrom('editions').distinctOn('year').selectAll().where('programme', '=', programme)
  return await all.orderBy('year').orderBy('edition', 'desc').execute()
}

export async function countEditions(handle: Handle, since: string): Promise<number> {
  const all = editions(handle).selectFrom('editions').where('published_at', '>', since)
  const row = await all.select(sql<number>`count(*)::int`.as('count')).executeTakeFirst()
  return row?.count ?? 0
}
