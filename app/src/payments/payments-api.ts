/** Payment orders: prepared by one officer, approved by another with the second factor; and the reconciliation that frees what was held back. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { answerShown } from '../kernel/answer-shown.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import {
  AMOUNT,
  CURRENCY,
  DAY,
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
} from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import type { ConfirmSignature } from '../people/signature-context.ts'
import type { ManufacturerRefusal } from '../manufacturers/manufacturer.ts'
import type { NoOrganization } from '../people/see-organization.ts'
import type { SecondFactorRefusal } from '../people/set-up-second-factor.ts'
import { approvePayment, readPayment, readPayments, sendBackPayment } from './decide-payment.ts'
import { orderHash, type PaymentOrder, type PaymentRefusal } from './payment.ts'
import { firmPaymentsAsked } from './read-payments.ts'
import { acceptReconciliation, preparePayment } from './prepare-payment.ts'

export const paymentsAuthority = {
  prepare_payment: ['case_officer'],
  approve_payment: ['approving_officer'],
  send_back_payment: ['approving_officer'],
  accept_reconciliation: ['approving_officer'],
  see_payments: OFFICER_ROLES,
  see_firm_payments: [...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

const BY_NUMBER = Type.Object({ number: Type.String({ pattern: '^P-\\d{6,12}$' }) })
const OF_YEAR = { manufacturer_id: ID, programme: PROGRAMME, year: YEAR, rehearsal: Type.Boolean() }
const KEY = { kind: oneOf('payment', 'recovery'), ...OF_YEAR, currency: CURRENCY }

const LINE = Type.Object({
  finding: Type.String(),
  subject: Type.String(),
  determination_id: ID,
  amount: AMOUNT,
  held: AMOUNT,
  interest: AMOUNT,
  interest_terms: orNull(Type.Object({ rate: Type.String(), days: Type.Integer(), source: Type.String() })),
  slices: Type.Array(Type.Object({ amount: AMOUNT, from: DAY, until: DAY, days: Type.Integer() })),
})

const ORDER = Type.Object({
  id: ID,
  number: Type.String(),
  ...KEY,
  payee_id: ID,
  lines: Type.Array(LINE),
  reasons: Type.String(),
  prepared_at: INSTANT,
  prepared_by: Type.String(),
  decided: orNull(
    Type.Object({
      kind: oneOf('approved', 'sent_back'),
      reason: orNull(Type.String()),
      signed_hash: orNull(HASH),
      recorded_at: INSTANT,
      recorded_by: Type.String(),
    }),
  ),
  /** What an approving officer signs. */
  shown_hash: HASH,
})

const FIRM_PAYMENT = Type.Object({
  entry_id: ID,
  number: Type.String(),
  kind: oneOf('pay', 'interest'),
  ...OF_YEAR,
  booked_on: DAY,
  finding: Type.String(),
  determination_id: ID,
  currency: CURRENCY,
  amount: AMOUNT,
  state: oneOf('booked', 'taken_back'),
})

async function hashed(order: PaymentOrder) {
  return { ...order, shown_hash: await orderHash(order) }
}

async function shown(order: PaymentOrder) {
  return { done: await hashed(order) }
}

export function paymentsRoutes(
  recorder: Recorder,
  confirm: ConfirmSignature,
): readonly Route<PaymentRefusal | ManufacturerRefusal | SecondFactorRefusal | NoOrganization>[] {
  const { database } = recorder
  return [
    route({
      method: 'POST',
      url: '/api/payment-orders',
      command: 'prepare_payment',
      summary:
        'Prepare the order to pay what is payable to a firm for a year, or to recover what it was paid too much, with interest',
      body: Type.Object({ ...KEY, reasons: LONG_WORDS }),
      done: ORDER,
      run: async ({ actor, once, body }) =>
        await answerShown(recorder, once, shown, async (recording) => await preparePayment(recording, actor, body)),
    }),
    route({
      method: 'GET',
      url: '/api/payment-orders',
      command: 'see_payments',
      summary: 'The payment orders, newest first',
      query: PAGE_QUERY,
      done: listOf(ORDER),
      run: async ({ actor, query }) => {
        const { items, next } = await readPayments(database, actor, query)
        return { done: { items: await Promise.all(items.map(hashed)), next } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/manufacturers/:id/payments',
      command: 'see_firm_payments',
      summary: 'What was paid to a firm, and the interest it owes on what it was paid too much, each with its order',
      params: Type.Object({ id: ID }),
      done: Type.Object({ items: Type.Array(FIRM_PAYMENT) }),
      run: async ({ actor, params }) => {
        const asked = await firmPaymentsAsked(database, actor, params.id)
        return 'refused' in asked ? asked : { done: { items: asked.done } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/payment-orders/:number',
      command: 'see_payments',
      summary: 'A payment order with its lines: what is paid, held back or recovered, and the interest',
      params: BY_NUMBER,
      done: ORDER,
      run: async ({ actor, params }) => {
        const read = await readPayment(database, actor, params.number)
        return 'refused' in read ? read : await shown(read.done)
      },
    }),
    route({
      method: 'POST',
      url: '/api/payment-orders/:number/approval',
      command: 'approve_payment',
      summary: 'Approve what somebody else prepared, signed with the second factor: it is booked',
      params: BY_NUMBER,
      body: Type.Object({ shown_hash: HASH, second_factor: SECOND_FACTOR }),
      done: ORDER,
      run: async ({ actor, once, params, body: { shown_hash, second_factor } }) =>
        await answerShown(recorder, once, shown, async (recording) => {
          const input = { number: params.number, shown_hash }
          return await approvePayment(recording, actor, input, async () => {
            return await confirm(actor, second_factor, shown_hash)
          })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/payment-orders/:number/return',
      command: 'send_back_payment',
      personal: true,
      summary: 'Send back a payment order that somebody else prepared, with the reason',
      params: BY_NUMBER,
      body: Type.Object({ reason: REASON }),
      done: ORDER,
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, shown, async (recording) => {
          return await sendBackPayment(recording, actor, { ...params, ...body })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/reconciliations',
      command: 'accept_reconciliation',
      personal: true,
      summary: 'Accept the reconciliation of the year of a firm, so that what was held back is payable',
      body: Type.Object({ ...OF_YEAR, reason: REASON }),
      done: Type.Object({ ...OF_YEAR, reason: REASON, accepted_at: INSTANT, accepted_by: Type.String() }),
      run: async ({ actor, once, body }) => await acceptReconciliation({ ...recorder, once }, actor, body),
    }),
  ]
}
