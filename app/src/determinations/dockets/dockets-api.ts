/** Dockets: the determinations of a run, prepared at once and approved with one signature. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import type { RunRefusal } from '../../assessments/runs/run.ts'
import { type Authority, OFFICER_ROLES } from '../../kernel/authority.ts'
import {
  DETERMINATION_NUMBER,
  HASH,
  ID,
  INSTANT,
  listOf,
  LONG_WORDS,
  oneOf,
  orNull,
  PAGE_QUERY,
  PROGRAMME,
  REASON,
  SECOND_FACTOR,
  YEAR,
} from '../../kernel/field-schemas.ts'
import { type Route, route } from '../../kernel/route.ts'
import type { ConfirmSignature } from '../../people/signature-context.ts'
import type { DecideRefusal } from '../decide-determination.ts'
import { statusOf } from '../determination.ts'
import { approveDocket, type ListedItem, stopDocket, takeOut } from './approve-docket.ts'
import { type DocketRefusal, LEFT_OUT_REASONS } from './docket.ts'
import { prepareDocket } from './prepare-docket.ts'
import { isListed, readDocket, readDockets, readLeftOut } from './read-dockets.ts'

export const docketsAuthority = {
  prepare_docket: ['case_officer'],
  take_out_determination: ['case_officer', 'approving_officer'],
  approve_docket: ['approving_officer'],
  stop_docket: ['case_officer', 'approving_officer'],
  see_dockets: OFFICER_ROLES,
} as const satisfies Authority

const KIND = oneOf('failure', 'entitlement', 'sanction', 'restoration')
const PROBLEM = orNull(Type.Object({ code: Type.String() }))

const DOCKET = {
  id: ID,
  run_id: ID,
  programme: PROGRAMME,
  period: YEAR,
  failure_reasons: orNull(Type.String()),
  entitlement_reasons: orNull(Type.String()),
}

const END = Type.Object({
  kind: oneOf('finished', 'stopped'),
  reason: orNull(Type.String()),
  recorded_at: INSTANT,
})

const ROUND = {
  id: ID,
  act: oneOf('prepare', 'approve'),
  total: Type.Integer(),
  signed_hash: orNull(HASH),
  begun_at: INSTANT,
  begun_by: Type.String(),
}

const ROUNDS = Type.Array(Type.Object({ ...ROUND, done: Type.Integer(), refused: Type.Integer(), end: orNull(END) }))

const ITEM = Type.Object({
  number: DETERMINATION_NUMBER,
  kind: KIND,
  manufacturer_id: ID,
  status: oneOf('prepared', 'approved', 'sent_back', 'withdrawn'),
  shown_hash: HASH,
  /** Whether it stands on the list that is signed. */
  listed: Type.Boolean(),
  /** Why it was taken out. */
  removed: orNull(Type.String()),
  /** With what its approval was refused. */
  problem: PROBLEM,
})

function itemOf(item: ListedItem) {
  const { number, shown_hash, removed, problem, determination } = item
  const { kind, manufacturer_id } = determination
  const status = statusOf(determination)
  return { number, kind, manufacturer_id, status, shown_hash, listed: isListed(item), removed, problem }
}

const BY_ID = Type.Object({ id: ID })

export function docketsRoutes(
  recorder: Recorder,
  confirm: ConfirmSignature,
): readonly Route<DocketRefusal | RunRefusal | DecideRefusal>[] {
  const { database } = recorder
  return [
    route({
      method: 'POST',
      url: '/api/dockets',
      command: 'prepare_docket',
      summary: 'Prepare the determinations of all that a finished run found; what an officer has to weigh is left out',
      body: Type.Object({
        run_id: ID,
        /** Common to all failures; null where none are to be prepared. */
        failure_reasons: orNull(LONG_WORDS),
        /** Common to all that is due; null where none is to be prepared. */
        entitlement_reasons: orNull(LONG_WORDS),
        /** Of single firms, instead of those. */
        own_reasons: Type.Optional(
          Type.Array(Type.Object({ manufacturer_id: ID, reasons: LONG_WORDS }), { maxItems: 1000 }),
        ),
      }),
      done: Type.Object(DOCKET),
      run: async ({ actor, once, body: { own_reasons = [], ...body } }) =>
        await prepareDocket({ ...recorder, once }, actor, { ...body, own_reasons }),
    }),
    route({
      method: 'GET',
      url: '/api/dockets',
      command: 'see_dockets',
      summary: 'The dockets, newest first',
      query: PAGE_QUERY,
      done: listOf(Type.Object({ ...DOCKET, rounds: ROUNDS })),
      run: async ({ actor, query }) => ({ done: await readDockets(database, actor, query) }),
    }),
    route({
      method: 'GET',
      url: '/api/dockets/:id',
      command: 'see_dockets',
      summary: 'The whole list of a docket with what became of each, how far it is, and the hash to sign',
      params: BY_ID,
      done: Type.Object({
        ...DOCKET,
        rounds: ROUNDS,
        items: Type.Array(ITEM),
        listed: Type.Integer(),
        shown_hash: HASH,
      }),
      run: async ({ actor, params }) => {
        const read = await readDocket(database, actor, params.id)
        return 'refused' in read ? read : { done: { ...read.done, items: read.done.items.map(itemOf) } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/dockets/:id/left-out',
      command: 'see_dockets',
      summary: 'The returns of which something was left out, and why',
      params: BY_ID,
      query: PAGE_QUERY,
      done: listOf(
        Type.Object({
          return_id: ID,
          manufacturer_id: ID,
          left_out: Type.Array(
            Type.Object({
              subject: orNull(Type.String()),
              kind: orNull(KIND),
              findings: Type.Array(Type.String()),
              reason: oneOf(...LEFT_OUT_REASONS),
              problem: PROBLEM,
            }),
          ),
        }),
      ),
      run: async ({ actor, params, query }) => await readLeftOut(database, actor, params.id, query),
    }),
    route({
      method: 'POST',
      url: '/api/dockets/:id/removals',
      command: 'take_out_determination',
      summary: 'Take a determination from the list, with the reason: it is decided by itself then',
      params: BY_ID,
      body: Type.Object({ number: DETERMINATION_NUMBER, reason: REASON }),
      done: Type.Object({ number: DETERMINATION_NUMBER }),
      run: async ({ actor, once, params, body }) => await takeOut({ ...recorder, once }, actor, { ...params, ...body }),
    }),
    route({
      method: 'POST',
      url: '/api/dockets/:id/approval',
      command: 'approve_docket',
      summary:
        'Approve what stands on the list, with one second factor over its hash; each has its effect by itself, and one that has changed is refused by name',
      params: BY_ID,
      body: Type.Object({ shown_hash: HASH, second_factor: SECOND_FACTOR }),
      done: Type.Object(ROUND),
      run: async ({ actor, once, params, body: { shown_hash, second_factor } }) =>
        await approveDocket({ ...recorder, once }, actor, { ...params, shown_hash }, async () => {
          return await confirm(actor, second_factor, shown_hash)
        }),
    }),
    route({
      method: 'POST',
      url: '/api/dockets/:id/stop',
      command: 'stop_docket',
      summary: 'Stop preparing or approving, with the reason; what was done stands, and the rest can be signed anew',
      params: BY_ID,
      body: Type.Object({ reason: REASON }),
      done: END,
      run: async ({ actor, once, params, body }) =>
        await stopDocket({ ...recorder, once }, actor, { ...params, ...body }),
    }),
  ]
}
