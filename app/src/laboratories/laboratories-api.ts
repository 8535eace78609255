/** Testing laboratories: the register that anybody reads, what officers record and order, and what a laboratory says of itself. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import type { FileRefusal } from '../documents/document.ts'
import { answerShown } from '../kernel/answer-shown.ts'
import { type Authority } from '../kernel/authority.ts'
import { todayText } from '../kernel/clock.ts'
import {
  AMOUNT,
  CURRENCY,
  DAY,
  HASH,
  ID,
  INSTANT,
  listOf,
  oneOf,
  orNull,
  PAGE_QUERY,
  REASON,
  text,
} from '../kernel/field-schemas.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import { type Once, type Route, route, uploadRoute } from '../kernel/route.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import { authoriseSignatory, declareCapacity, declareEquipment, declarePrice } from './declare-laboratory.ts'
import {
  type Laboratory,
  LABORATORY_KINDS,
  LABORATORY_ORDERS,
  type LaboratoryRefusal,
  LARGEST_ACCREDITATION_FILE,
  SCOPE_GAPS,
  scopeOn,
  statusOn,
} from './laboratory.ts'
import { approveLaboratoryOrder, declineLaboratoryOrder, proposeLaboratoryOrder } from './order-laboratory.ts'
import { readLaboratories, readLaboratory } from './read-laboratories.ts'
import { keepAccreditationFile, recordAccreditation, registerLaboratory } from './register-laboratory.ts'

export const laboratoriesAuthority = {
  see_laboratories: ['public'],
  register_laboratory: ['case_officer'],
  keep_accreditation_file: ['case_officer'],
  record_accreditation: ['case_officer'],
  propose_laboratory_order: ['case_officer'],
  approve_laboratory_order: ['approving_officer'],
  decline_laboratory_order: ['approving_officer'],
  declare_equipment: ['laboratory_signatory'],
  declare_price: ['laboratory_signatory'],
  declare_capacity: ['laboratory_signatory'],
  authorise_signatory: ['laboratory_signatory'],
} as const satisfies Authority

const LABORATORY_NUMBER = Type.String({ pattern: '^LAB-\\d{6,12}$' })
const BY_NUMBER = Type.Object({ number: LABORATORY_NUMBER })
const BY_ID = Type.Object({ id: ID })
const STANDARD = text(100)
const METHOD = text(200)
const MOST_DAYS = 366
const MOST_SAMPLES = 100_000
const MOST_LINES = 500

const REGISTRATION = {
  organization_id: orNull(ID),
  name: text(200),
  kind: oneOf(...LABORATORY_KINDS),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  manufacturer_id: orNull(ID),
}

const ACCREDITATION = {
  body: text(200),
  number: text(60),
  standard: STANDARD,
  valid_from: DAY,
  valid_until: DAY,
  next_surveillance_on: DAY,
  recognised_under: orNull(text(100)),
  document_id: ID,
  scope: Type.Array(Type.Object({ standard: STANDARD, method: METHOD, subcontracted_to: orNull(text(200)) }), {
    minItems: 1,
    maxItems: MOST_LINES,
  }),
}

const EQUIPMENT = {
  name: text(200),
  serial: text(60),
  method: METHOD,
  calibrated_on: DAY,
  calibration_due_on: DAY,
  retired_on: orNull(DAY),
}

const PRICE = {
  standard: STANDARD,
  method: METHOD,
  amount: AMOUNT,
  currency: CURRENCY,
  /** Working days from sample to report. */
  days: Type.Integer({ minimum: 1, maximum: MOST_DAYS }),
}

const CAPACITY = { samples_a_week: Type.Integer({ minimum: 0, maximum: MOST_SAMPLES }) }

const STAFF = { person_id: ID, may_sign_from: DAY, may_sign_until: orNull(DAY) }

const LABORATORY = Type.Object({
  id: ID,
  number: LABORATORY_NUMBER,
  ...REGISTRATION,
  status: oneOf('registered', 'suspended', 'withdrawn'),
  accreditations: Type.Array(Type.Object({ id: ID, ...ACCREDITATION, document_hash: HASH })),
  /** Those that were approved; an officer sees those that were not, too. */
  orders: Type.Array(
    Type.Object({
      id: ID,
      kind: oneOf(...LABORATORY_ORDERS),
      effective_on: DAY,
      reasons: Type.String(),
      proposed_at: INSTANT,
      decided: orNull(
        Type.Object({ kind: oneOf('approved', 'declined'), reason: orNull(Type.String()), decided_at: INSTANT }),
      ),
    }),
  ),
  /** Only for the laboratory itself and for officers. */
  staff: Type.Array(Type.Object(STAFF)),
  equipment: Type.Array(Type.Object(EQUIPMENT)),
  prices: Type.Array(Type.Object(PRICE)),
  samples_a_week: orNull(Type.Integer()),
})

const SCOPE = Type.Object({
  good: Type.Boolean(),
  gap: orNull(oneOf(...SCOPE_GAPS)),
  accreditation: orNull(Type.String()),
  subcontracted_to: orNull(Type.String()),
})

type Refused = LaboratoryRefusal | NotAuthorised | NotAllowed | FileRefusal

export function laboratoriesRoutes(recorder: Recorder): readonly Route<Refused>[] {
  return [...registerRoutes(recorder), ...orderRoutes(recorder), ...ownRoutes(recorder)]
}

/** Who proposed or decided is in the log, and named to nobody here. */
function shownBy({ clock }: Recorder) {
  return (one: Laboratory) => ({
    done: {
      ...one,
      status: statusOn(one, todayText(clock)),
      orders: one.orders.map(({ id, kind, effective_on, reasons, proposed_at, decided }) => ({
        id,
        kind,
        effective_on,
        reasons,
        proposed_at,
        decided:
          decided === null ? null : { kind: decided.kind, reason: decided.reason, decided_at: decided.decided_at },
      })),
    },
  })
}

function answeredBy(recorder: Recorder) {
  return async (once: Once | undefined, run: (recording: Recorder) => Promise<Outcome<Laboratory, Refused>>) =>
    await answerShown(recorder, once, shownBy(recorder), run)
}

function registerRoutes(recorder: Recorder): readonly Route<Refused>[] {
  const { database, clock } = recorder
  const shown = shownBy(recorder)
  const answered = answeredBy(recorder)
  return [
    route({
      method: 'GET',
      url: '/api/laboratories',
      command: 'see_laboratories',
      summary: 'The register of laboratories, for anybody',
      query: PAGE_QUERY,
      done: listOf(LABORATORY),
      run: async ({ actor, query }) => {
        const { items, next } = await readLaboratories(database, actor, query)
        return { done: { items: items.map((one) => shown(one).done), next } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/laboratories/:number',
      command: 'see_laboratories',
      summary: 'One laboratory: what it is accredited for, the orders about it, its instruments and prices',
      params: BY_NUMBER,
      done: LABORATORY,
      run: async ({ actor, params }) => {
        const found = await readLaboratory(database, actor, params.number)
        return 'refused' in found ? found : shown(found.done)
      },
    }),
    route({
      method: 'GET',
      url: '/api/laboratories/:number/scope',
      command: 'see_laboratories',
      summary: 'Whether a laboratory may sign for a method on a day, and if not, why',
      params: BY_NUMBER,
      query: Type.Object({ standard: STANDARD, method: METHOD, on: Type.Optional(DAY) }),
      done: SCOPE,
      run: async ({ actor, params, query: { standard, method, on = todayText(clock) } }) => {
        const read = await readLaboratory(database, actor, params.number)
        if ('refused' in read) return read
        const found = scopeOn(read.done, { standard, method }, on)
        return 'gap' in found
          ? { done: { good: false, gap: found.gap, accreditation: null, subcontracted_to: null } }
          : {
              done: {
                good: true,
                gap: null,
                accreditation: found.good.number,
                subcontracted_to: found.line.subcontracted_to,
              },
            }
      },
    }),
    route({
      method: 'POST',
      url: '/api/laboratories',
      command: 'register_laboratory',
      summary: 'Enter a laboratory in the register',
      body: Type.Object(REGISTRATION),
      done: LABORATORY,
      run: async ({ actor, once, body }) =>
        await answered(once, async (recording) => await registerLaboratory(recording, actor, body)),
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/laboratories/:number/documents',
      command: 'keep_accreditation_file',
      summary: 'Hand in the certificate of an accreditation body, before what it says is recorded',
      upload: { media_type: 'application/octet-stream', largest: LARGEST_ACCREDITATION_FILE },
      params: BY_NUMBER,
      query: Type.Object({ name: text(200) }),
      done: Type.Object({ id: ID, hash: HASH }),
      run: async ({ actor, once, params, query, body }) =>
        await keepAccreditationFile({ ...recorder, once }, actor, { ...params, ...query, bytes: body }),
    }),
    route({
      method: 'POST',
      url: '/api/laboratories/:number/accreditations',
      command: 'record_accreditation',
      summary:
        'Record what a body accredited a laboratory for; said anew under the same number, it takes the place of what was said',
      params: BY_NUMBER,
      body: Type.Object(ACCREDITATION),
      done: LABORATORY,
      run: async ({ actor, once, params, body }) =>
        await answered(
          once,
          async (recording) => await recordAccreditation(recording, actor, { ...body, laboratory: params.number }),
        ),
    }),
  ]
}

function orderRoutes(recorder: Recorder): readonly Route<Refused>[] {
  const answered = answeredBy(recorder)
  return [
    route({
      method: 'POST',
      url: '/api/laboratories/:number/orders',
      command: 'propose_laboratory_order',
      summary: 'Propose to suspend, restore or withdraw a laboratory; another officer decides',
      params: BY_NUMBER,
      body: Type.Object({ kind: oneOf(...LABORATORY_ORDERS), effective_on: DAY, reasons: REASON }),
      done: LABORATORY,
      run: async ({ actor, once, params, body }) =>
        await answered(
          once,
          async (recording) => await proposeLaboratoryOrder(recording, actor, { ...body, ...params }),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/laboratory-orders/:id/approval',
      command: 'approve_laboratory_order',
      summary: 'Approve an order about a laboratory that another officer proposed',
      params: BY_ID,
      personal: true,
      done: LABORATORY,
      run: async ({ actor, once, params }) =>
        await answered(once, async (recording) => await approveLaboratoryOrder(recording, actor, params.id)),
    }),
    route({
      method: 'POST',
      url: '/api/laboratory-orders/:id/decline',
      command: 'decline_laboratory_order',
      summary: 'Decline an order about a laboratory, with the reason',
      params: BY_ID,
      personal: true,
      body: Type.Object({ reason: REASON }),
      done: LABORATORY,
      run: async ({ actor, once, params, body }) =>
        await answered(
          once,
          async (recording) => await declineLaboratoryOrder(recording, actor, { ...params, ...body }),
        ),
    }),
  ]
}

function ownRoutes(recorder: Recorder): readonly Route<Refused>[] {
  const answered = answeredBy(recorder)
  return [
    route({
      method: 'POST',
      url: '/api/laboratory/equipment',
      command: 'declare_equipment',
      summary:
        'Enter an instrument of one’s laboratory and its calibration; the same serial number again is the next calibration',
      body: Type.Object(EQUIPMENT),
      done: LABORATORY,
      run: async ({ actor, once, body }) =>
        await answered(once, async (recording) => await declareEquipment(recording, actor, body)),
    }),
    route({
      method: 'POST',
      url: '/api/laboratory/prices',
      command: 'declare_price',
      summary: 'Say what a method costs at one’s laboratory, and how many working days it takes',
      body: Type.Object(PRICE),
      done: LABORATORY,
      run: async ({ actor, once, body }) =>
        await answered(once, async (recording) => await declarePrice(recording, actor, body)),
    }),
    route({
      method: 'POST',
      url: '/api/laboratory/capacity',
      command: 'declare_capacity',
      summary: 'Say how many samples one’s laboratory can take in a week',
      body: Type.Object(CAPACITY),
      done: LABORATORY,
      run: async ({ actor, once, body }) =>
        await answered(once, async (recording) => await declareCapacity(recording, actor, body.samples_a_week)),
    }),
    route({
      method: 'POST',
      url: '/api/laboratory/staff',
      command: 'authorise_signatory',
      summary: 'Say from when until when a colleague may sign for one’s laboratory',
      personal: true,
      body: Type.Object(STAFF),
      done: LABORATORY,
      run: async ({ actor, once, body }) =>
        await answered(once, async (recording) => await authoriseSignatory(recording, actor, body)),
    }),
  ]
}
