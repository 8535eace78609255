/** What may be paid to a firm, what it was paid too much, and the interest on that: exact, and nothing is set off against anything else. */
import { canonicalJson, hashOf } from '@maqami/engine/canonical/canonical.ts'
import {
  add,
  compare,
  divide,
  exact,
  type Exact,
  isZero,
  multiply,
  round,
  subtract,
  ZERO,
} from '@maqami/engine/value/exact.ts'
import { parseDay } from '@maqami/engine/value/date.ts'
import { type BudgetKey, type BudgetTerms, least, most } from '../budgets/budget.ts'
import { digitsOf, exactOf } from '../ledger/entry.ts'

/** A part of what was paid too much, and for how long. */
export interface Slice {
  readonly amount: string
  readonly from: string
  readonly until: string
  readonly days: number
}

export interface PaymentLine {
  readonly finding: string
  readonly subject: string
  readonly determination_id: string
  /** What is paid; of a recovery what was paid too much. */
  readonly amount: string
  /** Committed and held back until the year is reconciled. */
  readonly held: string
  /** On what was paid too much, since it was paid or since the last order about it. */
  readonly interest: string
  /** `7.3% a year of 365 days, rounded down to 0.01`; null where nothing bears interest. */
  readonly interest_terms: { readonly rate: string; readonly days: number; readonly source: string } | null
  readonly slices: readonly Slice[]
}

export interface PaymentOrder extends BudgetKey {
  readonly id: string
  readonly number: string
  readonly kind: 'payment' | 'recovery'
  readonly manufacturer_id: string
  readonly payee_id: string
  readonly lines: readonly PaymentLine[]
  readonly reasons: string
  readonly prepared_at: string
  readonly prepared_by: string
  readonly decided: PaymentDecided | null
}

export interface PaymentDecided {
  readonly kind: 'approved' | 'sent_back'
  readonly reason: string | null
  readonly signed_hash: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

/** What was booked by an order, as the firm sees it: without the officers, and without what they wrote for each other. */
export interface FirmPayment {
  readonly entry_id: string
  /** Of the order: what the payment is called. */
  readonly number: string
  /** Paid to the firm, or interest that it owes on what it was paid too much. */
  readonly kind: 'pay' | 'interest'
  readonly manufacturer_id: string
  readonly programme: string
  readonly year: string
  readonly rehearsal: boolean
  readonly booked_on: string
  /** The provision under which it was granted. */
  readonly finding: string
  readonly determination_id: string
  readonly currency: string
  readonly amount: string
  readonly state: 'booked' | 'taken_back'
}

export type PaymentRefusal =
  | { readonly code: 'payment_unknown' }
  | { readonly code: 'nothing_payable'; readonly year: string }
  | { readonly code: 'nothing_recoverable'; readonly year: string }
  | { readonly code: 'payment_open'; readonly number: string }
  | { readonly code: 'payment_decided'; readonly number: string }
  | { readonly code: 'own_payment' }
  | { readonly code: 'payment_outdated'; readonly number: string }
  | { readonly code: 'payment_other_than_shown' }
  | { readonly code: 'reconciled_already'; readonly year: string }

/** Of exactly what the second officer signs. */
export async function orderHash(order: PaymentOrder): Promise<string> {
  return await hashOf({ order: canonicalJson({ ...order, decided: null }) })
}

const HUNDREDTH = exact(1, 100)

/** What may be paid now of what is committed, and what is held back until the year is reconciled; rounded down, so that both sum to it. */
export function payableOf(
  { committed, paid }: { readonly committed: Exact; readonly paid: Exact },
  terms: Pick<BudgetTerms, 'advance_rate'> | undefined,
  isReconciled: boolean,
): { readonly now: Exact; readonly held: Exact } {
  const rate = terms?.advance_rate ?? null
  const due = rate === null || isReconciled ? committed : round(percent(committed, rate), 'down', HUNDREDTH)
  return { now: most(subtract(due, paid), ZERO), held: subtract(committed, due) }
}

function percent(amount: Exact, rate: string): Exact {
  return divide(multiply(amount, exactOf(rate)), exact(100))
}

/** What was paid last was paid too much first. `payments` oldest first; no part bears interest before `since`, when it was last demanded. */
export function overpaidSlices(
  overpaid: Exact,
  payments: readonly { readonly on: string; readonly amount: Exact }[],
  { since, until }: { readonly since: string; readonly until: string },
): readonly Slice[] {
  const slices: Slice[] = []
  let left = overpaid
  for (const { on, amount } of payments.toReversed()) {
    const part = least(left, amount)
    if (isZero(part)) continue
    const from = on < since ? since : on
    slices.push({ amount: digitsOf(part), from, until, days: numberOf(until) - numberOf(from) })
    left = subtract(left, part)
  }
  if (compare(left, ZERO) !== 0) throw new Error('more was overpaid than was paid')
  return slices
}

function numberOf(day: string): number {
  const number = parseDay(day)
  if (number === undefined) throw new RangeError(`${day} is no day`)
  return number
}

/** Simple interest by days, the first not counted; the sum of the parts is rounded down once. */
export function interestOn(slices: readonly Slice[], rate: string, basis: number): Exact {
  const sum = slices
    .map(({ amount, days }) => divide(multiply(percent(exactOf(amount), rate), exact(days)), exact(basis)))
    .reduce(add, ZERO)
  return round(sum, 'down', HUNDREDTH)
}
