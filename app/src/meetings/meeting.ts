/** A meeting in which the programme is steered: what was laid before it, who came, what was decided, and who does what by when. */

export interface Attendance {
  readonly organization: string
  /** Their names, as the minutes give them. */
  readonly people: string
}

/** A file as it lay on the table. Items of the agenda count from 1. */
export interface Paper {
  readonly item: number
  readonly document_id: string
  readonly document_hash: string
  readonly name: string
}

export interface Decision {
  readonly item: number
  readonly words: string
}

/** What somebody answers for until a day, and what became of it. */
export interface Owned {
  readonly owner_id: string
  /** The last day. */
  readonly due_on: string
}

export interface Action extends Owned {
  readonly id: string
  readonly item: number
  readonly words: string
  /** That it serves; null where it serves none. */
  readonly milestone_id: string | null
  readonly agreed_by: string
  readonly done: ActionDone | null
}

export interface ActionDone {
  readonly done_on: string
  readonly words: string
}

export interface Meeting {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly held_on: string
  readonly place: string
  readonly agenda: readonly string[]
  /** These lists stand in the order in which they were recorded. */
  readonly attendance: readonly Attendance[]
  readonly papers: readonly Paper[]
  readonly decisions: readonly Decision[]
  readonly actions: readonly Action[]
}

/** In bytes. */
export const LARGEST_PAPER = 10 * 1024 * 1024

export const ACTION_STATES = ['open', 'overdue', 'done'] as const
export type ActionState = (typeof ACTION_STATES)[number]

/** On its last day an action is not overdue yet. */
export function actionStateOn({ done, due_on }: Pick<Action, 'done' | 'due_on'>, day: string): ActionState {
  if (done !== null) return 'done'
  return due_on < day ? 'overdue' : 'open'
}

export type MeetingRefusal =
  | { readonly code: 'meeting_unknown' }
  | { readonly code: 'meeting_ahead'; readonly place: '/body/held_on'; readonly today: string }
  | { readonly code: 'agenda_item_unknown'; readonly place: '/body/item' | '/querystring/item'; readonly last: number }
  | { readonly code: 'owner_unknown'; readonly place: '/body/owner_id' }
  | { readonly code: 'action_due_early'; readonly place: '/body/due_on'; readonly held_on: string }
  | { readonly code: 'action_unknown' }
  | { readonly code: 'action_done' }
  | { readonly code: 'not_owner' }

/** What lies ahead has no minutes. */
export function unfitMeeting({ held_on }: Pick<Meeting, 'held_on'>, today: string): MeetingRefusal | undefined {
  return held_on > today ? { code: 'meeting_ahead', place: '/body/held_on', today } : undefined
}

export function unfitItem(
  { agenda }: Pick<Meeting, 'agenda'>,
  item: number,
  place: '/body/item' | '/querystring/item',
): MeetingRefusal | undefined {
  return item > agenda.length ? { code: 'agenda_item_unknown', place, last: agenda.length } : undefined
}

export function unfitAction(
  meeting: Pick<Meeting, 'agenda' | 'held_on'>,
  { item, due_on }: Pick<Action, 'item' | 'due_on'>,
): MeetingRefusal | undefined {
  const { held_on } = meeting
  if (due_on < held_on) return { code: 'action_due_early', place: '/body/due_on', held_on }
  return unfitItem(meeting, item, '/body/item')
}

/** It is for its owner to say that it is done, or for whoever wrote it down. */
export function unfitDone(
  { owner_id, agreed_by, done }: Pick<Action, 'owner_id' | 'agreed_by' | 'done'>,
  person: string,
): MeetingRefusal | undefined {
  if (done !== null) return { code: 'action_done' }
  return person === owner_id || person === agreed_by ? undefined : { code: 'not_owner' }
}
