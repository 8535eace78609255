/** The tables of notices, and all the SQL that knows them. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import { holidaysIn } from '../holidays/read-holidays.ts'
import { type IssuedNotice, type Notice, type NoticeEvent, standingOf } from './notice.ts'

type NoticeTables = { readonly notices: IssuedNotice; readonly notice_events: NoticeEvent }

function notices(handle: Handle): Kysely<NoticeTables> {
  return handle.withTables<NoticeTables>()
}

export async function insertNotice(handle: Handle, notice: IssuedNotice): Promise<void> {
  await notices(handle).insertInto('notices').values(notice).execute()
}

export async function insertNoticeEvent(handle: Handle, event: NoticeEvent): Promise<void> {
  await notices(handle).insertInto('notice_events').values(event).execute()
}

export async function findNotice(handle: Handle, id: string): Promise<Notice | undefined> {
  const row = await notices(handle).selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst()
  return (await withEvents(handle, row === undefined ? [] : [row]))[0]
}

export async function findNoticeOf(handle: Handle, determination: string): Promise<Notice | undefined> {
  const all = notices(handle).selectFrom('notices').selectAll()
  const row = await all.where('determination_id', '=', determination).executeTakeFirst()
  return (await withEvents(handle, row === undefined ? [] : [row]))[0]
}

/** A page of those that the reader may see, newest first. */
export async function listNotices(handle: Handle, before: string, limit: number): Promise<readonly Notice[]> {
  const all = notices(handle).selectFrom('notices').selectAll()
  return await withEvents(handle, await all.where('id', '<', before).orderBy('id', 'desc').limit(limit).execute())
}

/** Of these determinations. */
export async function noticesOf(handle: Handle, determinations: readonly string[]): Promise<readonly Notice[]> {
  if (determinations.length === 0) return []
  const all = notices(handle).selectFrom('notices').selectAll()
  return await withEvents(handle, await all.where('determination_id', 'in', determinations).execute())
}

/** Of a manufacturer, those of which no cure is recorded, newest first. */
export async function noticesUncured(handle: Handle, manufacturer: string): Promise<readonly Notice[]> {
  const all = notices(handle).selectFrom('notices').selectAll().where('manufacturer_id', '=', manufacturer)
  const cured = notices(handle).selectFrom('notice_events').select('notice_id').where('kind', '=', 'cured')
  return await withEvents(handle, await all.where('id', 'not in', cured).orderBy('id', 'desc').execute())
}

async function withEvents(handle: Handle, rows: readonly IssuedNotice[]): Promise<readonly Notice[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const all = notices(handle).selectFrom('notice_events').selectAll()
  const events = await all.where('notice_id', 'in', ids).orderBy('position').execute()
  const eventsOf = Map.groupBy(events, (event) => event.notice_id)
  const holidays = await holidaysIn(handle)
  return rows.map((row) => standingOf(row, eventsOf.get(row.id) ?? [], holidays))
}
