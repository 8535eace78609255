/** What was done to a thing, as far as the reader may know, within the transaction in which he is found to see it. */
import type { Handle } from '../kernel/database.ts'
import { type ListPage, type PageAsked, pageIn } from '../kernel/read-page.ts'
import { listEventsAbout } from './audit-log-table.ts'
import type { AuditEvent } from './event.ts'

/** A page of the events about these subjects, newest first. */
export async function eventsAbout(
  tables: Handle,
  subjects: readonly string[],
  asked: PageAsked,
): Promise<ListPage<AuditEvent>> {
  return await pageIn(asked, 'newest_first', async (before, limit) => {
    return await listEventsAbout(tables, subjects, before, limit)
  })
}
