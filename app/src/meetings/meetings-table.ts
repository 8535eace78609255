/** The tables of meetings and of the plan, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Action, ActionDone, Attendance, Decision, Meeting, Paper } from './meeting.ts'
import type { Milestone } from './milestone.ts'

type Row = Pick<Meeting, 'id' | 'number' | 'title' | 'held_on' | 'place' | 'agenda'>
type ActionRow = Omit<Action, 'done'> & { readonly meeting_id: string }
type MilestoneRow = Omit<Milestone, 'after' | 'reached'>

interface Mark {
  readonly recorded_at: string
  readonly recorded_by: string
}

interface Placed {
  readonly meeting_id: string
  readonly position: number
}

interface Kept {
  readonly organization_id: string
}

type MeetingTables = {
  readonly meetings: Row & Mark & Kept
  readonly meeting_attendances: Attendance & Placed
  readonly meeting_papers: Paper & Placed & { readonly recorded_by: string }
  readonly meeting_decisions: Decision & Placed & { readonly recorded_by: string }
  readonly meeting_actions: ActionRow & { readonly agreed_at: string }
  readonly meeting_actions_done: ActionDone & Mark & { readonly action_id: string }
  readonly milestones: MilestoneRow & Kept & { readonly planned_at: string }
  readonly milestone_dependencies: { readonly milestone_id: string; readonly after_id: string }
  readonly milestones_reached: Mark & {
    readonly milestone_id: string
    readonly reached_on: string
    readonly words: string
  }
  readonly owner_reminders: OwnerReminder
}

export interface OwnerReminder {
  readonly item: string
  readonly person_id: string
  readonly step: number
  readonly reminded_at: string
}

function meetings(handle: Handle): Kysely<MeetingTables> {
  return handle.withTables<MeetingTables>()
}

/** `MTG-000012`, `MS-000003`. One that was not used in the end leaves a gap. */
export async function nextNumber(handle: Handle, of: 'meeting' | 'milestone'): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval(${`${of}_numbers`}) as next`.execute(handle)
  const next = rows[0]?.next
  if (next === undefined) throw new Error(`the sequence of ${of} numbers gave nothing`)
  return `${of === 'meeting' ? 'MTG' : 'MS'}-${String(next).padStart(6, '0')}`
}

export async function insertMeeting(
  handle: Handle,
  row: MeetingTables['meetings'],
  attendance: readonly Attendance[],
): Promise<void> {
  await meetings(handle).insertInto('meetings').values(row).execute()
  const rows = attendance.map((one, nth) => ({ ...one, meeting_id: row.id, position: nth + 1 }))
  if (rows.length > 0) await meetings(handle).insertInto('meeting_attendances').values(rows).execute()
}

export async function insertPaper(handle: Handle, row: MeetingTables['meeting_papers']): Promise<void> {
  await meetings(handle).insertInto('meeting_papers').values(row).execute()
}

export async function insertDecision(handle: Handle, row: MeetingTables['meeting_decisions']): Promise<void> {
  await meetings(handle).insertInto('meeting_decisions').values(row).execute()
}

export async function insertAction(handle: Handle, row: MeetingTables['meeting_actions']): Promise<void> {
  await meetings(handle).insertInto('meeting_actions').values(row).execute()
}

/** False where somebody else has said so meanwhile. */
export async function insertActionDone(handle: Handle, row: MeetingTables['meeting_actions_done']): Promise<boolean> {
  const inserted = await meetings(handle)
    .insertInto('meeting_actions_done')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('action_id')
    .execute()
  return inserted.length > 0
}

export async function insertMilestone(
  handle: Handle,
  row: MeetingTables['milestones'],
  after: readonly string[],
): Promise<void> {
  await meetings(handle).insertInto('milestones').values(row).execute()
  const rows = after.map((after_id) => ({ milestone_id: row.id, after_id }))
  if (rows.length > 0) await meetings(handle).insertInto('milestone_dependencies').values(rows).execute()
}

export async function insertReached(handle: Handle, row: MeetingTables['milestones_reached']): Promise<boolean> {
  const inserted = await meetings(handle)
    .insertInto('milestones_reached')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('milestone_id')
    .execute()
  return inserted.length > 0
}

/** False where he was reminded before. */
export async function insertOwnerReminder(handle: Handle, reminder: OwnerReminder): Promise<boolean> {
  const inserted = await meetings(handle)
    .insertInto('owner_reminders')
    .values(reminder)
    .onConflict((conflict) => conflict.doNothing())
    .returning('step')
    .execute()
  return inserted.length > 0
}

export async function findMeetingNumbered(handle: Handle, number: string): Promise<Meeting | undefined> {
  return (await whole(handle, await selected(handle).where('number', '=', number).execute()))[0]
}

/** The newest first. */
export async function listMeetings(handle: Handle, before: string, limit: number): Promise<readonly Meeting[]> {
  const rows = await selected(handle).where('id', '<', before).orderBy('id', 'desc').limit(limit).execute()
  return await whole(handle, rows)
}

function selected(handle: Handle) {
  return meetings(handle).selectFrom('meetings').select(['id', 'number', 'title', 'held_on', 'place', 'agenda'])
}

async function whole(handle: Handle, rows: readonly Row[]): Promise<readonly Meeting[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const tables = meetings(handle)
  const attendances = await tables
    .selectFrom('meeting_attendances')
    .selectAll()
    .where('meeting_id', 'in', ids)
    .orderBy('position')
    .execute()
  const papers = await tables
    .selectFrom('meeting_papers')
    .selectAll()
    .where('meeting_id', 'in', ids)
    .orderBy('position')
    .execute()
  const decisions = await tables
    .selectFrom('meeting_decisions')
    .selectAll()
    .where('meeting_id', 'in', ids)
    .orderBy('position')
    .execute()
  const actions = (await actionRows(handle).where('meeting_id', 'in', ids).orderBy('id').execute()).map(actionOf)
  return rows.map((row) => ({
    ...row,
    attendance: attendances
      .filter(({ meeting_id }) => meeting_id === row.id)
      .map(({ organization, people }) => ({ organization, people })),
    papers: papers
      .filter(({ meeting_id }) => meeting_id === row.id)
      .map(({ item, document_id, document_hash, name }) => ({ item, document_id, document_hash, name })),
    decisions: decisions.filter(({ meeting_id }) => meeting_id === row.id).map(({ item, words }) => ({ item, words })),
    actions: actions.filter(({ meeting_id }) => meeting_id === row.id).map(({ action }) => action),
  }))
}

/** Where the next entry of a meeting stands. */
export async function nextPosition(
  handle: Handle,
  table: 'meeting_papers' | 'meeting_decisions',
  meeting_id: string,
): Promise<number> {
  const row = await meetings(handle)
    .selectFrom(table)
    .select(({ fn }) => fn.max('position').as('last'))
    .where('meeting_id', '=', meeting_id)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

function actionRows(handle: Handle) {
  return meetings(handle)
    .selectFrom('meeting_actions as action')
    .innerJoin('meetings', 'meetings.id', 'action.meeting_id')
    .leftJoin('meeting_actions_done as done', 'done.action_id', 'action.id')
    .select([
      'action.id',
      'action.meeting_id',
      'action.item',
      'action.words',
      'action.owner_id',
      'action.due_on',
      'action.milestone_id',
      'action.agreed_by',
      'done.done_on',
      'done.words as done_words',
      'meetings.number as meeting',
      'meetings.organization_id',
    ])
}

export interface ActionFound extends Kept {
  readonly action: Action
  /** The number of the meeting. */
  readonly meeting: string
  readonly meeting_id: string
}

function actionOf(row: Awaited<ReturnType<ReturnType<typeof actionRows>['execute']>>[number]): ActionFound {
  const { done_on, done_words, meeting, meeting_id, organization_id, ...action } = row
  const done = done_on === null || done_words === null ? null : { done_on, words: done_words }
  return { action: { ...action, done }, meeting, meeting_id, organization_id }
}

/** Of all meetings those that are not done, what is due first before the others. */
export async function openActions(handle: Handle): Promise<readonly ActionFound[]> {
  const rows = await actionRows(handle)
    .where('done.action_id', 'is', null)
    .orderBy('action.due_on')
    .orderBy('action.id')
    .execute()
  return rows.map(actionOf)
}

export async function findAction(handle: Handle, id: string): Promise<ActionFound | undefined> {
  const row = await actionRows(handle).where('action.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : actionOf(row)
}

/** The whole plan, by day. */
export async function listPlan(handle: Handle): Promise<readonly (Milestone & Kept)[]> {
  const rows = await meetings(handle)
    .selectFrom('milestones')
    .leftJoin('milestones_reached as reached', 'reached.milestone_id', 'milestones.id')
    .select(['id', 'number', 'title', 'owner_id', 'due_on', 'planned_by', 'organization_id'])
    .select(['reached.reached_on', 'reached.words'])
    .orderBy('due_on')
    .orderBy('number')
    .execute()
  const dependencies = await meetings(handle)
    .selectFrom('milestone_dependencies')
    .selectAll()
    .orderBy('after_id')
    .execute()
  return rows.map(({ reached_on, words, ...row }) => ({
    ...row,
    after: dependencies.filter(({ milestone_id }) => milestone_id === row.id).map(({ after_id }) => after_id),
    reached: reached_on === null || words === null ? null : { reached_on, words },
  }))
}
