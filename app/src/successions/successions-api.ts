/** What happens to firms, and who is bound on a day. */
import { type Static, Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import { DAY, ID, INSTANT, oneOf, orNull, PROGRAMME, REASON, text } from '../kernel/field-schemas.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import { type Route, route } from '../kernel/route.ts'
import type { FirmEventRefusal } from '../manufacturers/life/life.ts'
import type { ManufacturerRefusal } from '../manufacturers/manufacturer.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { approveEvent, declineEvent, withdrawEvent } from './decide-event.ts'
import { type ProposeEvent, proposeEvent } from './propose-event.ts'
import { readBound } from './read-bound.ts'
import { readEvent, readEvents } from './read-events.ts'

export const successionsAuthority = {
  propose_firm_event: ['case_officer'],
  approve_firm_event: ['approving_officer'],
  decline_firm_event: ['approving_officer'],
  withdraw_firm_event: ['case_officer'],
  see_firm_events: [...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

const NUMBER = Type.String({ pattern: '^(IL|MA|CN)-\\d{6,12}$' })
const MOST_FIRMS = 20
const MOST_LICENCES = 1000

const PARTS = Type.Array(Type.Object({ firm_id: ID, licences: Type.Array(NUMBER, { maxItems: MOST_LICENCES }) }), {
  minItems: 2,
  maxItems: MOST_FIRMS,
})

const OF_ALL = { firm_id: ID, effective_on: DAY, reason: REASON, follows: orNull(REASON) }

/** Without space around it. */
const NAME = Type.String({ minLength: 2, maxLength: 200, pattern: '^\\S.*\\S$' })

const PROPOSAL = Type.Union([
  Type.Object({ kind: Type.Literal('renamed'), new_name: NAME, ...OF_ALL }),
  Type.Object({ kind: oneOf('merged', 'succeeded'), answers_id: ID, licences_pass: Type.Boolean(), ...OF_ALL }),
  Type.Object({ kind: Type.Literal('split'), answers_id: ID, parts: PARTS, ...OF_ALL }),
])

const EVENT = Type.Object({
  id: ID,
  firm_id: ID,
  kind: oneOf('renamed', 'merged', 'succeeded', 'split'),
  effective_on: DAY,
  reason: Type.String(),
  new_name: orNull(Type.String()),
  answers_id: orNull(ID),
  licences_pass: orNull(Type.Boolean()),
  parts: Type.Array(Type.Object({ firm_id: ID, licences: Type.Array(NUMBER) })),
  follows: orNull(Type.String()),
  proposed_at: INSTANT,
  proposed_by: Type.String(),
  decided: orNull(
    Type.Object({
      kind: oneOf('approved', 'declined', 'withdrawn'),
      reason: orNull(Type.String()),
      names: orNull(Type.Record(Type.String(), Type.String())),
      recorded_at: INSTANT,
      recorded_by: Type.String(),
    }),
  ),
})

const NAMED = Type.Object({ id: ID, name: Type.String() })

const BOUND = Type.Object({
  on: DAY,
  firm: NAMED,
  answers: NAMED,
  licences: Type.Array(
    Type.Object({
      number: NUMBER,
      programme: PROGRAMME,
      status: oneOf('not_yet_valid', 'good', 'suspended', 'withdrawn', 'revoked', 'expired'),
      holder: NAMED,
    }),
  ),
  agreements: Type.Array(
    Type.Object({
      id: ID,
      programme: PROGRAMME,
      brand: Type.String(),
      models: Type.Array(Type.String()),
      maker: NAMED,
      owner: Type.String(),
      bound: NAMED,
    }),
  ),
  made: orNull(Type.Object({ agreement_id: orNull(ID), bound: NAMED })),
})

const BY_ID = Type.Object({ id: ID })
const WITH_REASON = Type.Object({ reason: REASON })

/** What an event of its kind has, whatever else was sent. */
export function proposalOf(body: Static<typeof PROPOSAL>): ProposeEvent {
  const { firm_id, effective_on, reason, follows } = body
  const of = {
    new_name: null,
    answers_id: null,
    licences_pass: null,
    parts: [],
    firm_id,
    effective_on,
    reason,
    follows,
  }
  switch (body.kind) {
    case 'renamed':
      return { ...of, kind: body.kind, new_name: body.new_name }
    case 'merged':
    case 'succeeded':
      return { ...of, kind: body.kind, answers_id: body.answers_id, licences_pass: body.licences_pass }
    case 'split': {
      const parts = body.parts.map((part) => ({ firm_id: part.firm_id, licences: part.licences }))
      return { ...of, kind: body.kind, answers_id: body.answers_id, parts }
    }
  }
}

export function successionsRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
): readonly Route<FirmEventRefusal | ManufacturerRefusal | NotAllowed>[] {
  const { database } = recorder
  return [
    route({
      method: 'POST',
      url: '/api/firm-events',
      command: 'propose_firm_event',
      summary: 'Propose that a firm was renamed, merged, succeeded or split; another officer decides',
      body: PROPOSAL,
      done: EVENT,
      run: async ({ actor, once, body }) => await proposeEvent({ ...recorder, once }, shelf, actor, proposalOf(body)),
    }),
    route({
      method: 'GET',
      url: '/api/firm-events/:id',
      command: 'see_firm_events',
      summary: 'Something that happened to a firm, with what was decided about it',
      params: BY_ID,
      done: EVENT,
      run: async ({ actor, params }) => await readEvent(database, actor, params.id),
    }),
    route({
      method: 'POST',
      url: '/api/firm-events/:id/approval',
      command: 'approve_firm_event',
      personal: true,
      summary: 'Approve what somebody else proposed: names, who answers, and licences follow at once',
      params: BY_ID,
      done: EVENT,
      run: async ({ actor, once, params }) => await approveEvent({ ...recorder, once }, shelf, actor, params.id),
    }),
    route({
      method: 'POST',
      url: '/api/firm-events/:id/decline',
      command: 'decline_firm_event',
      personal: true,
      summary: 'Decline what somebody else proposed, with the reason',
      params: BY_ID,
      body: WITH_REASON,
      done: EVENT,
      run: async ({ actor, once, params, body }) =>
        await declineEvent({ ...recorder, once }, actor, { ...params, ...body }),
    }),
    route({
      method: 'POST',
      url: '/api/firm-events/:id/withdrawal',
      command: 'withdraw_firm_event',
      summary: 'Withdraw what one proposed oneself, with the reason',
      params: BY_ID,
      body: WITH_REASON,
      done: EVENT,
      run: async ({ actor, once, params, body }) =>
        await withdrawEvent({ ...recorder, once }, actor, { ...params, ...body }),
    }),
    route({
      method: 'GET',
      url: '/api/manufacturers/:id/events',
      command: 'see_firm_events',
      summary: 'What happened to a firm, and what happened to others that concerns it',
      params: BY_ID,
      done: Type.Object({ items: Type.Array(EVENT) }),
      run: async ({ actor, params }) => {
        const events = await readEvents(database, actor, params.id)
        return 'refused' in events ? events : { done: { items: events.done } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/manufacturers/:id/bound',
      command: 'see_firm_events',
      summary:
        'Who is bound for a firm on a day: who answers for what it owes, who holds its licences, and who is held to the localization of a model that it made',
      params: BY_ID,
      query: Type.Object({
        on: DAY,
        programme: Type.Optional(PROGRAMME),
        brand: Type.Optional(text(100)),
        model: Type.Optional(text(100)),
      }),
      done: BOUND,
      run: async ({ actor, params, query: { on, programme, brand, model } }) => {
        const isAsked = programme !== undefined && brand !== undefined && model !== undefined
        const made = isAsked ? { programme, brand, model } : undefined
        return await readBound(database, actor, { ...params, on, made })
      },
    }),
  ]
}
