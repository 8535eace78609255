/** Meetings, their actions and the plan, for officers. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import type { FileRefusal } from '../documents/document.ts'
import { answerShown } from '../kernel/answer-shown.ts'
import { type Authority, OFFICER_ROLES } from '../kernel/authority.ts'
import { todayText } from '../kernel/clock.ts'
import { DAY, HASH, ID, listOf, oneOf, orNull, PAGE_QUERY, REASON, text } from '../kernel/field-schemas.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Once, type Route, route, uploadRoute } from '../kernel/route.ts'
import { ACTION_STATES, actionStateOn, LARGEST_PAPER, type Meeting, type MeetingRefusal } from './meeting.ts'
import { type Milestone, MILESTONE_STATES, type MilestoneRefusal, milestoneStateOn } from './milestone.ts'
import { planMilestone, reachMilestone } from './plan-milestone.ts'
import { readMeeting, readMeetings, readPlan } from './read-meetings.ts'
import { agreeAction, completeAction, keepPaper, recordDecision, recordMeeting } from './record-meeting.ts'

export const meetingsAuthority = {
  see_meetings: OFFICER_ROLES,
  record_meeting: ['case_officer', 'policy_officer'],
  keep_meeting_paper: ['case_officer', 'policy_officer'],
  record_decision: ['case_officer', 'policy_officer'],
  agree_action: ['case_officer', 'policy_officer'],
  complete_action: OFFICER_ROLES,
  plan_milestone: ['case_officer', 'policy_officer'],
  reach_milestone: OFFICER_ROLES,
} as const satisfies Authority

const MEETING_NUMBER = Type.String({ pattern: '^MTG-\\d{6,12}$' })
const BY_NUMBER = Type.Object({ number: MEETING_NUMBER })
const BY_ID = Type.Object({ id: ID })
const MOST_ITEMS = 50
const ITEM = Type.Integer({ minimum: 1, maximum: MOST_ITEMS })
const MOST_ORGANIZATIONS = 100

const MEETING = {
  title: text(200),
  held_on: DAY,
  place: text(200),
  agenda: Type.Array(text(200), { minItems: 1, maxItems: MOST_ITEMS }),
  attendance: Type.Array(Type.Object({ organization: text(200), people: text(500) }), {
    maxItems: MOST_ORGANIZATIONS,
  }),
}

const ACTION = { item: ITEM, words: REASON, owner_id: ID, due_on: DAY, milestone_id: orNull(ID) }

const MEETING_SHOWN = Type.Object({
  id: ID,
  number: MEETING_NUMBER,
  ...MEETING,
  papers: Type.Array(Type.Object({ item: Type.Integer(), document_id: ID, document_hash: HASH, name: Type.String() })),
  decisions: Type.Array(Type.Object({ item: Type.Integer(), words: Type.String() })),
  actions: Type.Array(
    Type.Object({
      id: ID,
      ...ACTION,
      state: oneOf(...ACTION_STATES),
      done: orNull(Type.Object({ done_on: DAY, words: Type.String() })),
    }),
  ),
})

const PLANNED = { title: text(200), owner_id: ID, due_on: DAY, after: Type.Array(ID, { maxItems: MOST_ITEMS }) }
const MILESTONE = Type.Object({
  id: ID,
  number: Type.String({ pattern: '^MS-\\d{6,12}$' }),
  ...PLANNED,
  reached: orNull(Type.Object({ reached_on: DAY, words: Type.String() })),
})

type Refused = MeetingRefusal | MilestoneRefusal | FileRefusal

/** Who wrote it down is in the log. */
function shownBy({ clock }: Pick<Recorder, 'clock'>) {
  return (meeting: Meeting) => ({
    done: {
      ...meeting,
      actions: meeting.actions.map(({ agreed_by: _by, ...action }) => ({
        ...action,
        state: actionStateOn(action, todayText(clock)),
      })),
    },
  })
}

function milestoneShown({ planned_by: _by, ...milestone }: Milestone) {
  return { done: milestone }
}

export function meetingsRoutes(recorder: Recorder): readonly Route<Refused>[] {
  return [...meetingRoutes(recorder), ...planRoutes(recorder)]
}

function meetingRoutes(recorder: Recorder): readonly Route<Refused>[] {
  const { database } = recorder
  const shown = shownBy(recorder)
  const answered = async (once: Once | undefined, run: (recording: Recorder) => Promise<Outcome<Meeting, Refused>>) =>
    await answerShown(recorder, once, shown, run)
  return [
    route({
      method: 'GET',
      url: '/api/meetings',
      command: 'see_meetings',
      summary: 'Meetings with their minutes, the newest first',
      query: PAGE_QUERY,
      done: listOf(MEETING_SHOWN),
      run: async ({ actor, query }) => {
        const { items, next } = await readMeetings(database, actor, query)
        return { done: { items: items.map((one) => shown(one).done), next } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/meetings/:number',
      command: 'see_meetings',
      summary: 'One meeting: agenda, papers, who came, decisions and actions',
      params: BY_NUMBER,
      done: MEETING_SHOWN,
      run: async ({ actor, params }) => {
        const found = await readMeeting(database, actor, params.number)
        return 'refused' in found ? found : shown(found.done)
      },
    }),
    route({
      method: 'POST',
      url: '/api/meetings',
      command: 'record_meeting',
      summary: 'Record a meeting that was held',
      body: Type.Object(MEETING),
      done: MEETING_SHOWN,
      run: async ({ actor, once, body }) =>
        await answered(once, async (recording) => await recordMeeting(recording, actor, body)),
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/meetings/:number/papers',
      command: 'keep_meeting_paper',
      summary: 'Keep a paper as it lay before the meeting, under an item of its agenda',
      upload: { media_type: 'application/octet-stream', largest: LARGEST_PAPER },
      params: BY_NUMBER,
      query: Type.Object({ name: text(200), item: ITEM }),
      done: MEETING_SHOWN,
      run: async ({ actor, once, params, query, body }) =>
        await answered(
          once,
          async (recording) => await keepPaper(recording, actor, { ...params, ...query, bytes: body }),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/meetings/:number/decisions',
      command: 'record_decision',
      summary: 'Record what a meeting decided on an item',
      params: BY_NUMBER,
      body: Type.Object({ item: ITEM, words: REASON }),
      done: MEETING_SHOWN,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await recordDecision(recording, actor, { ...params, ...body })),
    }),
    route({
      method: 'POST',
      url: '/api/meetings/:number/actions',
      command: 'agree_action',
      summary: 'Record who does what by when; the owner is reminded',
      params: BY_NUMBER,
      body: Type.Object(ACTION),
      done: MEETING_SHOWN,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await agreeAction(recording, actor, { ...params, ...body })),
    }),
    route({
      method: 'POST',
      url: '/api/meeting-actions/:id/completion',
      command: 'complete_action',
      summary: 'Say that an action is done, and what was done',
      params: BY_ID,
      body: Type.Object({ words: REASON }),
      done: MEETING_SHOWN,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await completeAction(recording, actor, { ...params, ...body })),
    }),
  ]
}

function planRoutes(recorder: Recorder): readonly Route<Refused>[] {
  const { database, clock } = recorder
  return [
    route({
      method: 'GET',
      url: '/api/milestones',
      command: 'see_meetings',
      summary: 'The plan of implementation, by day',
      done: Type.Object({
        items: Type.Array(Type.Intersect([MILESTONE, Type.Object({ state: oneOf(...MILESTONE_STATES) })])),
      }),
      run: async ({ actor }) => {
        const plan = await readPlan(database, actor)
        const items = plan.map((one) => ({
          ...milestoneShown(one).done,
          state: milestoneStateOn(one, plan, todayText(clock)),
        }))
        return { done: { items } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/milestones',
      command: 'plan_milestone',
      summary: 'Put a milestone into the plan, with what has to be reached before',
      body: Type.Object(PLANNED),
      done: MILESTONE,
      run: async ({ actor, once, body }) =>
        await answerShown(recorder, once, milestoneShown, async (recording) => {
          return await planMilestone(recording, actor, body)
        }),
    }),
    route({
      method: 'POST',
      url: '/api/milestones/:id/reaching',
      command: 'reach_milestone',
      summary: 'Say that a milestone is reached, and how that is seen',
      params: BY_ID,
      body: Type.Object({ reached_on: DAY, words: REASON }),
      done: MILESTONE,
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, milestoneShown, async (recording) => {
          return await reachMilestone(recording, actor, { ...params, ...body })
        }),
    }),
  ]
}
