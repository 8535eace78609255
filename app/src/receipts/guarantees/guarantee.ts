/** A bank guarantee that a firm lodged: what of it was called and released, and what is due from its issuer. */
import { canonicalJson, hashOf } from '@maqami/engine/canonical/canonical.ts'
import { add, compare, type Exact, isZero, negate, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import { least, less, total } from '../../budgets/budget.ts'
import { digitsOf, type Entry, exactOf } from '../../ledger/entry.ts'
import type { Waits } from '../match.ts'

/** In bytes. */
export const LARGEST_GUARANTEE_FILE = 10 * 1024 * 1024

/** *call*: the issuer is to pay what a determination charged; *withdraw*: a call is taken back; *release*: the firm has the guarantee back. */
export const GUARANTEE_ACTS = ['call', 'withdraw', 'release'] as const
export type GuaranteeAct = (typeof GUARANTEE_ACTS)[number]

export interface GuaranteeStep {
  readonly id: string
  /** *lodge*: it was recorded, and is to be confirmed. */
  readonly kind: 'lodge' | GuaranteeAct
  readonly amount: string
  /** Of a call: the number of the determination. */
  readonly reference: string | null
  readonly reason: string
  readonly proposed_at: string
  readonly proposed_by: string
  readonly decided: {
    readonly kind: 'approved' | 'declined'
    readonly reason: string | null
    readonly signed_hash: string | null
    readonly recorded_at: string
    readonly recorded_by: string
  } | null
}

export interface Guarantee {
  readonly id: string
  readonly number: string
  readonly manufacturer_id: string
  readonly programme: string
  /** Null where it secures the whole programme. */
  readonly licence_number: string | null
  readonly rehearsal: boolean
  readonly issuer: string
  /** The issuer's own. */
  readonly issuer_number: string
  readonly currency: string
  readonly amount: string
  readonly expires_on: string
  readonly document_id: string
  readonly recorded_at: string
  readonly recorded_by: string
  /** Oldest first. */
  readonly steps: readonly GuaranteeStep[]
}

type Stepped = Pick<Guarantee, 'steps'>

export type GuaranteeState = 'recorded' | 'declined' | 'in_force' | 'expired' | 'ended'

/** With what its steps and its entries come to. */
export interface GuaranteeListed extends Guarantee {
  readonly state: GuaranteeState
  readonly called: string
  readonly released: string
  readonly free: string
  /** Called, and neither received nor taken back. */
  readonly due: string
}

export interface GuaranteeSums {
  /** But for what was taken back. */
  readonly called: Exact
  readonly released: Exact
  /** Neither called nor released. */
  readonly free: Exact
}

export function sumsOfGuarantee({ amount, steps }: Pick<Guarantee, 'amount' | 'steps'>): GuaranteeSums {
  const of = (kind: GuaranteeAct): Exact =>
    total(
      steps.filter((one) => one.kind === kind && one.decided?.kind === 'approved').map((one) => exactOf(one.amount)),
    )
  const called = subtract(of('call'), of('withdraw'))
  const released = of('release')
  return { called, released, free: subtract(subtract(exactOf(amount), called), released) }
}

/** *Ended* is what was released whole, or called whole with nothing due any more from the issuer. */
export function guaranteeState(
  { expires_on, ...guarantee }: Pick<Guarantee, 'expires_on' | 'amount' | 'steps'>,
  due: Exact,
  day: string,
): GuaranteeState {
  const lodged = guarantee.steps.find(({ kind }) => kind === 'lodge')?.decided?.kind
  if (lodged !== 'approved') return lodged ?? 'recorded'
  if (isZero(sumsOfGuarantee(guarantee).free) && isZero(due)) return 'ended'
  return day > expires_on ? 'expired' : 'in_force'
}

export function openStep({ steps }: Stepped): GuaranteeStep | undefined {
  return steps.find(({ decided }) => decided === null)
}

/** What can be proposed of it now; what was called before its last day is due after it too. */
export function actsOnGuarantee(guarantee: Guarantee, due: Exact, day: string): readonly GuaranteeAct[] {
  const state = guaranteeState(guarantee, due, day)
  if (state !== 'in_force' && state !== 'expired') return []
  const isFree = less(ZERO, sumsOfGuarantee(guarantee).free)
  return GUARANTEE_ACTS.filter((act) =>
    act === 'withdraw' ? less(ZERO, due) : isFree && (act === 'release' || state === 'in_force'),
  )
}

/** Why a step cannot be taken whatever a determination charges; undefined where it can. */
export function unfitStep(
  guarantee: Guarantee,
  { kind, amount }: Pick<GuaranteeStep, 'kind' | 'amount'>,
  due: Exact,
  day: string,
): GuaranteeRefusal | undefined {
  if (kind === 'lodge') return undefined
  if (!actsOnGuarantee(guarantee, due, day).includes(kind))
    return { code: 'guarantee_act_unfit', act: kind, state: guaranteeState(guarantee, due, day) }
  const most = kind === 'withdraw' ? due : sumsOfGuarantee(guarantee).free
  return less(most, exactOf(amount)) || isZero(exactOf(amount))
    ? { code: 'guarantee_beyond', currency: guarantee.currency, most: digitsOf(most) }
    : undefined
}

type Case = Pick<Entry, 'programme' | 'year' | 'subject' | 'rehearsal' | 'finding'>

/** Something of a call, for one finding of one case. */
export interface Called extends Case, Pick<Entry, 'manufacturer_id' | 'determination_id'> {
  readonly amount: Exact
}

/** What is due from the issuer of a guarantee, in the order in which it was called, by the entries of the firm. */
export function dueByCase(entries: readonly Entry[], number: string): readonly Called[] {
  const cases = new Map<string, Called>()
  for (const { postings, ...entry } of entries)
    for (const { kind, account, amount } of postings) {
      if (kind !== 'guarantee' || account !== number) continue
      const key = caseKey(entry)
      const before = cases.get(key)
      cases.set(key, { ...(before ?? entry), amount: add(before?.amount ?? ZERO, exactOf(amount)) })
    }
  return [...cases.values()].filter(({ amount }) => compare(amount, ZERO) > 0)
}

export function dueFromIssuer(entries: readonly Entry[], number: string): Exact {
  return total(dueByCase(entries, number).map(({ amount }) => amount))
}

/** What of a finding is called already, of whichever guarantee. */
export function calledFor(entries: readonly Entry[], one: Case, currency: string): Exact {
  const own = entries.filter((entry) => caseKey(entry) === caseKey(one)).flatMap(({ postings }) => postings)
  const called = own.filter(
    (posting) => posting.kind === 'guarantee' && posting.account === one.finding && posting.currency === currency,
  )
  return negate(total(called.map(({ amount }) => exactOf(amount))))
}

export function caseKey({ programme, year, subject, rehearsal, finding }: Case): string {
  return JSON.stringify([programme, year, subject, rehearsal, finding])
}

/** So much of what is due, the oldest call first. */
export function takenFrom(due: readonly Called[], amount: Exact): readonly Called[] {
  let rest = amount
  return due.flatMap((one) => {
    const part = least(rest, one.amount)
    rest = subtract(rest, part)
    return compare(part, ZERO) > 0 ? [{ ...one, amount: part }] : []
  })
}

/** `G-000012` of `call g 000012`, each once. */
export function guaranteesIn(text: string): readonly string[] {
  const found = [...text.matchAll(/(?<![A-Z0-9])G[-\s]?(\d{6,12})(?!\d)/gi)].map(([, digits]) => `G-${digits}`)
  return [...new Set(found)]
}

/** What the approval of a step books, for each finding. */
export interface CallBooking extends Case, Pick<Entry, 'manufacturer_id' | 'determination_id'> {
  readonly amount: string
}

/** Of exactly what the second officer approves. */
export async function guaranteeHash(
  lodged: Guarantee,
  step: GuaranteeStep,
  bookings: readonly CallBooking[],
): Promise<string> {
  const { steps: _, ...guarantee } = lodged
  return await hashOf({
    guarantee: canonicalJson(guarantee),
    step: canonicalJson({ ...step, decided: null }),
    bookings: canonicalJson(bookings),
  })
}

export type GuaranteeRefusal =
  | { readonly code: 'guarantee_unknown' }
  | { readonly code: 'guarantee_known'; readonly number: string }
  | { readonly code: 'guarantee_expired'; readonly expires_on: string }
  | { readonly code: 'guarantee_licence_unfit'; readonly licence: string }
  | { readonly code: 'guarantee_proposed' }
  | { readonly code: 'guarantee_settled' }
  | { readonly code: 'own_guarantee' }
  | { readonly code: 'guarantee_other_than_shown' }
  | { readonly code: 'guarantee_act_unfit'; readonly act: GuaranteeAct; readonly state: GuaranteeState }
  | { readonly code: 'guarantee_beyond'; readonly currency: string; readonly most: string }
  | { readonly code: 'guarantee_reference_missing' }
  | { readonly code: 'guarantee_call_unfit'; readonly waits: Waits | 'other_secured' | 'not_in_effect' }
  | { readonly code: 'guarantee_over_owed'; readonly currency: string; readonly most: string }
