/** The models of manufacturers, and what they are made of. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import type { FileRefusal } from '../documents/document.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import {
  DAY,
  ID,
  INSTANT,
  listOf,
  oneOf,
  orNull,
  PAGE_QUERY,
  PROGRAMME,
  REASON,
  text,
} from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import type { LicenceRefusal } from '../licences/licence.ts'
import type { ManufacturerRefusal, NotAuthorised } from '../manufacturers/manufacturer.ts'
import type { NotInForce } from '../policy-releases/policy-release.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { ModelRefusal } from './model.ts'
import { readLicensedModels } from './read-licensed-models.ts'
import { modelsAsked, readModel } from './read-models.ts'
import { recordApproval, recordTac, withdrawModel } from './record-approval.ts'
import { registerModel } from './register-model.ts'

export const productsAuthority = {
  register_model: MAKER_ROLES,
  record_approval: MAKER_ROLES,
  record_tac: MAKER_ROLES,
  withdraw_model: MAKER_ROLES,
  see_models: [...OFFICER_ROLES, ...MAKER_ROLES],
  see_licensed_models: ['telecom_regulator'],
} as const satisfies Authority

const MODEL = Type.Object({
  id: ID,
  manufacturer_id: ID,
  name: Type.String(),
  description: Type.String(),
  programme: orNull(PROGRAMME),
  category: orNull(Type.String()),
  brand: Type.String(),
  brand_owner: Type.String(),
  trade_names: Type.Array(Type.String()),
  registered_at: INSTANT,
  registered_by: Type.String(),
  tacs: Type.Array(Type.String()),
  events: Type.Array(
    Type.Object({
      position: Type.Integer(),
      kind: oneOf('approved', 'withdrawn'),
      effective_on: DAY,
      valid_until: orNull(DAY),
      number: orNull(Type.String()),
      authority: orNull(Type.String()),
      document_id: orNull(ID),
      reason: orNull(Type.String()),
      recorded_at: INSTANT,
      recorded_by: Type.String(),
    }),
  ),
})

const MODEL_STATES = ['registered', 'approved', 'approval_ahead', 'approval_expired', 'withdrawn'] as const
const LICENCE_STATES = ['good', 'not_yet_valid', 'suspended', 'withdrawn', 'revoked', 'expired'] as const

const LICENSED = Type.Object({
  licence: Type.String(),
  kind: oneOf('import_licence', 'manufacturing_authorisation', 'concession'),
  programme: PROGRAMME,
  day: DAY,
  status: oneOf(...LICENCE_STATES),
  rehearsal: Type.Boolean(),
  models: Type.Array(
    Type.Object({
      id: ID,
      name: Type.String(),
      brand: Type.String(),
      trade_names: Type.Array(Type.String()),
      status: oneOf(...MODEL_STATES),
      number: orNull(Type.String()),
      authority: orNull(Type.String()),
      effective_on: DAY,
      valid_until: orNull(DAY),
      may_be_made: Type.Boolean(),
      codes: Type.Integer(),
    }),
  ),
})

const MODEL_NAME = text(100)
const DESCRIPTION = text(500, 0)
const TAC = Type.String({ pattern: '^\\d{8}$' })
const APPROVAL = { number: text(60), authority: text(200), effective_on: DAY }
const MOST_NAMES = 20

const NEW_MODEL = Type.Object({
  name: MODEL_NAME,
  description: DESCRIPTION,
  programme: PROGRAMME,
  category: orNull(text(60)),
  brand: text(100),
  brand_owner: text(200, 0),
  trade_names: Type.Array(text(100), { maxItems: MOST_NAMES }),
})

const BY_ID = Type.Object({ id: ID })

export function productsRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
): readonly Route<ModelRefusal | FileRefusal | LicenceRefusal | NotAuthorised | NotInForce | ManufacturerRefusal>[] {
  const { database } = recorder
  return [
    route({
      method: 'POST',
      url: '/api/models',
      command: 'register_model',
      summary: 'Enter a model that one makes',
      body: NEW_MODEL,
      done: MODEL,
      run: async ({ actor, once, body }) => await registerModel({ ...recorder, once }, shelf, actor, body),
    }),
    route({
      method: 'GET',
      url: '/api/manufacturers/:id/models',
      command: 'see_models',
      summary: 'The models of a manufacturer, by name',
      params: BY_ID,
      query: PAGE_QUERY,
      done: listOf(MODEL),
      run: async ({ actor, params, query }) => await modelsAsked(database, actor, params.id, query),
    }),
    route({
      method: 'GET',
      url: '/api/gate/models',
      command: 'see_licensed_models',
      summary:
        'What a licence or a concession is on a day, and of a manufacturing authorisation the models with type approval that may be made under it, with the number of their codes',
      query: Type.Object({ licence: Type.String({ pattern: '^(IL|MA|CN)-\\d{6,12}$' }), day: DAY }),
      done: LICENSED,
      run: async ({ actor, query }) => await readLicensedModels(database, actor, query),
    }),
    route({
      method: 'GET',
      url: '/api/models/:id',
      command: 'see_models',
      summary: 'A model with its approvals and codes',
      params: BY_ID,
      done: MODEL,
      run: async ({ actor, params }) => await readModel(database, actor, params.id),
    }),
    route({
      method: 'POST',
      url: '/api/models/:id/approvals',
      command: 'record_approval',
      summary: 'Record the type approval of a model; the certificate itself is added on the page of the model',
      params: BY_ID,
      body: Type.Object({ ...APPROVAL, valid_until: orNull(DAY) }),
      done: MODEL,
      run: async ({ actor, once, params, body }) =>
        await recordApproval({ ...recorder, once }, actor, { ...params, ...body, certificate: undefined }),
    }),
    route({
      method: 'POST',
      url: '/api/models/:id/codes',
      command: 'record_tac',
      summary: 'Record a type allocation code of a model: eight digits, which stand for one model',
      params: BY_ID,
      body: Type.Object({ tac: TAC }),
      done: MODEL,
      run: async ({ actor, once, params, body }) =>
        await recordTac({ ...recorder, once }, actor, { ...params, ...body }),
    }),
    route({
      method: 'POST',
      url: '/api/models/:id/withdrawal',
      command: 'withdraw_model',
      summary: 'Record that a model is no longer made, from when and why',
      params: BY_ID,
      body: Type.Object({ effective_on: DAY, reason: REASON }),
      done: MODEL,
      run: async ({ actor, once, params, body }) =>
        await withdrawModel({ ...recorder, once }, actor, { ...params, ...body }),
    }),
  ]
}
