/** Bank guarantees: recorded by one officer and confirmed by another, called, released. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import type { FileRefusal } from '../../documents/document.ts'
import { answerShown } from '../../kernel/answer-shown.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../../kernel/authority.ts'
import {
  AMOUNT,
  CURRENCY,
  DAY,
  DETERMINATION_NUMBER,
  HASH,
  ID,
  INSTANT,
  listOf,
  oneOf,
  orNull,
  PAGE_QUERY,
  PROGRAMME,
  REASON,
  text,
  YEAR,
} from '../../kernel/field-schemas.ts'
import type { NotAllowed } from '../../kernel/problem.ts'
import { type Route, route, uploadRoute } from '../../kernel/route.ts'
import type { NotAuthorised } from '../../manufacturers/manufacturer.ts'
import { approveGuarantee, declineGuarantee, proposeGuarantee } from './decide-guarantee.ts'
import { type Guarantee, GUARANTEE_ACTS, type GuaranteeRefusal, LARGEST_GUARANTEE_FILE } from './guarantee.ts'
import { readGuarantee, readGuarantees } from './read-guarantees.ts'
import { recordGuarantee } from './record-guarantee.ts'

export const guaranteesAuthority = {
  record_guarantee: ['case_officer'],
  propose_guarantee: ['case_officer'],
  approve_guarantee: ['approving_officer'],
  decline_guarantee: ['approving_officer'],
  see_guarantees: [...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

const NUMBER = Type.String({ pattern: '^G-\\d{6,12}$' })
const BY_NUMBER = Type.Object({ number: NUMBER })
const LICENCE_NUMBER = text(30)

const GUARANTEE = {
  id: ID,
  number: NUMBER,
  manufacturer_id: ID,
  programme: PROGRAMME,
  licence_number: orNull(Type.String()),
  rehearsal: Type.Boolean(),
  issuer: Type.String(),
  /** The issuer's own. */
  issuer_number: Type.String(),
  currency: CURRENCY,
  amount: AMOUNT,
  expires_on: DAY,
  document_id: ID,
  recorded_at: INSTANT,
  recorded_by: Type.String(),
  steps: Type.Array(
    Type.Object({
      id: ID,
      kind: oneOf('lodge', ...GUARANTEE_ACTS),
      amount: AMOUNT,
      reference: orNull(DETERMINATION_NUMBER),
      reason: Type.String(),
      proposed_at: INSTANT,
      proposed_by: Type.String(),
      decided: orNull(
        Type.Object({
          kind: oneOf('approved', 'declined'),
          reason: orNull(Type.String()),
          signed_hash: orNull(HASH),
          recorded_at: INSTANT,
          recorded_by: Type.String(),
        }),
      ),
    }),
  ),
}

const SUMS = {
  state: oneOf('recorded', 'declined', 'in_force', 'expired', 'ended'),
  called: AMOUNT,
  released: AMOUNT,
  /** Neither called nor released. */
  free: AMOUNT,
  /** From the issuer: called, and neither received nor taken back. */
  due: AMOUNT,
}

const BOOKING = Type.Object({
  manufacturer_id: ID,
  determination_id: ID,
  programme: PROGRAMME,
  year: YEAR,
  subject: Type.String(),
  rehearsal: Type.Boolean(),
  finding: Type.String(),
  amount: AMOUNT,
})

function guarantee(done: Guarantee) {
  return { done }
}

export function guaranteesRoutes(
  recorder: Recorder,
): readonly Route<GuaranteeRefusal | FileRefusal | NotAuthorised | NotAllowed>[] {
  return [
    uploadRoute({
      method: 'POST',
      url: '/api/guarantees',
      command: 'record_guarantee',
      summary: 'Record a bank guarantee that a firm lodged, with its document; another officer confirms it',
      upload: { media_type: 'application/octet-stream', largest: LARGEST_GUARANTEE_FILE },
      query: Type.Object({
        manufacturer_id: ID,
        programme: PROGRAMME,
        licence_number: Type.Optional(LICENCE_NUMBER),
        rehearsal: Type.Boolean(),
        issuer: text(200),
        issuer_number: text(60),
        currency: CURRENCY,
        amount: AMOUNT,
        expires_on: DAY,
        reason: REASON,
        name: text(200),
      }),
      done: Type.Object(GUARANTEE),
      run: async ({ actor, once, query: { name, licence_number = null, ...lodged }, body }) =>
        await answerShown(recorder, once, guarantee, async (recording) => {
          return await recordGuarantee(recording, actor, { ...lodged, licence_number, file: { name, bytes: body } })
        }),
    }),
    route({
      method: 'GET',
      url: '/api/guarantees',
      command: 'see_guarantees',
      summary: 'The guarantees, newest first; a firm sees its own',
      query: PAGE_QUERY,
      done: listOf(Type.Object({ ...GUARANTEE, ...SUMS })),
      run: async ({ actor, query }) => ({ done: await readGuarantees(recorder, actor, query) }),
    }),
    route({
      method: 'GET',
      url: '/api/guarantees/:number',
      command: 'see_guarantees',
      summary: 'A guarantee with what was decided of it, and what the approval of the open proposal would book',
      params: BY_NUMBER,
      done: Type.Object({ ...GUARANTEE, ...SUMS, bookings: orNull(Type.Array(BOOKING)), shown_hash: orNull(HASH) }),
      run: async ({ actor, params }) => {
        const read = await readGuarantee(recorder, actor, params.number)
        if ('refused' in read) return read
        const { guarantee: found, ...more } = read.done
        return { done: { ...found, ...more } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/guarantees/:number/proposal',
      command: 'propose_guarantee',
      summary: 'Propose to call a guarantee for what a determination charged, to take a call back, or to release it',
      params: BY_NUMBER,
      body: Type.Object({
        kind: oneOf(...GUARANTEE_ACTS),
        amount: AMOUNT,
        reference: orNull(DETERMINATION_NUMBER),
        reason: REASON,
      }),
      done: Type.Object(GUARANTEE),
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, guarantee, async (recording) => {
          return await proposeGuarantee(recording, actor, { ...params, ...body })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/guarantees/:number/approval',
      command: 'approve_guarantee',
      personal: true,
      summary: 'Confirm a guarantee that somebody else recorded, or approve what he proposed about it, as it was shown',
      params: BY_NUMBER,
      body: Type.Object({ shown_hash: HASH }),
      done: Type.Object(GUARANTEE),
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, guarantee, async (recording) => {
          return await approveGuarantee(recording, actor, { ...params, ...body })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/guarantees/:number/decline',
      command: 'decline_guarantee',
      personal: true,
      summary: 'Decline a guarantee that somebody else recorded, or what he proposed about it, with the reason',
      params: BY_NUMBER,
      body: Type.Object({ reason: REASON }),
      done: Type.Object(GUARANTEE),
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, guarantee, async (recording) => {
          return await declineGuarantee(recording, actor, { ...params, ...body })
        }),
    }),
  ]
}
