/** An officer records a meeting, the papers that lay before it, what was decided, and who does what by when. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import type { FileRefusal } from '../documents/document.ts'
import { fileNamed, typeOfFile } from '../documents/file-type.ts'
import { keepDocument } from '../documents/keep-document.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import {
  type Action,
  type Decision,
  type Meeting,
  type MeetingRefusal,
  type Paper,
  unfitAction,
  unfitDone,
  unfitItem,
  unfitMeeting,
} from './meeting.ts'
import {
  findAction,
  findMeetingNumbered,
  insertAction,
  insertActionDone,
  insertDecision,
  insertMeeting,
  insertPaper,
  listPlan,
  nextNumber,
  nextPosition,
} from './meetings-table.ts'
import type { MilestoneRefusal } from './milestone.ts'
import { isColleague } from './name-owners.ts'

export type NewMeeting = Pick<Meeting, 'title' | 'held_on' | 'place' | 'agenda' | 'attendance'>

export async function recordMeeting(
  recorder: Recorder,
  actor: Actor,
  { title, held_on, place, agenda, attendance }: NewMeeting,
): Promise<Outcome<Meeting, MeetingRefusal>> {
  const unfit = unfitMeeting({ held_on }, todayText(recorder.clock))
  if (unfit !== undefined) return { refused: unfit }
  return await recordCommand<Meeting, MeetingRefusal>(recorder, actor, 'record_meeting', async (tables) => {
    const number = await nextNumber(tables, 'meeting')
    const row = { id: recorder.makeId(), number, title, held_on, place, agenda }
    const came = attendance.map(({ organization, people }) => ({ organization, people }))
    const mark = { recorded_at: instantText(recorder.clock()), recorded_by: actor.person }
    await insertMeeting(tables, { ...row, ...mark, organization_id: actor.organization ?? '' }, came)
    return {
      done: { ...row, attendance: came, papers: [], decisions: [], actions: [] },
      subject: `meeting ${number}`,
      details: { title, held_on, place, agenda, attendance: came },
    }
  })
}

export async function keepPaper(
  recorder: Recorder,
  actor: Actor,
  {
    number,
    item,
    ...file
  }: {
    readonly number: string
    readonly item: number
    readonly name: string
    readonly bytes: Buffer
  },
): Promise<Outcome<Meeting, MeetingRefusal | FileRefusal>> {
  const media_type = typeOfFile(file.bytes)
  if (media_type === undefined) return { refused: { code: 'file_type_unfit' } }
  return await recordCommand<Meeting, MeetingRefusal>(recorder, actor, 'keep_meeting_paper', async (tables) => {
    const found = await findMeetingNumbered(tables, number)
    if (found === undefined) return { refused: { code: 'meeting_unknown' } }
    const unfit = unfitItem(found, item, '/querystring/item')
    if (unfit !== undefined) return { refused: unfit }
    const organization = actor.organization ?? ''
    const { id, hash, name } = await keepDocument(tables, recorder, actor, {
      organization,
      media_type,
      name: fileNamed(file.name, media_type),
      bytes: file.bytes,
    })
    const paper: Paper = { item, document_id: id, document_hash: hash, name }
    const position = await nextPosition(tables, 'meeting_papers', found.id)
    await insertPaper(tables, { ...paper, meeting_id: found.id, position, recorded_by: actor.person })
    return {
      done: { ...found, papers: [...found.papers, paper] },
      subject: `meeting ${number}`,
      details: { item, name, document: hash },
    }
  })
}

export async function recordDecision(
  recorder: Recorder,
  actor: Actor,
  { number, item, words }: Decision & { readonly number: string },
): Promise<Outcome<Meeting, MeetingRefusal>> {
  return await recordCommand<Meeting, MeetingRefusal>(recorder, actor, 'record_decision', async (tables) => {
    const found = await findMeetingNumbered(tables, number)
    if (found === undefined) return { refused: { code: 'meeting_unknown' } }
    const unfit = unfitItem(found, item, '/body/item')
    if (unfit !== undefined) return { refused: unfit }
    const position = await nextPosition(tables, 'meeting_decisions', found.id)
    await insertDecision(tables, { item, words, meeting_id: found.id, position, recorded_by: actor.person })
    return {
      done: { ...found, decisions: [...found.decisions, { item, words }] },
      subject: `meeting ${number}`,
      details: { item, words },
    }
  })
}

export type NewAction = Pick<Action, 'item' | 'words' | 'owner_id' | 'due_on' | 'milestone_id'>

export async function agreeAction(
  recorder: Recorder,
  actor: Actor,
  { number, item, words, owner_id, due_on, milestone_id }: NewAction & { readonly number: string },
): Promise<Outcome<Meeting, MeetingRefusal | MilestoneRefusal>> {
  return await recordCommand<Meeting, MeetingRefusal | MilestoneRefusal>(
    recorder,
    actor,
    'agree_action',
    async (tables) => {
      const found = await findMeetingNumbered(tables, number)
      if (found === undefined) return { refused: { code: 'meeting_unknown' } }
      const said = { item, words, owner_id, due_on, milestone_id }
      const unfit = unfitAction(found, said) ?? (await unfitTies(tables, actor, said))
      if (unfit !== undefined) return { refused: unfit }
      const row = { ...said, id: recorder.makeId(), agreed_by: actor.person }
      await insertAction(tables, { ...row, meeting_id: found.id, agreed_at: instantText(recorder.clock()) })
      return {
        done: { ...found, actions: [...found.actions, { ...row, done: null }] },
        subject: `meeting ${number}`,
        details: { action: row.id, ...said },
      }
    },
  )
}

async function unfitTies(
  tables: Handle,
  actor: Actor,
  { owner_id, milestone_id }: Pick<NewAction, 'owner_id' | 'milestone_id'>,
): Promise<MeetingRefusal | MilestoneRefusal | undefined> {
  if (!(await isColleague(tables, actor, owner_id))) return { code: 'owner_unknown', place: '/body/owner_id' }
  if (milestone_id === null || (await listPlan(tables)).some(({ id }) => id === milestone_id)) return undefined
  return { code: 'milestone_unknown', place: '/body/milestone_id' }
}

/** On the day that it is. */
export async function completeAction(
  recorder: Recorder,
  actor: Actor,
  { id, words }: { readonly id: string; readonly words: string },
): Promise<Outcome<Meeting, MeetingRefusal>> {
  return await recordCommand<Meeting, MeetingRefusal>(recorder, actor, 'complete_action', async (tables) => {
    const found = await findAction(tables, id)
    if (found === undefined) return { refused: { code: 'action_unknown' } }
    const unfit = unfitDone(found.action, actor.person)
    if (unfit !== undefined) return { refused: unfit }
    const done = { done_on: todayText(recorder.clock), words }
    const mark = { recorded_at: instantText(recorder.clock()), recorded_by: actor.person }
    if (!(await insertActionDone(tables, { ...done, ...mark, action_id: id })))
      return { refused: { code: 'action_done' } }
    const meeting = await findMeetingNumbered(tables, found.meeting)
    if (meeting === undefined) throw new Error(`the action ${id} is of no meeting`)
    return { done: meeting, subject: `meeting ${found.meeting}`, details: { action: id, ...done } }
  })
}
