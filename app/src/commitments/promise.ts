/** What was promised by a candidate or to it, until when, and what was seen of it. */
import { add, compare, type Exact } from '@maqami/engine/value/exact.ts'
import { exactOf } from '../ledger/entry.ts'

/** In bytes. */
export const LARGEST_EVIDENCE = 10 * 1024 * 1024

/** An *incentive* is what the authority promises; all others are promised by the candidate. */
export const PROMISE_KINDS = ['investment', 'jobs', 'training', 'export', 'technology_transfer', 'incentive'] as const
export type PromiseKind = (typeof PROMISE_KINDS)[number]

/** In money; jobs and training count people, and a transfer of technology has no amount. */
const IN_MONEY: readonly PromiseKind[] = ['investment', 'export', 'incentive']

export interface Realisation {
  /** As that of the promise; null where it has none. */
  readonly amount: string | null
  readonly realised_on: string
  readonly words: string
  /** The evidence. */
  readonly document_id: string
  readonly document_hash: string
}

export interface PromiseMade {
  readonly id: string
  readonly number: string
  readonly candidate_id: string
  readonly manufacturer_id: string | null
  readonly kind: PromiseKind
  readonly words: string
  /** `1250000.00`; people are counted as `1200.00`. Null of a transfer of technology. */
  readonly amount: string | null
  /** Null where it is no money. */
  readonly currency: string | null
  /** The last day. */
  readonly due_on: string
  readonly programme: string | null
  readonly provision: string | null
  /** In which it was made; null where nobody has it. */
  readonly document_id: string | null
  readonly document_hash: string | null
  /** In the order of their days. */
  readonly realisations: readonly Realisation[]
}

export const PROMISE_STATES = ['open', 'lapsed', 'kept', 'kept_late'] as const
export type PromiseState = (typeof PROMISE_STATES)[number]

type Judged = Pick<PromiseMade, 'amount' | 'due_on' | 'realisations'>

/** On its last day it has not lapsed yet. What was seen after its day keeps it late. */
export function promiseStateOn(promise: Judged, day: string): PromiseState {
  const kept_on = keptOn(promise, day)
  if (kept_on === undefined) return promise.due_on < day ? 'lapsed' : 'open'
  return kept_on <= promise.due_on ? 'kept' : 'kept_late'
}

/** The day on which as much had been seen as was promised, as far as the day knows. */
function keptOn({ amount, realisations }: Judged, day: string): string | undefined {
  const seen = realisations
    .filter(({ realised_on }) => realised_on <= day)
    .toSorted((a, b) => (a.realised_on < b.realised_on ? -1 : a.realised_on > b.realised_on ? 1 : 0))
  if (amount === null) return seen[0]?.realised_on
  const wanted = exactOf(amount)
  let sum = exactOf('0')
  for (const one of seen) {
    sum = add(sum, exactOf(one.amount ?? '0'))
    if (compare(sum, wanted) >= 0) return one.realised_on
  }
  return undefined
}

export function realisedOf({ realisations }: Pick<PromiseMade, 'realisations'>): Exact {
  return realisations.reduce((sum, { amount }) => add(sum, exactOf(amount ?? '0')), exactOf('0'))
}

export type PromiseRefusal =
  | { readonly code: 'promise_unknown' }
  | {
      readonly code: 'promise_amount'
      readonly place: '/body/amount' | '/body/currency'
      readonly wants: 'money' | 'people' | 'nothing'
    }
  | { readonly code: 'promise_provision'; readonly place: '/body/provision'; readonly programme: string | null }
  | { readonly code: 'promise_document'; readonly place: '/body/document_id' }
  | { readonly code: 'realisation_ahead'; readonly place: '/body/realised_on'; readonly today: string }

/** What an amount of the kind is. */
function wantsOf(kind: PromiseKind): 'money' | 'people' | 'nothing' {
  if (kind === 'technology_transfer') return 'nothing'
  return IN_MONEY.includes(kind) ? 'money' : 'people'
}

export function unfitAmount({
  kind,
  amount,
  currency,
}: Pick<PromiseMade, 'kind' | 'amount' | 'currency'>): PromiseRefusal | undefined {
  const wants = wantsOf(kind)
  const hasAmount = amount !== null && compare(exactOf(amount), exactOf('0')) > 0
  const isWhole = amount?.endsWith('.00') ?? true
  if (hasAmount !== (wants !== 'nothing') || (amount !== null && !hasAmount) || (wants === 'people' && !isWhole))
    return { code: 'promise_amount', place: '/body/amount', wants }
  return (currency !== null) === (wants === 'money')
    ? undefined
    : { code: 'promise_amount', place: '/body/currency', wants }
}
