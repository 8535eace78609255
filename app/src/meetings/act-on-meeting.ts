/** What the forms of meetings and of the plan do. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY, ID, REASON, text } from '../kernel/field-schemas.ts'
import { idAsked, mustBeAllowed, notHere, type PageContext, pageCall, seeOther } from '../pages/page-call.ts'
import { type FormRefusal, readForm, sentBack, sentFile } from '../pages/read-form.ts'
import type { Attendance } from './meeting.ts'
import type { MilestoneRefusal } from './milestone.ts'
import { planMilestone, reachMilestone } from './plan-milestone.ts'
import { readPlan } from './read-meetings.ts'
import { agreeAction, completeAction, keepPaper, recordDecision, recordMeeting } from './record-meeting.ts'

export const MEETING_FORMS = ['paper', 'decision', 'action', 'done'] as const
export type MeetingForm = (typeof MEETING_FORMS)[number]

export function formAsked(context: PageContext, what: string | undefined): MeetingForm {
  const found = MEETING_FORMS.find((one) => one === what)
  if (found === undefined) throw notHere(context)
  return found
}

const MOST_LINES = 50

/** What stands in each line, without the empty ones; undefined where there are too many, or one is too long. */
export function linesRead(typed: string, longest: number, most = MOST_LINES): readonly string[] | undefined {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.length <= most && lines.every((line) => Array.from(line).length <= longest) ? lines : undefined
}

/** `Indus Works | A. Khan, S. Bibi`; undefined where a line is something else. */
export function attendanceRead(typed: string): readonly Attendance[] | undefined {
  const lines = linesRead(typed, 703, 100)?.map((line): Attendance | undefined => {
    const [organization = '', people = '', ...more] = line.split('|').map((part) => part.trim())
    const fits = isSaid(organization, 200) && isSaid(people, 500) && more.length === 0
    return fits ? { organization, people } : undefined
  })
  const read = lines?.filter((line) => line !== undefined)
  return read?.length === lines?.length ? read : undefined
}

function isSaid(part: string, longest: number): boolean {
  return part !== '' && Array.from(part).length <= longest
}

function unfit(field: string): FormRefusal {
  return { code: 'field_unfit', place: `/body/${field}` }
}

export async function enterMeeting(context: PageContext, form: FormData) {
  const properties = {
    title: text(200),
    held_on: DAY,
    place: text(200),
    agenda: text(12_000),
    attendance: text(72_000, 0),
  }
  const { typed, read } = readForm(form, { properties })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { title, held_on, place } = read.done
  const agenda = linesRead(read.done.agenda, 200)
  if (agenda === undefined) return sentBack(context, unfit('agenda'), typed)
  const attendance = attendanceRead(read.done.attendance)
  if (attendance === undefined) return sentBack(context, unfit('attendance'), typed)
  const said = { title, held_on, place, agenda, attendance }
  const recorded = await recordMeeting(context.get(recorderContext), context.get(pageCall).actor, said)
  return 'refused' in recorded
    ? sentBack(context, recorded.refused, typed)
    : seeOther(`/meetings/${recorded.done.number}`, 'recorded')
}

const NO_FILE: FormRefusal = { code: 'field_empty', place: '/body/file' }
const NOT_IN_PLAN: MilestoneRefusal = { code: 'milestone_unknown', place: '/body/after' }
const ITEM = { pattern: '^[1-9]\\d?$' }

export async function actOnMeeting(
  context: PageContext,
  { number, what }: { readonly number: string; readonly what: MeetingForm },
  form: FormData,
) {
  switch (what) {
    case 'paper':
      return await paper(context, number, form)
    case 'decision':
      return await decide(context, number, form)
    case 'action':
      return await agree(context, number, form)
    case 'done':
      return await complete(context, number, form)
  }
}

async function paper(context: PageContext, number: string, form: FormData) {
  mustBeAllowed(context, 'keep_meeting_paper')
  const { typed, read } = readForm(form, { properties: { item: ITEM } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const file = sentFile(form, 'file')
  if (file === undefined) return sentBack(context, NO_FILE, typed)
  const kept = await keepPaper(context.get(recorderContext), context.get(pageCall).actor, {
    number,
    item: Number(read.done.item),
    name: file.name,
    bytes: Buffer.from(await file.arrayBuffer()),
  })
  const controls = { file_type_unfit: 'file', agenda_item_unknown: 'item' }
  return 'refused' in kept ? sentBack(context, kept.refused, typed, controls) : seeOther(`/meetings/${number}`, 'paper')
}

async function decide(context: PageContext, number: string, form: FormData) {
  mustBeAllowed(context, 'record_decision')
  const { typed, read } = readForm(form, { properties: { item: ITEM, words: REASON } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const said = { number, item: Number(read.done.item), words: read.done.words }
  const decided = await recordDecision(context.get(recorderContext), context.get(pageCall).actor, said)
  return 'refused' in decided ? sentBack(context, decided.refused, typed) : seeOther(`/meetings/${number}`, 'decision')
}

async function agree(context: PageContext, number: string, form: FormData) {
  mustBeAllowed(context, 'agree_action')
  const properties = { item: ITEM, words: REASON, owner_id: ID, due_on: DAY, milestone_id: text(36, 0) }
  const { typed, read } = readForm(form, { properties })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { item, words, owner_id, due_on, milestone_id: serves } = read.done
  const milestone_id = serves === '' ? null : idAsked(context, serves)
  const said = { number, item: Number(item), words, owner_id, due_on, milestone_id }
  const agreed = await agreeAction(context.get(recorderContext), context.get(pageCall).actor, said)
  return 'refused' in agreed ? sentBack(context, agreed.refused, typed) : seeOther(`/meetings/${number}`, 'action')
}

async function complete(context: PageContext, number: string, form: FormData) {
  mustBeAllowed(context, 'complete_action')
  const { typed, read } = readForm(form, { properties: { action: ID, words: REASON } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const said = { id: read.done.action, words: read.done.words }
  const completed = await completeAction(context.get(recorderContext), context.get(pageCall).actor, said)
  return 'refused' in completed ? sentBack(context, completed.refused, typed) : seeOther(`/meetings/${number}`, 'done')
}

export async function enterMilestone(context: PageContext, form: FormData) {
  mustBeAllowed(context, 'plan_milestone')
  const properties = { title: text(200), owner_id: ID, due_on: DAY, after: text(1000, 0) }
  const { typed, read } = readForm(form, { properties })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const recorder = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  const { title, owner_id, due_on } = read.done
  const named = linesRead(read.done.after, 20)
  const plan = await readPlan(recorder.database, actor)
  const after = plan.filter(({ number }) => named?.includes(number) ?? false).map(({ id }) => id)
  if (named === undefined || after.length < new Set(named).size) return sentBack(context, NOT_IN_PLAN, typed)
  const planned = await planMilestone(recorder, actor, { title, owner_id, due_on, after })
  return 'refused' in planned ? sentBack(context, planned.refused, typed) : seeOther('/plan', 'planned')
}

export async function sayReached(context: PageContext, id: string, form: FormData) {
  const { typed, read } = readForm(form, { properties: { reached_on: DAY, words: REASON } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { reached_on, words } = read.done
  const said = { id, reached_on, words }
  const reached = await reachMilestone(context.get(recorderContext), context.get(pageCall).actor, said)
  return 'refused' in reached ? sentBack(context, reached.refused, typed) : seeOther('/plan', 'reached')
}
