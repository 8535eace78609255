import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { namesIn } from '../people/name-people.ts'
import type { Meeting, MeetingRefusal } from './meeting.ts'
import { type ActionFound, findMeetingNumbered, listMeetings, listPlan, openActions } from './meetings-table.ts'
import type { Milestone } from './milestone.ts'
import { type Colleague, colleaguesOf } from './name-owners.ts'

export async function readMeeting(
  database: Database,
  actor: Actor,
  number: string,
): Promise<Outcome<Meeting, MeetingRefusal>> {
  const found = await readAs(database, actor, async (tables) => await findMeetingNumbered(tables, number))
  return found === undefined ? { refused: { code: 'meeting_unknown' } } : { done: found }
}

/** The newest first. */
export async function readMeetings(database: Database, actor: Actor, asked: PageAsked): Promise<ListPage<Meeting>> {
  return await readPage(database, actor, asked, 'newest_first', listMeetings)
}

/** Of all meetings those that are not done, what is due first before the others. */
export async function readOpenActions(database: Database, actor: Actor): Promise<readonly ActionFound[]> {
  return await readAs(database, actor, openActions)
}

/** Within the transaction of a page that shows several slices. */
export async function actionsOpen(tables: Handle): Promise<readonly ActionFound[]> {
  return await openActions(tables)
}

export async function readPlan(database: Database, actor: Actor): Promise<readonly Milestone[]> {
  const plan = await readAs(database, actor, listPlan)
  return plan.map(({ organization_id: _kept, ...milestone }) => milestone)
}

export async function readColleagues(database: Database, actor: Actor): Promise<readonly Colleague[]> {
  return await readAs(database, actor, async (tables) => await colleaguesOf(tables, actor))
}

export async function namesOfOwners(
  database: Database,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return await readAs(database, actor, async (tables: Handle) => await namesIn(tables, ids))
}
