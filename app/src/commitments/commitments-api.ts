/** Candidates for investment and the ledger of promises: for officers, and to each maker what is about it. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import type { FileRefusal } from '../documents/document.ts'
import { answerShown } from '../kernel/answer-shown.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import { todayText } from '../kernel/clock.ts'
import {
  AMOUNT,
  CURRENCY,
  DAY,
  HASH,
  ID,
  listOf,
  oneOf,
  orNull,
  PAGE_QUERY,
  PROGRAMME,
  REASON,
  text,
} from '../kernel/field-schemas.ts'
import { type Route, route, uploadRoute } from '../kernel/route.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { CANDIDATE_KINDS, type CandidateRefusal, COMPONENT_CLASSES, hasLapsed, STAGES, stepNow } from './candidate.ts'
import { enterCandidate, moveCandidate } from './enter-candidate.ts'
import {
  LARGEST_EVIDENCE,
  PROMISE_KINDS,
  PROMISE_STATES,
  type PromiseMade,
  type PromiseRefusal,
  promiseStateOn,
} from './promise.ts'
import { readCandidate, readCandidates, readPromises } from './read-commitments.ts'
import { keepPromiseEvidence, recordPromise, recordRealisation } from './record-promise.ts'

export const commitmentsAuthority = {
  see_candidates: OFFICER_ROLES,
  enter_candidate: ['case_officer', 'policy_officer'],
  move_candidate: ['case_officer', 'policy_officer'],
  keep_promise_evidence: ['case_officer', 'policy_officer'],
  record_promise: ['case_officer', 'policy_officer'],
  record_realisation: ['case_officer', 'policy_officer'],
  see_promises: [...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

const CANDIDATE_NUMBER = Type.String({ pattern: '^INV-\\d{6,12}$' })
const PROMISE_NUMBER = Type.String({ pattern: '^PRM-\\d{6,12}$' })
const BY_CANDIDATE = Type.Object({ number: CANDIDATE_NUMBER })

const ABOUT = {
  name: text(200),
  kind: oneOf(...CANDIDATE_KINDS),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  manufacturer_id: orNull(ID),
  component_classes: Type.Array(oneOf(...COMPONENT_CLASSES), { maxItems: COMPONENT_CLASSES.length }),
  site: orNull(text(200)),
  zone: orNull(text(200)),
}
const STEP = {
  stage: oneOf(...STAGES),
  happened_on: DAY,
  owner_id: ID,
  next_step: orNull(text(500)),
  next_on: orNull(DAY),
}
const PROMISED = {
  kind: oneOf(...PROMISE_KINDS),
  words: REASON,
  amount: orNull(AMOUNT),
  currency: orNull(CURRENCY),
  due_on: DAY,
  programme: orNull(PROGRAMME),
  provision: orNull(text(200)),
  document_id: orNull(ID),
}
const REALISED = { amount: orNull(AMOUNT), realised_on: DAY, words: REASON, document_id: ID }

const PROMISE = Type.Object({
  id: ID,
  number: PROMISE_NUMBER,
  manufacturer_id: orNull(ID),
  ...PROMISED,
  document_hash: orNull(HASH),
  state: oneOf(...PROMISE_STATES),
  realisations: Type.Array(Type.Object({ ...REALISED, document_hash: HASH })),
})
const CANDIDATE = Type.Object({ id: ID, number: CANDIDATE_NUMBER, ...ABOUT, steps: Type.Array(Type.Object(STEP)) })

type Refused = CandidateRefusal | PromiseRefusal | NotAuthorised | FileRefusal

export function commitmentsRoutes(recorder: Recorder, shelf: ReleaseShelf): readonly Route<Refused>[] {
  return [...candidateRoutes(recorder), ...promiseRoutes(recorder, shelf)]
}

function candidateRoutes(recorder: Recorder): readonly Route<Refused>[] {
  const { database, clock } = recorder
  return [
    route({
      method: 'GET',
      url: '/api/candidates',
      command: 'see_candidates',
      summary: 'Candidates for investment, how far each has come, and whether its next step has lapsed',
      query: PAGE_QUERY,
      done: listOf(Type.Intersect([CANDIDATE, Type.Object({ lapsed: Type.Boolean() })])),
      run: async ({ actor, query }) => {
        const { items, next } = await readCandidates(database, actor, query)
        const today = todayText(clock)
        return { done: { items: items.map((one) => ({ ...one, lapsed: hasLapsed(stepNow(one), today) })), next } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/candidates/:number',
      command: 'see_candidates',
      summary: 'One candidate with its promises',
      params: BY_CANDIDATE,
      done: Type.Intersect([CANDIDATE, Type.Object({ promises: Type.Array(PROMISE) })]),
      run: async ({ actor, params }) => {
        const found = await readCandidate(database, actor, params.number)
        if ('refused' in found) return found
        const { promises, ...candidate } = found.done
        return { done: { ...candidate, promises: promises.map(shownBy(recorder)) } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/candidates',
      command: 'enter_candidate',
      summary: 'Enter a candidate for investment, with who looks after it and what is next',
      body: Type.Object({ ...ABOUT, ...STEP }),
      done: CANDIDATE,
      run: async ({ actor, once, body }) => await enterCandidate({ ...recorder, once }, actor, body),
    }),
    route({
      method: 'POST',
      url: '/api/candidates/:number/steps',
      command: 'move_candidate',
      summary: 'Say how far a candidate has come, and what is next by when',
      params: BY_CANDIDATE,
      body: Type.Object(STEP),
      done: CANDIDATE,
      run: async ({ actor, once, params, body }) =>
        await moveCandidate({ ...recorder, once }, actor, { ...body, ...params }),
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/candidates/:number/evidence',
      command: 'keep_promise_evidence',
      summary: 'Hand in the evidence of a promise, before it is recorded',
      upload: { media_type: 'application/octet-stream', largest: LARGEST_EVIDENCE },
      params: BY_CANDIDATE,
      query: Type.Object({ name: text(200) }),
      done: Type.Object({ id: ID, hash: HASH }),
      run: async ({ actor, once, params, query, body }) =>
        await keepPromiseEvidence({ ...recorder, once }, actor, { ...params, ...query, bytes: body }),
    }),
  ]
}

/** A maker is not told which candidate it is. */
function shownBy({ clock }: Pick<Recorder, 'clock'>) {
  return ({ candidate_id: _of, ...promise }: PromiseMade) => ({
    ...promise,
    state: promiseStateOn(promise, todayText(clock)),
  })
}

function promiseRoutes(recorder: Recorder, shelf: ReleaseShelf): readonly Route<Refused>[] {
  const { database } = recorder
  const shown = shownBy(recorder)
  const answer = (promise: PromiseMade) => ({ done: shown(promise) })
  return [
    route({
      method: 'GET',
      url: '/api/promises',
      command: 'see_promises',
      summary: 'Promises with what was seen of each: all for an officer, for a maker those that are about it',
      query: PAGE_QUERY,
      done: listOf(PROMISE),
      run: async ({ actor, query }) => {
        const { items, next } = await readPromises(database, actor, query)
        return { done: { items: items.map(shown), next } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/candidates/:number/promises',
      command: 'record_promise',
      summary: 'Record what a candidate promised, or what was promised to it',
      params: BY_CANDIDATE,
      body: Type.Object(PROMISED),
      done: PROMISE,
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, answer, async (recording) => {
          return await recordPromise(recording, shelf, actor, { ...body, candidate: params.number })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/promises/:number/realisations',
      command: 'record_realisation',
      summary: 'Record what was seen of a promise, with its evidence',
      params: Type.Object({ number: PROMISE_NUMBER }),
      body: Type.Object(REALISED),
      done: PROMISE,
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, answer, async (recording) => {
          return await recordRealisation(recording, actor, { ...body, ...params })
        }),
    }),
  ]
}
