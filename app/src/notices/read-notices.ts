import { formatDay } from '@maqami/engine/value/date.ts'
import type { Considered } from '../determinations/letter.ts'
import { dayAt } from '../kernel/clock.ts'
import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { eventsOfKind, type Notice, type NoticeRefusal, saidOf } from './notice.ts'
import { findNotice, findNoticeOf, listNotices, noticesOf, noticesUncured } from './notices-table.ts'

/** Another firm's notice does not exist for the reader. */
export async function readNotice(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<Notice, NoticeRefusal>> {
  const found = await readAs(database, actor, async (tables) => await findNotice(tables, id))
  return found === undefined ? { refused: { code: 'notice_unknown' } } : { done: found }
}

/** Of these determinations, within the transaction of a page that shows several slices. */
export async function noticesIn(tables: Handle, determinations: readonly string[]): Promise<readonly Notice[]> {
  return await noticesOf(tables, determinations)
}

/** What a manufacturer has not cured, newest first. */
/** What the firm said to the notice of a failure, and what was made of it. */
export async function consideredOf(tables: Handle, failure: string): Promise<readonly Considered[]> {
  const notice = await findNoticeOf(tables, failure)
  if (notice === undefined) return []
  return eventsOfKind(notice, 'answered').map((answer) => ({
    said_on: formatDay(dayAt(answer.recorded_at)),
    said: answer.words ?? '',
    found: saidOf(notice, answer, 'considered')?.words ?? null,
  }))
}

export async function noticesOpen(tables: Handle, manufacturer: string): Promise<readonly Notice[]> {
  return await noticesUncured(tables, manufacturer)
}

/** A page of those that the reader may see, newest first. */
export async function readNotices(database: Database, actor: Actor, asked: PageAsked): Promise<ListPage<Notice>> {
  return await readPage(database, actor, asked, 'newest_first', listNotices)
}

/** Within the transaction of a page that shows several slices. */
export async function noticeIn(tables: Handle, id: string): Promise<Notice | undefined> {
  return await findNotice(tables, id)
}
