/** Budgets: proposed by one officer, approved or declined by another, and read with all that is claimed of them. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, OFFICER_ROLES } from '../kernel/authority.ts'
import { answerShown } from '../kernel/answer-shown.ts'
import { AMOUNT, HASH, ID, INSTANT, oneOf, orNull, PROGRAMME, REASON, text, YEAR } from '../kernel/field-schemas.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import { type Route, route } from '../kernel/route.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { changeHash, type Envelope, openChange } from './budget.ts'
import { approveBudget, declineBudget } from './decide-budget.ts'
import { proposeBudget, type ProposeBudgetRefusal } from './propose-budget.ts'
import { RATE } from './rate-schema.ts'
import { readBudget, readBudgets } from './read-budgets.ts'

export const budgetsAuthority = {
  propose_budget: ['case_officer'],
  approve_budget: ['approving_officer'],
  decline_budget: ['approving_officer'],
  see_budgets: OFFICER_ROLES,
} as const satisfies Authority

const NUMBER = Type.String({ pattern: '^B-\\d{6,12}$' })

const TERMS = {
  amount: AMOUNT,
  firm_cap: orNull(AMOUNT),
  programme_cap: orNull(AMOUNT),
  mode: oneOf('first_come', 'pro_rata'),
  counts_from: oneOf('filed', 'accepted'),
  over_cap: oneOf('remainder', 'nothing'),
  distributes: Type.Boolean(),
  advance_rate: orNull(RATE),
  interest_rate: orNull(RATE),
  interest_days: orNull(Type.Unsafe<360 | 365>({ type: 'integer', enum: [360, 365] })),
  source: text(300),
  reason: REASON,
}

const ENVELOPE = {
  id: ID,
  number: NUMBER,
  programme: PROGRAMME,
  year: YEAR,
  rehearsal: Type.Boolean(),
  currency: Type.String(),
  changes: Type.Array(
    Type.Object({
      id: ID,
      position: Type.Integer(),
      ...TERMS,
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
  /** Of the change that waits for a second officer, to be sent with the approval. */
  shown_hash: orNull(HASH),
}

const CLAIM = Type.Object({
  determination_id: ID,
  manufacturer_id: ID,
  subject: Type.String(),
  finding: Type.String(),
  amount: AMOUNT,
  status: oneOf('open', 'stayed', 'ended'),
  place: INSTANT,
  reserved: AMOUNT,
  committed: AMOUNT,
  paid: AMOUNT,
  waits: AMOUNT,
})

const SHOWN = Type.Object({
  ...ENVELOPE,
  reserved: AMOUNT,
  committed: AMOUNT,
  paid: AMOUNT,
  waits: AMOUNT,
  left: AMOUNT,
  claims: Type.Array(CLAIM),
})

async function hashed<T extends Envelope>(envelope: T) {
  const change = openChange(envelope)
  return { ...envelope, shown_hash: change === undefined ? null : await changeHash(envelope, change) }
}

async function shown(envelope: Envelope) {
  return { done: await hashed(envelope) }
}

export function budgetsRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
): readonly Route<ProposeBudgetRefusal | NotAllowed>[] {
  const { database } = recorder
  const byNumber = Type.Object({ number: NUMBER })
  return [
    route({
      method: 'POST',
      url: '/api/budgets',
      command: 'propose_budget',
      summary: 'Propose the terms of the budget of a programme and a year, the first time or anew',
      body: Type.Object({ programme: PROGRAMME, year: YEAR, ...TERMS }),
      done: Type.Object(ENVELOPE),
      run: async ({ actor, once, body }) =>
        await answerShown(recorder, once, shown, async (recording) => {
          return await proposeBudget(recording, shelf, actor, body)
        }),
    }),
    route({
      method: 'GET',
      url: '/api/budgets',
      command: 'see_budgets',
      summary: 'The budgets of all programmes and years with what is claimed of them, the newest year first',
      done: Type.Object({ items: Type.Array(SHOWN) }),
      run: async ({ actor }) => ({
        done: { items: await Promise.all((await readBudgets(database, actor)).map(hashed)) },
      }),
    }),
    route({
      method: 'GET',
      url: '/api/budgets/:number',
      command: 'see_budgets',
      summary: 'A budget: its terms, what is left, and each claim with what it got and what waits',
      params: byNumber,
      done: SHOWN,
      run: async ({ actor, params }) => {
        const read = await readBudget(database, actor, params.number)
        return 'refused' in read ? read : { done: await hashed(read.done) }
      },
    }),
    route({
      method: 'POST',
      url: '/api/budgets/:number/approval',
      command: 'approve_budget',
      personal: true,
      summary: 'Approve the terms that another officer proposed, as they were shown',
      params: byNumber,
      body: Type.Object({ shown_hash: HASH }),
      done: Type.Object(ENVELOPE),
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, shown, async (recording) => {
          return await approveBudget(recording, actor, { ...params, ...body })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/budgets/:number/decline',
      command: 'decline_budget',
      personal: true,
      summary: 'Decline the terms that another officer proposed, with the reason',
      params: byNumber,
      body: Type.Object({ reason: REASON }),
      done: Type.Object(ENVELOPE),
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, shown, async (recording) => {
          return await declineBudget(recording, actor, { ...params, ...body })
        }),
    }),
  ]
}
