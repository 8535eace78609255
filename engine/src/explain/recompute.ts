/**
 * Computes an explanation again from its leaves: the facts, the cells of parameters, literals and the day. Whoever holds an
 * explanation, as plain data, can check it with this and with nothing else: no programme, no return.
 *
 * What a leaf says is taken as given; `facts` lets the facts be held against the ones that were filed.
 */
import { round } from '../value/exact.ts'
import { parseRounding } from '../value/notation.ts'
import {
  isUnsettled,
  joinUnsettled,
  NoValue,
  NOT_HAPPENED,
  NOT_IMPOSED,
  type Outcome,
  refused,
} from '../value/outcome.ts'
import { both, either, opposite } from '../determine/operate.ts'
import type { Applied, ProvisionWhy, Said, Why } from './explanation.ts'
import { conditionOf, evaluate } from './recompute-node.ts'
import { at, Differs, hold, type Place, type Work } from './recompute-place.ts'

export type Recomputed =
  | { readonly same: true }
  /** `path` leads to the first node that does not follow from what stands below it: `requires.left`, `cases[1].amount.lines[3].of`. */
  | {
      readonly same: false
      readonly provision: string
      readonly path: string
      readonly said: Said
      readonly recomputed: Said
    }

export interface RecomputeOptions {
  /** The facts that were filed, as `plainFacts` writes them. */
  readonly facts?: Readonly<Record<string, unknown>>
}

/** Checks every provision of the explanation and every node under it. */
export function recompute(applied: Applied, options: RecomputeOptions = {}): Recomputed {
  const provisions = new Map(applied.provisions.map((provision) => [provision.name, provision]))
  const { as_of: asOf, period_end: periodEnd = asOf } = applied
  const work: Work = { asOf, periodEnd, provisions, facts: new Map(), filed: options.facts, checkProvision }
  try {
    for (const provision of applied.provisions)
      checkProvision(work, provision, { provision: provision.name, path: '', members: {} })
    return { same: true }
  } catch (error) {
    if (!(error instanceof Differs)) throw error
    const { provision, path, said, recomputed } = error
    return { same: false, provision, path, said, recomputed }
  }
}

/** The outcome of a provision, computed from its formulas in the order in which the engine does. */
function checkProvision(work: Work, why: ProvisionWhy, place: Place): void {
  const outcome = provisionOutcome(work, why, place)
  hold(place, why.said, outcome, why.type)
}

function provisionOutcome(work: Work, why: ProvisionWhy, place: Place): Outcome {
  if (why.kind === 'measure') return casesOutcome(work, why, place)
  const asked = askedOutcome(work, why, place)
  switch (why.kind) {
    case 'requirement': {
      const requires =
        why.requires === undefined ? undefined : conditionOf(work, why.requires, at(place, 'requires'), asked !== false)
      return asked === false ? true : either(opposite(asked), requires ?? false)
    }
    case 'entitlement':
    case 'liability': {
      if (asked === false) return passCases(work, why, place, NOT_IMPOSED)
      const amount = casesOutcome(work, why, place)
      return isUnsettled(asked) ? joinUnsettled(asked, amount) : amount
    }
    case 'sanction':
      return sanctionOutcome(work, why, place, asked)
  }
}

function sanctionOutcome(work: Work, why: ProvisionWhy, place: Place, asked: Outcome): Outcome {
  const day = lazily(work, why.from, asked !== false, at(place, 'from'))
  if (asked === false || day === undefined || day === NOT_HAPPENED || day === NOT_IMPOSED)
    return passCases(work, why, place, NOT_IMPOSED)
  // A sanction with an amount has it also where none of its cases was taken.
  const amount = why.type.kind === 'date' ? undefined : casesOutcome(work, why, place)
  if (isUnsettled(asked) || isUnsettled(day)) return joinUnsettled(joinUnsettled(asked, day), amount ?? day)
  return amount ?? day
}

function askedOutcome(work: Work, why: ProvisionWhy, place: Place): Outcome {
  const asked = why.when === undefined ? true : (conditionOf(work, why.when, at(place, 'when'), true) ?? true)
  const unless =
    why.unless === undefined ? undefined : conditionOf(work, why.unless, at(place, 'unless'), asked !== false)
  return asked === false || unless === undefined ? asked : both(asked, opposite(unless))
}

/** Evaluates the formula where the engine would have; elsewhere it must not claim to have been computed. */
function lazily(work: Work, why: Why | undefined, isNeeded: boolean, place: Place): Outcome | undefined {
  if (why === undefined) return undefined
  return evaluate(work, why, place, isNeeded)
}

/** Cases that were not reached: nothing in them was computed. */
function passCases(work: Work, why: ProvisionWhy, place: Place, outcome: Outcome): Outcome {
  for (const [index, one] of why.cases.entries()) {
    lazily(work, one.when, false, at(place, `cases[${index}].when`))
    lazily(work, one.amount, false, at(place, `cases[${index}].amount`))
  }
  return outcome
}

function casesOutcome(work: Work, why: ProvisionWhy, place: Place): Outcome {
  for (const [index, one] of why.cases.entries()) {
    const holds =
      one.when === undefined ? true : (conditionOf(work, one.when, at(place, `cases[${index}].when`), true) ?? true)
    if (holds === false) continue
    // A guard that is refused is told together with whatever stands in the way of its amount.
    const isRefused = isUnsettled(holds) && holds.kind === 'refused'
    const amount = lazily(work, one.amount, holds === true || isRefused, at(place, `cases[${index}].amount`))
    if (holds === true) return rounded(why, amount ?? NOT_IMPOSED)
    return isRefused && amount !== undefined ? joinUnsettled(holds, amount) : holds
  }
  return refused({ reason: 'no_case', name: why.name })
}

function rounded(why: ProvisionWhy, outcome: Outcome): Outcome {
  if (
    why.round === undefined ||
    outcome instanceof NoValue ||
    typeof outcome !== 'object' ||
    why.type.kind !== 'number'
  )
    return outcome
  const rounding = parseRounding(why.round, why.type.unit)
  return rounding === undefined ? outcome : round(outcome, rounding.mode, rounding.step)
}
