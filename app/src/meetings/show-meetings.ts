/** What the pages of meetings and of the plan are given. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import { cursorAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { actionStateOn } from './meeting.ts'
import { milestoneStateOn } from './milestone.ts'
import { namesOfOwners, readColleagues, readMeeting, readMeetings, readOpenActions, readPlan } from './read-meetings.ts'

export async function showMeetings(context: PageContext, request: Request) {
  const after = cursorAsked(context, request)
  const { database, clock } = context.get(recorderContext)
  const { actor, may } = context.get(pageCall)
  const { items, next } = await readMeetings(database, actor, { cursor: after })
  const open = await readOpenActions(database, actor)
  const names = await namesOfOwners(
    database,
    actor,
    open.map(({ action }) => action.owner_id),
  )
  return {
    items: items.map(({ number, title, held_on, place }) => ({ number, title, held_on, place })),
    open: open.map(({ action, meeting }) => ({
      meeting,
      words: action.words,
      due_on: action.due_on,
      owner: names.get(action.owner_id),
      state: actionStateOn(action, todayText(clock)),
    })),
    after,
    next,
    mayRecord: may('record_meeting'),
  }
}

export async function showMeeting(context: PageContext, number: string | undefined) {
  const { database, clock } = context.get(recorderContext)
  const { actor, may } = context.get(pageCall)
  const meeting = settled(context, await readMeeting(database, actor, number ?? ''))
  const owners = meeting.actions.map(({ owner_id }) => owner_id)
  const names = await namesOfOwners(database, actor, owners)
  return {
    ...meeting,
    actions: meeting.actions.map(({ owner_id, agreed_by, ...action }) => ({
      ...action,
      owner: names.get(owner_id),
      state: actionStateOn(action, todayText(clock)),
      mayComplete: action.done === null && [owner_id, agreed_by].includes(actor.person),
    })),
    mayRecord: may('record_decision'),
  }
}

export type MeetingShown = Awaited<ReturnType<typeof showMeeting>>

/** What the forms of a meeting choose from. */
export async function showChoices(context: PageContext) {
  const { database } = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  const plan = await readPlan(database, actor)
  return {
    colleagues: await readColleagues(database, actor),
    milestones: plan.filter(({ reached }) => reached === null).map(({ id, number, title }) => ({ id, number, title })),
  }
}

export async function showPlan(context: PageContext) {
  const { database, clock } = context.get(recorderContext)
  const { actor, may } = context.get(pageCall)
  const plan = await readPlan(database, actor)
  const names = await namesOfOwners(
    database,
    actor,
    plan.map(({ owner_id }) => owner_id),
  )
  return {
    items: plan.map((one) => {
      const { id, number, title, due_on, owner_id, planned_by, reached } = one
      return {
        id,
        number,
        title,
        due_on,
        reached,
        owner: names.get(owner_id),
        after: plan.filter((other) => one.after.includes(other.id)).map((other) => other.number),
        state: milestoneStateOn(one, plan, todayText(clock)),
        mayReach: reached === null && [owner_id, planned_by].includes(actor.person),
      }
    }),
    mayPlan: may('plan_milestone'),
  }
}
