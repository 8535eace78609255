/** Envelopes of money: for a programme, a year and a currency, apart for rehearsals; and what is claimed from them. */
import { canonicalJson, hashOf } from '@maqami/engine/canonical/canonical.ts'
import { add, compare, type Exact, subtract } from '@maqami/engine/value/exact.ts'
import { exactOf } from '../ledger/entry.ts'

export interface BudgetKey {
  readonly programme: string
  readonly year: string
  readonly rehearsal: boolean
  readonly currency: string
}

/** Amounts are in the notation of the database: `1250.00`. */
export interface BudgetTerms {
  readonly amount: string
  /** The most for one firm in this year; null where there is no such cap. */
  readonly firm_cap: string | null
  /** The most for the programme in all its years. */
  readonly programme_cap: string | null
  /** *first come*: in the order of claims; *pro rata*: those that wait share what there is when an approved change says so. */
  readonly mode: 'first_come' | 'pro_rata'
  /** Which instant of the return gives a claim its place. */
  readonly counts_from: 'filed' | 'accepted'
  /** What the first claim gets that does not fit any more. */
  readonly over_cap: 'remainder' | 'nothing'
  readonly distributes: boolean
  /** Percent that is paid before the year is reconciled; null where the whole is. */
  readonly advance_rate: string | null
  /** Percent a year that an overpayment bears, and the days of a year by which it is counted. */
  readonly interest_rate: string | null
  readonly interest_days: 360 | 365 | null
  /** The instrument and clause that say so. */
  readonly source: string
  readonly reason: string
}

export interface BudgetChange extends BudgetTerms {
  readonly id: string
  readonly position: number
  readonly proposed_at: string
  readonly proposed_by: string
  readonly decided: BudgetDecided | null
}

export interface BudgetDecided {
  readonly kind: 'approved' | 'declined'
  readonly reason: string | null
  readonly signed_hash: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface Envelope extends BudgetKey {
  readonly id: string
  readonly number: string
  /** Oldest first. */
  readonly changes: readonly BudgetChange[]
}

/** `2026-27` of `2026-99`, and undefined of what is a year: a calendar year too. */
export function yearInstead(year: string): string | undefined {
  const [first = '', second] = year.split('-')
  const next = String((Number(first) + 1) % 100).padStart(2, '0')
  return second === undefined || second === next ? undefined : `${first}-${next}`
}

/** Undefined until two officers opened it. */
export function termsOf({ changes }: Pick<Envelope, 'changes'>): BudgetChange | undefined {
  return changes.findLast(({ decided }) => decided?.kind === 'approved')
}

export function openChange({ changes }: Pick<Envelope, 'changes'>): BudgetChange | undefined {
  return changes.find(({ decided }) => decided === null)
}

/** Of exactly what the second officer approves. */
export async function changeHash({ number, programme, year, rehearsal, currency }: Envelope, change: BudgetChange) {
  return await hashOf({
    number,
    programme,
    year,
    rehearsal,
    currency,
    change: canonicalJson({ ...change, decided: null }),
  })
}

export interface Claim extends BudgetKey {
  readonly id: string
  readonly determination_id: string
  readonly manufacturer_id: string
  readonly subject: string
  readonly finding: string
  readonly amount: string
  readonly filed_at: string
  /** Null where the return was not accepted when it was determined. */
  readonly accepted_at: string | null
  readonly claimed_at: string
  /** Oldest first. */
  readonly events: readonly ClaimEvent[]
}

export interface ClaimEvent {
  readonly kind: 'stayed' | 'resumed' | 'ended'
}

/** *ended* where a later determination took its place or it was quashed. */
export function claimStatus({ events }: Pick<Claim, 'events'>): 'open' | 'stayed' | 'ended' {
  const last = events.at(-1)?.kind
  return last === undefined || last === 'resumed' ? 'open' : last
}

/** When its place in the line was taken; `claimed_at` where it should count from an acceptance that there was not. */
export function placeOf(
  { filed_at, accepted_at, claimed_at }: Claim,
  { counts_from }: Pick<BudgetTerms, 'counts_from'>,
) {
  return counts_from === 'filed' ? filed_at : (accepted_at ?? claimed_at)
}

export function least(...all: readonly Exact[]): Exact {
  return all.reduce((a, b) => (compare(a, b) <= 0 ? a : b))
}

export function most(...all: readonly Exact[]): Exact {
  return all.reduce((a, b) => (compare(a, b) >= 0 ? a : b))
}

export function total(all: readonly Exact[]): Exact {
  return all.reduce(add, exactOf('0'))
}

export function less(a: Exact, b: Exact): boolean {
  return compare(subtract(a, b), exactOf('0')) < 0
}

export type BudgetRefusal =
  | { readonly code: 'budget_unknown' }
  | { readonly code: 'budget_change_open'; readonly number: string }
  | { readonly code: 'budget_change_decided'; readonly number: string }
  | { readonly code: 'own_budget' }
  | { readonly code: 'budget_other_than_shown' }
  | { readonly code: 'budget_below_reserved'; readonly reserved: string; readonly currency: string }
  | { readonly code: 'budget_not_shared' }
  | { readonly code: 'interest_incomplete' }
  /** `2026-99`; `next` is what it would be. */
  | { readonly code: 'budget_year_unfit'; readonly year: string; readonly next: string }
