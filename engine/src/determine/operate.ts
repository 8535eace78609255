/** What the operators do to values, to none, and to what is undetermined or refused. */
import type { Arithmetic, Comparator } from '../expression/tree.ts'
import { addMonths, type AmbiguousDates, dayOf, type Day } from '../value/date.ts'
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  isWhole,
  isZero,
  multiply,
  negate,
  reduced,
  subtract,
  ZERO,
} from '../value/exact.ts'
import {
  isUnsettled,
  joinUnsettled,
  NoValue,
  NOT_HAPPENED,
  NOT_IMPOSED,
  type Outcome,
  refused,
  type Unsettled,
} from '../value/outcome.ts'
import type { Type } from '../value/type.ts'

const FIRST_DAY = dayOf(1900, 1, 1)
const LAST_DAY = dayOf(2199, 12, 31)

/** A cell that is none counts as zero in an amount. */
function countedAsZero(outcome: Outcome, type: Type): Outcome {
  return outcome === NOT_IMPOSED && type.kind === 'number' ? ZERO : outcome
}

export function calculate(
  operator: Arithmetic,
  left: Outcome,
  right: Outcome,
  types: { readonly left: Type; readonly right: Type },
  ambiguousDates: AmbiguousDates | undefined,
  divisor: string,
): Outcome {
  if (left instanceof NoValue || right instanceof NoValue)
    return calculateNoValue(operator, left, right, types, ambiguousDates, divisor)
  if (typeof left === 'number' || typeof right === 'number')
    return calculateDate(operator, left, right, types, ambiguousDates, divisor)
  const [a, b] = [left as Exact, right as Exact]
  switch (operator) {
    case '+':
      return add(a, b)
    case '-':
      return subtract(a, b)
    case '*':
      return multiply(a, b)
    case '/':
      return isZero(b) ? refused({ reason: 'division_by_zero', name: divisor }) : divide(a, b)
  }
}

function calculateNoValue(
  operator: Arithmetic,
  left: Outcome,
  right: Outcome,
  types: { readonly left: Type; readonly right: Type },
  ambiguousDates: AmbiguousDates | undefined,
  divisor: string,
): Outcome {
  if (left === NOT_HAPPENED || right === NOT_HAPPENED) return NOT_HAPPENED
  // Nothing is imposed: nothing times whatever it may be is still nothing.
  if (operator === '*' && (left === NOT_IMPOSED || right === NOT_IMPOSED)) return NOT_IMPOSED
  if (operator === '/' && left === NOT_IMPOSED) return NOT_IMPOSED
  if (isUnsettled(left) || isUnsettled(right)) return joinUnsettled(left, right)
  if (left === NOT_IMPOSED && right === NOT_IMPOSED) return NOT_IMPOSED
  if (types.left.kind === 'date' || types.right.kind === 'date') return NOT_IMPOSED
  return calculate(
    operator,
    countedAsZero(left, types.left),
    countedAsZero(right, types.right),
    types,
    ambiguousDates,
    divisor,
  )
}

function calculateDate(
  operator: Arithmetic,
  left: Outcome,
  right: Outcome,
  types: { readonly left: Type; readonly right: Type },
  ambiguousDates: AmbiguousDates | undefined,
  name: string,
): Outcome {
  if (typeof left === 'number' && typeof right === 'number') return exact(left - right)
  const date = (typeof left === 'number' ? left : right) as Day
  const other = (typeof left === 'number' ? right : left) as Exact
  const otherType = typeof left === 'number' ? types.right : types.left
  if (!isWhole(other)) return refused({ reason: 'not_a_day', name })
  const amount = Number(reduced(operator === '-' ? negate(other) : other).n)
  let day: Day
  if (otherType.kind === 'calendar') {
    const months = otherType.unit === 'years' ? amount * 12 : amount
    day = Math.abs(months) > 12 * 400 ? Number.NaN : addMonths(date, months, ambiguousDates ?? 'earlier')
  } else day = date + amount
  return day >= FIRST_DAY && day <= LAST_DAY ? day : refused({ reason: 'not_a_day', name })
}

/** A comparison with an event that has not happened is false, whatever stands on the other side. */
export function compareOutcomes(operator: Comparator, left: Outcome, right: Outcome, type: Type): Outcome {
  if (left instanceof NoValue || right instanceof NoValue) {
    if (left === NOT_HAPPENED || right === NOT_HAPPENED) return false
    if (isUnsettled(left) || isUnsettled(right)) return joinUnsettled(left, right)
    if (type.kind !== 'number') return false
    return compareOutcomes(operator, countedAsZero(left, type), countedAsZero(right, type), type)
  }
  const order =
    typeof left === 'object' && typeof right === 'object'
      ? compare(left, right)
      : left === right
        ? 0
        : (left as number) < (right as number)
          ? -1
          : 1
  switch (operator) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

/** Kleene's three values. */
export function both(left: Outcome, right: Outcome): Outcome {
  if (left === false || right === false) return false
  return isUnsettled(left) || isUnsettled(right) ? joinUnsettled(left, right) : true
}

export function either(left: Outcome, right: Outcome): Outcome {
  if (left === true || right === true) return true
  return isUnsettled(left) || isUnsettled(right) ? joinUnsettled(left, right) : false
}

export function opposite(outcome: Outcome): Outcome {
  return outcome === true ? false : outcome === false ? true : outcome
}

/** The smallest or largest; none among them makes it none, as in other arithmetic. */
export function extremeOf(operator: 'min' | 'max', outcomes: readonly Outcome[], type: Type): Outcome {
  let best: Outcome | undefined
  let unsettled: Unsettled | undefined
  for (const given of outcomes) {
    if (given === NOT_HAPPENED) return NOT_HAPPENED
    const outcome = countedAsZero(given, type)
    if (isUnsettled(outcome)) unsettled = unsettled === undefined ? outcome : joinUnsettled(unsettled, outcome)
    else if (outcome === NOT_IMPOSED) return NOT_IMPOSED
    else if (best === undefined || compareOutcomes(operator === 'min' ? '<' : '>', outcome, best, type) === true)
      best = outcome
  }
  return unsettled ?? best ?? NOT_IMPOSED
}
