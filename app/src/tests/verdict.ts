/**
 * Whether what was measured conforms, by a decision rule that was stated before (ILAC-G8:09/2019; JCGM 106:2012): exact decimals, and what lies on
 * the acceptance limit conforms.
 */
import {
  add,
  compare,
  type Exact,
  isNegative,
  isZero,
  parseDecimal,
  subtract,
  toText,
} from '@maqami/engine/value/exact.ts'

/** What a test asks for. The limit is a decimal in the unit of the test. */
export interface Limit {
  readonly limit: string
  readonly holds: 'at_most' | 'at_least'
  readonly decision_rule: 'simple_acceptance' | 'guarded_acceptance'
}

/** As it was written. The expanded uncertainty U has the unit of the value, and is k times the standard uncertainty. */
export interface Measured {
  readonly value: string
  readonly expanded_uncertainty: string
  readonly coverage_factor: string
}

export interface Verdict {
  readonly conforms: boolean
  /** Up to which, or from which, a measured value conforms. */
  readonly acceptance_limit: string
}

/** Under guarded acceptance the limit is moved to the safe side by the whole of U, so that what does not conform is hardly ever accepted. */
export function verdictOf({ value, expanded_uncertainty }: Measured, { limit, holds, decision_rule }: Limit): Verdict {
  const guard = decision_rule === 'guarded_acceptance' ? decimal(expanded_uncertainty) : decimal('0')
  const measured = decimal(value)
  switch (holds) {
    case 'at_most': {
      const most = subtract(decimal(limit), guard)
      return { conforms: compare(measured, most) <= 0, acceptance_limit: toText(most) }
    }
    case 'at_least': {
      const least = add(decimal(limit), guard)
      return { conforms: compare(measured, least) >= 0, acceptance_limit: toText(least) }
    }
  }
}

/** What is written wrongly: no decimal, an uncertainty below zero, a factor of zero or less. */
export function unfitIn(measured: Measured): keyof Measured | undefined {
  const value = parseDecimal(measured.value)
  const uncertainty = parseDecimal(measured.expanded_uncertainty)
  const factor = parseDecimal(measured.coverage_factor)
  if (value === undefined) return 'value'
  if (uncertainty === undefined || isNegative(uncertainty)) return 'expanded_uncertainty'
  return factor === undefined || isNegative(factor) || isZero(factor) ? 'coverage_factor' : undefined
}

function decimal(text: string): Exact {
  const number = parseDecimal(text)
  if (number === undefined) throw new RangeError(`'${text}' is no decimal`)
  return number
}
