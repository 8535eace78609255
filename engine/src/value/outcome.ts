/**
 * What a formula comes to: a value, *none*, *undetermined* (with the facts that are missing) or *refused* (with the reason).
 * Values stand for themselves, so that evaluating costs little; what is not a value is an instance of `NoValue`.
 */
import type { Day } from './date.ts'
import type { Exact } from './exact.ts'

export type Value = Exact | boolean | Day | string

/** Why the engine would not say. `name` is the parameter, the fact or the divisor that it is about. */
export type Refusal =
  | { readonly reason: 'before_first_row'; readonly name: string; readonly day: string; readonly limit: string }
  | { readonly reason: 'after_last_known'; readonly name: string; readonly day: string; readonly limit: string }
  | { readonly reason: 'day_not_known'; readonly name: string; readonly day: string; readonly limit: string }
  | { readonly reason: 'unknown_cell'; readonly name: string; readonly key: string; readonly row: string }
  | { readonly reason: 'no_cell'; readonly name: string; readonly key: string; readonly row: string }
  | { readonly reason: 'beyond_last_band'; readonly name: string; readonly key: string; readonly row: string }
  | { readonly reason: 'division_by_zero'; readonly name: string }
  | { readonly reason: 'empty_extreme'; readonly name: string }
  | { readonly reason: 'no_case'; readonly name: string }
  | { readonly reason: 'not_a_day'; readonly name: string }
  | { readonly reason: 'too_long'; readonly name: string }

export type NoValueKind = 'not_happened' | 'not_imposed' | 'undetermined' | 'refused'

export class NoValue {
  readonly kind: NoValueKind
  readonly missing: readonly string[]
  readonly refusals: readonly Refusal[]
  constructor(kind: NoValueKind, missing: readonly string[] = [], refusals: readonly Refusal[] = []) {
    this.kind = kind
    this.missing = missing
    this.refusals = refusals
  }
}

/** An event known not to have happened: a comparison with it is false, arithmetic with it gives none. */
export const NOT_HAPPENED = new NoValue('not_happened')

/** The law imposes nothing: zero in a sum and in a comparison, none in a product. */
export const NOT_IMPOSED = new NoValue('not_imposed')

export type Outcome = Value | NoValue

export function undetermined(missing: string): NoValue {
  return new NoValue('undetermined', [missing])
}

export function refused(refusal: Refusal): NoValue {
  return new NoValue('refused', [], [refusal])
}

/** Not known, or not answerable. */
export type Unsettled = NoValue & { readonly kind: 'undetermined' | 'refused' }
/** Known to be nothing. */
export type None = NoValue & { readonly kind: 'not_happened' | 'not_imposed' }

export function isUnsettled(outcome: Outcome): outcome is Unsettled {
  return outcome instanceof NoValue && (outcome.kind === 'undetermined' || outcome.kind === 'refused')
}

export function isNone(outcome: Outcome): outcome is None {
  return outcome === NOT_HAPPENED || outcome === NOT_IMPOSED
}

/** Both sides' reasons together; what is refused stays refused whatever else is missing. At least one is unsettled. */
export function joinUnsettled(a: Outcome, b: Outcome): Unsettled {
  const left = isUnsettled(a) ? a : undefined
  const right = isUnsettled(b) ? b : undefined
  if (left === undefined || right === undefined) return (left ?? right) as Unsettled
  if (left === right) return left
  const refusals = [...left.refusals]
  for (const refusal of right.refusals) {
    if (!refusals.some((known) => known.reason === refusal.reason && known.name === refusal.name))
      refusals.push(refusal)
  }
  const missing = [...new Set([...left.missing, ...right.missing])]
  return new NoValue(refusals.length > 0 ? 'refused' : 'undetermined', missing, refusals) as Unsettled
}
