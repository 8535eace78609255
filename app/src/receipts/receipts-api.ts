/** Receipts: statements of the bank, imported by one officer and booked by another, and what becomes of the lines that match nothing. */
import { type TSchema, Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { answerShown } from '../kernel/answer-shown.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
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
} from '../kernel/field-schemas.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import { type Route, route, uploadRoute } from '../kernel/route.ts'
import type { NoOrganization } from '../people/see-organization.ts'
import { bookReceipts, sendBackReceipts } from './book-receipts.ts'
import { importReceipts } from './import-receipts.ts'
import { WAITS } from './match.ts'
import { debtsOf, readReceipt, readStatement, readStatements, readWaiting } from './read-receipts.ts'
import { LARGEST_STATEMENT, RECEIPT_ACTS, type Receipt, type ReceiptRefusal, type ReceiptStatement } from './receipt.ts'
import { approveReceipt, declineReceipt, proposeReceipt } from './settle-receipt.ts'

export const receiptsAuthority = {
  import_receipts: ['case_officer'],
  book_receipts: ['approving_officer'],
  send_back_receipts: ['approving_officer'],
  propose_receipt: ['case_officer'],
  approve_receipt: ['approving_officer'],
  decline_receipt: ['approving_officer'],
  see_receipts: OFFICER_ROLES,
  see_debts: [...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

const STATEMENT_NUMBER = Type.String({ pattern: '^S-\\d{6,12}$' })
const BY_NUMBER = Type.Object({ number: STATEMENT_NUMBER })
const BY_ID = Type.Object({ id: ID })

function decided(kind: TSchema, more = {}) {
  return orNull(
    Type.Object({
      kind,
      reason: orNull(Type.String()),
      signed_hash: orNull(HASH),
      recorded_at: INSTANT,
      recorded_by: Type.String(),
      ...more,
    }),
  )
}

const STATEMENT = {
  id: ID,
  number: STATEMENT_NUMBER,
  name: Type.String(),
  hash: HASH,
  rehearsal: Type.Boolean(),
  /** Lines of the file that were imported before. */
  known: Type.Integer(),
  imported_at: INSTANT,
  imported_by: Type.String(),
  decided: decided(oneOf('booked', 'sent_back')),
}

const LISTED = {
  ...STATEMENT,
  lines: Type.Integer(),
  sums: Type.Array(Type.Object({ currency: CURRENCY, amount: AMOUNT })),
}

const BOOKING = Type.Object({
  manufacturer_id: ID,
  programme: PROGRAMME,
  year: YEAR,
  subject: Type.String(),
  determination_id: ID,
  finding: Type.String(),
  kind: oneOf('levy', 'surcharge', 'interest', 'payable', 'receipts'),
  amount: AMOUNT,
})

const RECEIPT = {
  id: ID,
  statement: Type.Object({ number: STATEMENT_NUMBER, rehearsal: Type.Boolean() }),
  row: Type.Integer(),
  account: Type.String(),
  bank_reference: Type.String(),
  received_on: DAY,
  currency: CURRENCY,
  amount: AMOUNT,
  payer: Type.String(),
  payer_number: orNull(Type.String()),
  reference: Type.String(),
  state: oneOf('imported', 'sent_back', 'waiting', 'booked', 'returned', 'bounced'),
  /** Booked to a firm beyond what it owed. */
  credit: AMOUNT,
  /** Booked to nobody. */
  free: AMOUNT,
  proposals: Type.Array(
    Type.Object({
      id: ID,
      kind: oneOf(...RECEIPT_ACTS),
      reference: orNull(DETERMINATION_NUMBER),
      reason: Type.String(),
      proposed_at: INSTANT,
      proposed_by: Type.String(),
      decided: decided(oneOf('approved', 'declined'), { returned: orNull(AMOUNT) }),
    }),
  ),
}

const EFFECT = Type.Object({ taken_back: Type.Array(ID), bookings: Type.Array(BOOKING), returned: orNull(AMOUNT) })

const FORESEEN = Type.Object({
  line_id: ID,
  bookings: Type.Array(BOOKING),
  /** Why it would wait for a person. */
  waits: orNull(oneOf(...WAITS)),
})

function statement(done: ReceiptStatement) {
  return { done }
}

function receipt(done: Receipt) {
  return { done }
}

export function receiptsRoutes(recorder: Recorder): readonly Route<ReceiptRefusal | NotAllowed | NoOrganization>[] {
  const { database } = recorder
  return [
    uploadRoute({
      method: 'POST',
      url: '/api/receipt-statements',
      command: 'import_receipts',
      summary:
        'Import a statement of the bank, of which nothing is booked yet; lines that were imported before are counted once',
      upload: { media_type: 'text/csv', largest: LARGEST_STATEMENT },
      query: Type.Object({ name: text(200), rehearsal: Type.Boolean() }),
      done: Type.Object(STATEMENT),
      run: async ({ actor, once, query, body }) =>
        await answerShown(recorder, once, statement, async (recording) => {
          return await importReceipts(recording, actor, { ...query, bytes: body })
        }),
    }),
    route({
      method: 'GET',
      url: '/api/receipt-statements',
      command: 'see_receipts',
      summary: 'The statements of the bank, newest first',
      query: PAGE_QUERY,
      done: listOf(Type.Object(LISTED)),
      run: async ({ actor, query }) => ({ done: await readStatements(database, actor, query) }),
    }),
    route({
      method: 'GET',
      url: '/api/receipt-statements/:number',
      command: 'see_receipts',
      summary: 'A statement with its lines, what became of each, and before it is booked what its booking would do',
      params: BY_NUMBER,
      done: Type.Object({
        ...LISTED,
        receipts: Type.Array(Type.Object(RECEIPT)),
        foreseen: Type.Array(FORESEEN),
        shown_hash: orNull(HASH),
      }),
      run: async ({ actor, params }) => {
        const read = await readStatement(database, actor, params.number)
        if ('refused' in read) return read
        const { statement: found, ...more } = read.done
        return { done: { ...found, ...more } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/receipt-statements/:number/booking',
      command: 'book_receipts',
      personal: true,
      summary: 'Book a statement that somebody else imported, as it was shown; what matches nothing waits for a person',
      params: BY_NUMBER,
      body: Type.Object({ shown_hash: HASH }),
      done: Type.Object(STATEMENT),
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, statement, async (recording) => {
          return await bookReceipts(recording, actor, { ...params, ...body })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/receipt-statements/:number/return',
      command: 'send_back_receipts',
      personal: true,
      summary: 'Send back a statement that somebody else imported, with the reason: its lines can be imported anew',
      params: BY_NUMBER,
      body: Type.Object({ reason: REASON }),
      done: Type.Object(STATEMENT),
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, statement, async (recording) => {
          return await sendBackReceipts(recording, actor, { ...params, ...body })
        }),
    }),
    route({
      method: 'GET',
      url: '/api/receipts',
      command: 'see_receipts',
      summary: 'The lines of booked statements that wait for a person, oldest first',
      query: PAGE_QUERY,
      done: listOf(Type.Object(RECEIPT)),
      run: async ({ actor, query }) => ({ done: await readWaiting(database, actor, query) }),
    }),
    route({
      method: 'GET',
      url: '/api/receipts/:id',
      command: 'see_receipts',
      summary: 'A line of a statement, with what is proposed about it and what the approval of that would do',
      params: BY_ID,
      done: Type.Object({ ...RECEIPT, effect: orNull(EFFECT), shown_hash: orNull(HASH) }),
      run: async ({ actor, params }) => {
        const read = await readReceipt(database, actor, params.id)
        if ('refused' in read) return read
        const { receipt: found, ...more } = read.done
        return { done: { ...found, ...more } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/receipts/:id/proposal',
      command: 'propose_receipt',
      summary:
        'Propose what becomes of a line: put it to a determination, return it, undo what was booked, or note that the bank took it back',
      params: BY_ID,
      body: Type.Object({ kind: oneOf(...RECEIPT_ACTS), reference: orNull(DETERMINATION_NUMBER), reason: REASON }),
      done: Type.Object(RECEIPT),
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, receipt, async (recording) => {
          return await proposeReceipt(recording, actor, { ...params, ...body })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/receipts/:id/approval',
      command: 'approve_receipt',
      personal: true,
      summary: 'Approve what somebody else proposed about a line, as it was shown: it is booked',
      params: BY_ID,
      body: Type.Object({ shown_hash: HASH }),
      done: Type.Object(RECEIPT),
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, receipt, async (recording) => {
          return await approveReceipt(recording, actor, { ...params, ...body })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/receipts/:id/decline',
      command: 'decline_receipt',
      personal: true,
      summary: 'Decline what somebody else proposed about a line, with the reason',
      params: BY_ID,
      body: Type.Object({ reason: REASON }),
      done: Type.Object(RECEIPT),
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, receipt, async (recording) => {
          return await declineReceipt(recording, actor, { ...params, ...body })
        }),
    }),
    route({
      method: 'GET',
      url: '/api/manufacturers/:id/debts',
      command: 'see_debts',
      summary: 'What a firm still owes, each with the number of the determination that its payment is to name',
      params: BY_ID,
      done: Type.Object({
        items: Type.Array(
          Type.Object({
            manufacturer_id: ID,
            programme: PROGRAMME,
            year: YEAR,
            subject: Type.String(),
            rehearsal: Type.Boolean(),
            finding: Type.String(),
            kind: oneOf('levy', 'surcharge', 'interest', 'payable'),
            currency: CURRENCY,
            amount: AMOUNT,
            reference: DETERMINATION_NUMBER,
          }),
        ),
      }),
      run: async ({ actor, params }) => {
        const asked = await debtsOf(database, actor, params.id)
        return 'refused' in asked ? asked : { done: { items: asked.done } }
      },
    }),
  ]
}
