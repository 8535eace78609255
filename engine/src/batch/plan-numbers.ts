/** Steps that compute numbers from numbers, with what is known of their bounds, errors and states. */
import type { AmbiguousDates } from '../value/date.ts'
import { type Exact, reduced, toDecimal } from '../value/exact.ts'
import type { Rounding } from '../value/notation.ts'
import { canBe, combined, constant, firstOf, isAlways } from './codes.ts'
import * as kernel from './number-kernels.ts'
import { FIRST_DAY, LAST_DAY } from './number-kernels.ts'
import type { Plan } from './plan.ts'
import { addedShare, cell, type Cells, coded, computed } from './values.ts'
import {
  type Codes,
  HAS_VALUE,
  IMPOSES_NOTHING,
  largest,
  LARGEST_WHOLE,
  LEFT_OPEN,
  NOT_HAPPENED_YET,
  type Numbers,
  STEP_ERROR,
  type Values,
} from './vector.ts'

/** Beyond these the exact engine has to say whether a number is too long, or a double might run over or under. */
const MOST_DIGITS = 60_000
const MOST_SIZE = 1e150
const LEAST_FLOOR = -900
const DEEPEST_SCALE = 22

const power = (exponent: number): number => 10 ** exponent

/** The power of two below a positive number. */
const bits = (size: number): number => Math.floor(Math.log2(size))

/** Exact whole numbers, unless said otherwise. */
export function numbers(own: Partial<Numbers> & Pick<Numbers, 'values' | 'least' | 'most'>): Numbers {
  return {
    kind: 'numbers',
    state: constant(HAS_VALUE),
    scale: 0,
    whole: true,
    error: 0,
    errors: undefined,
    floor: 0,
    digits: 128,
    decimal: true,
    ...own,
  }
}

export function constantNumber(value: number, scale = 0): Numbers {
  return numbers({ values: cell(value), scale, least: value, most: value })
}

export function withoutValue(state: number): Numbers {
  return numbers({ values: cell(0), state: constant(state), least: 0, most: 0 })
}

export function openNumbers(): Numbers {
  return withoutValue(LEFT_OPEN)
}

/** Whether the exact result of exact whole numbers is still one. */
function staysWhole(most: number, scale: number, ...sides: readonly Numbers[]): boolean {
  return most <= LARGEST_WHOLE && scale <= DEEPEST_SCALE && sides.every((side) => side.whole)
}

export function isTooLong(digits: number, most: number, floor: number): boolean {
  return digits > MOST_DIGITS || !(most <= MOST_SIZE) || floor < LEAST_FLOOR
}

/** The errors of each place: the size of the values times the factor. */
export function errorsOf({ errors, error, values }: Numbers): { readonly values: Values; readonly factor: number } {
  return errors === undefined ? { values, factor: error } : { values: errors, factor: 1 }
}

// --- states of results ----------------------------------------------------------------------------------------------------------------

/** An event that has not happened makes the result so; what is open stays open; of nothings and values `nothing` says. */
function joinStates(plan: Plan, a: Codes, b: Codes, nothing: (a: number, b: number) => number): Codes {
  return combined(plan, [a, b], (x, y) => {
    if (x === NOT_HAPPENED_YET || y === NOT_HAPPENED_YET) return NOT_HAPPENED_YET
    if (x === LEFT_OPEN || y === LEFT_OPEN) return LEFT_OPEN
    return x === HAS_VALUE && y === HAS_VALUE ? HAS_VALUE : nothing(x, y)
  })
}

const ZERO_IN_SUMS = (x: number, y: number): number => (x === y ? IMPOSES_NOTHING : HAS_VALUE)
const NOTHING_AT_ALL = (): number => IMPOSES_NOTHING

// --- arithmetic -----------------------------------------------------------------------------------------------------------------------

export function add(plan: Plan, a: Numbers, b: Numbers, sign: 1 | -1): Numbers {
  const common = Math.max(a.scale, b.scale)
  const size = largest(a) * power(common - a.scale) + largest(b) * power(common - b.scale)
  const whole = staysWhole(size, common, a, b)
  const scale = whole ? common : 0
  const [fa, fb] = [power(scale - a.scale), sign * power(scale - b.scale)]
  const [lowB, highB] = sign === 1 ? [b.least * fb, b.most * fb] : [b.most * fb, b.least * fb]
  const [least, most] = [a.least * fa + lowB, a.most * fa + highB]
  const decimal = a.decimal && b.decimal
  const digits = (decimal ? Math.max(a.digits, b.digits) : a.digits + b.digits) + 1
  // What is left of a difference is no smaller than the last digit of its sides.
  const floor = whole ? 0 : Math.min(a.floor + bits(fa), b.floor + bits(Math.abs(fb))) - 54
  if (isTooLong(digits, Math.max(Math.abs(least), Math.abs(most)), floor)) return openNumbers()
  const values = computed(plan, [a.values, b.values], (n, out, x, y) => kernel.addScaled(n, out, x, fa, y, fb))
  const state = joinStates(plan, a.state, b.state, ZERO_IN_SUMS)
  const known = { values, state, scale, whole, least, most, floor, digits, decimal }
  if (whole) return numbers({ ...known, values: shifted(values, a.values, fa, b.values, fb) })
  const oneSign = (a.least >= 0 && lowB >= 0) || (a.most <= 0 && highB <= 0)
  if (oneSign && a.errors === undefined && b.errors === undefined)
    return numbers({ ...known, error: Math.max(a.error, b.error) + STEP_ERROR * 2 })
  const [ea, eb] = [errorsOf(a), errorsOf(b)]
  const errors = computed(plan, [a.values, ea.values, b.values, eb.values], (n, out, x, sx, y, sy) =>
    kernel.addErrors(n, out, x, sx, ea.factor, fa, y, sy, eb.factor, Math.abs(fb)),
  )
  return numbers({ ...known, errors })
}

/** A constant beside an array, such as `1 - rate`. */
function shifted(sum: Values, a: Values, fa: number, b: Values, fb: number): Values {
  if (sum.kind === 'cells') return sum
  const [aIs, bIs] = [constantOf(a), constantOf(b)]
  if (bIs !== undefined) return { ...sum, follows: { kind: 'shifted', of: a, times: fa, more: bIs * fb } }
  if (aIs !== undefined) return { ...sum, follows: { kind: 'shifted', of: b, times: fb, more: aIs * fa } }
  return sum
}

function constantOf(values: Values): number | undefined {
  return values.kind === 'cells' && values.inputs.length === 0 ? values.cells[0] : undefined
}

export function negate(plan: Plan, of: Numbers): Numbers {
  const values = computed(plan, [of.values], (n, out, a) => kernel.scale(n, out, a, -1))
  return { ...of, values, least: -of.most, most: -of.least }
}

export function multiply(plan: Plan, a: Numbers, b: Numbers): Numbers {
  const size = largest(a) * largest(b)
  const whole = staysWhole(size, a.scale + b.scale, a, b)
  const scale = whole ? a.scale + b.scale : 0
  const factor = whole ? 1 : power(-(a.scale + b.scale))
  const corners = [a.least * b.least, a.least * b.most, a.most * b.least, a.most * b.most].map((one) => one * factor)
  const [least, most] = [Math.min(...corners), Math.max(...corners)]
  const digits = a.digits + b.digits
  const floor = whole ? 0 : a.floor + b.floor + bits(factor)
  if (isTooLong(digits, size * factor, floor)) return openNumbers()
  const values = computed(plan, [a.values, b.values], (n, out, x, y) => kernel.multiplyScaled(n, out, x, y, factor))
  // Nothing times something is nothing, and its value is 0 already.
  const state = joinStates(plan, a.state, b.state, NOTHING_AT_ALL)
  const known = { values, state, scale, whole, least, most, floor, digits, decimal: a.decimal && b.decimal }
  if (whole && values.kind === 'array')
    return numbers({ ...known, values: { ...values, follows: { kind: 'product', sides: [a.values, b.values] } } })
  if (whole) return numbers(known)
  if (a.errors === undefined && b.errors === undefined)
    return numbers({ ...known, error: a.error + b.error + STEP_ERROR * 3 })
  const [ea, eb] = [errorsOf(a), errorsOf(b)]
  const crossed = computed(plan, [a.values, ea.values, b.values, eb.values], (n, out, x, sx, y, sy) =>
    kernel.crossErrors(n, out, x, sx, ea.factor, y, sy, eb.factor),
  )
  const errors = computed(plan, [crossed, values], (n, out, e, v) => kernel.withRounding(n, out, e, factor, v))
  return numbers({ ...known, errors })
}

export function divide(plan: Plan, a: Numbers, b: Numbers): Numbers {
  const factor = power(b.scale - a.scale)
  const digits = a.digits + b.digits
  const mayBeZero = b.least <= 0 && b.most >= 0
  const closest = mayBeZero ? (b.whole ? 1 : 2 ** b.floor) : Math.min(Math.abs(b.least), Math.abs(b.most))
  const most = (largest(a) / closest) * factor
  const floor = a.floor - bits(Math.max(largest(b), 1)) + bits(factor)
  if (isTooLong(digits, most, floor)) return openNumbers()
  const values = computed(plan, [a.values, b.values], (n, out, x, y) => kernel.divideScaled(n, out, x, y, factor))
  const sameSign = (a.least >= 0 && b.least >= 0) || (a.most <= 0 && b.most <= 0)
  const known = { values, whole: false, least: sameSign ? 0 : -most, most, floor, digits, decimal: false }
  const state = divideStates(plan, a, b, mayBeZero)
  if (a.errors === undefined && b.errors === undefined)
    return numbers({ ...known, state, error: a.error + b.error + STEP_ERROR * 3 })
  const [ea, eb] = [errorsOf(a), errorsOf(b)]
  if (b.whole) {
    const errors = computed(plan, [values, ea.values, b.values], (n, out, q, sx, y) =>
      kernel.divideExactErrors(n, out, q, sx, ea.factor * factor, y),
    )
    return numbers({ ...known, state, errors })
  }
  const errors = computed(plan, [values, ea.values, b.values, eb.values], (n, out, q, sx, y, sy) =>
    kernel.divideErrors(n, out, q, sx, ea.factor, y, sy, eb.factor, factor),
  )
  return numbers({ ...known, state, errors })
}

/** A division by zero is refused, except of nothing. */
function divideStates(plan: Plan, a: Numbers, b: Numbers, mayBeZero: boolean): Codes {
  const joined = combined(plan, [a.state, b.state], (x, y) => {
    if (x === NOT_HAPPENED_YET || y === NOT_HAPPENED_YET) return NOT_HAPPENED_YET
    if (x === LEFT_OPEN || y === LEFT_OPEN) return LEFT_OPEN
    // A divisor that is none is zero.
    return x === IMPOSES_NOTHING ? IMPOSES_NOTHING : y === IMPOSES_NOTHING ? LEFT_OPEN : HAS_VALUE
  })
  if (!mayBeZero) return joined
  const zero = coded(plan, [b.values], 2, (n, out, y) => kernel.isZero(n, out, y))
  return combined(plan, [joined, zero], (state, isZero) => (state === HAS_VALUE && isZero === 1 ? LEFT_OPEN : state))
}

// --- days --------------------------------------------------------------------------------------------------------------------------------

export function daysBetween(plan: Plan, a: Numbers, b: Numbers): Numbers {
  const state = joinStates(plan, a.state, b.state, NOTHING_AT_ALL)
  const values = computed(plan, [a.values, b.values], (n, out, x, y) => kernel.addScaled(n, out, x, 1, y, -1))
  return zeroedWhereNothing(plan, numbers({ values, state, least: a.least - b.most, most: a.most - b.least }))
}

function zeroedWhereNothing(plan: Plan, of: Numbers): Numbers {
  if (!canBe(of.state, IMPOSES_NOTHING)) return of
  const counts = combined(plan, [of.state], (state) => (state === IMPOSES_NOTHING ? 0 : 1))
  const factor = cellsOf(counts)
  const values = computed(plan, [of.values, factor], (n, out, x, y) => kernel.multiplyScaled(n, out, x, y, 1))
  return { ...of, values, least: Math.min(0, of.least), most: Math.max(0, of.most) }
}

/** Codes as numbers. */
function cellsOf(codes: Codes): Cells {
  return { kind: 'cells', inputs: codes.inputs, cells: Float64Array.from(codes.table) }
}

/** A day and a number of days. Days that are not whole are refused, so only whole ones are tried here. */
export function shiftDays(plan: Plan, date: Numbers, days: Numbers, sign: 1 | -1): Numbers {
  if (!days.whole || days.scale > 0) return openNumbers()
  const values = computed(plan, [date.values, days.values], (n, out, x, y) => kernel.addScaled(n, out, x, 1, y, sign))
  const shifts = sign === 1 ? [days.least, days.most] : [-days.most, -days.least]
  const bounds = { least: date.least + (shifts[0] as number), most: date.most + (shifts[1] as number) }
  return asDays(plan, values, date, days, bounds)
}

const LONGEST_MONTH = 31

export function shiftCalendar(
  plan: Plan,
  date: Numbers,
  by: Numbers,
  months: number,
  ambiguous: AmbiguousDates,
): Numbers {
  if (!by.whole || by.scale > 0) return openNumbers()
  const values = computed(plan, [date.values, by.values], (n, out, x, y) =>
    kernel.shiftByMonths(n, out, x, y, months, ambiguous),
  )
  const days = largest(by) * Math.abs(months) * LONGEST_MONTH
  const bounds = { least: Math.min(0, date.least - days), most: Math.max(0, date.most + days) }
  return asDays(plan, values, date, by, bounds)
}

function asDays(plan: Plan, values: Values, a: Numbers, b: Numbers, bounds: Bounds): Numbers {
  const joined = joinStates(plan, a.state, b.state, NOTHING_AT_ALL)
  if (bounds.least >= FIRST_DAY && bounds.most <= LAST_DAY) return numbers({ values, state: joined, ...bounds })
  const possible = coded(plan, [values], 2, (n, out, x) => kernel.inCalendar(n, out, x))
  const state = combined(plan, [joined, possible], (one, is) => (one === HAS_VALUE && is === 0 ? LEFT_OPEN : one))
  return numbers({ values, state, ...bounds })
}

interface Bounds {
  readonly least: number
  readonly most: number
}

// --- choices ---------------------------------------------------------------------------------------------------------------------------

export function extreme(plan: Plan, operator: 'min' | 'max', a: Numbers, b: Numbers, noneIsZero: boolean): Numbers {
  const known = together([a, b])
  const [fa, fb] = [power(known.scale - a.scale), power(known.scale - b.scale)]
  const step = operator === 'min' ? kernel.smaller : kernel.larger
  const values = computed(plan, [a.values, b.values], (n, out, x, y) => step(n, out, x, fa, y, fb))
  const state = combined(plan, [a.state, b.state], (x, y) => {
    if (x === LEFT_OPEN || y === LEFT_OPEN) return LEFT_OPEN
    if (noneIsZero) return x === NOT_HAPPENED_YET || y === NOT_HAPPENED_YET ? NOT_HAPPENED_YET : HAS_VALUE
    return x === HAS_VALUE ? y : x
  })
  if (known.error === undefined) {
    const errors = computed(plan, [errorsOn(plan, a, known.scale), errorsOn(plan, b, known.scale)], (n, out, x, y) =>
      kernel.largerErrors(n, out, x, y),
    )
    return numbers({ ...known, values, state, error: 0, errors })
  }
  return numbers({ ...known, values, state, error: known.error })
}

/** What holds of numbers that may come from any of these. The error is undefined where it is held place by place. */
function together(sides: readonly Numbers[]): Omit<Numbers, 'kind' | 'values' | 'state' | 'errors' | 'error'> & {
  readonly error: number | undefined
} {
  const common = Math.max(...sides.map((one) => one.scale))
  const whole = sides.every((one) => staysWhole(largest(one) * power(common - one.scale), common, one))
  const scale = whole ? common : 0
  const factors = sides.map((one) => power(scale - one.scale))
  const byPlace = sides.some((one) => one.errors !== undefined)
  return {
    scale,
    whole,
    // What imposes nothing is 0.
    least: Math.min(0, ...sides.map((one, index) => one.least * (factors[index] as number))),
    most: Math.max(0, ...sides.map((one, index) => one.most * (factors[index] as number))),
    floor: Math.min(...sides.map((one, index) => one.floor + bits(factors[index] as number))),
    digits: Math.max(...sides.map((one) => one.digits)),
    decimal: sides.every((one) => one.decimal),
    error: byPlace ? undefined : whole ? 0 : Math.max(...sides.map((one) => one.error)) + STEP_ERROR,
  }
}

/** Errors place by place, with the rounding of bringing the values to another scale. */
function errorsOn(plan: Plan, of: Numbers, scale: number): Values {
  const { values, factor } = errorsOf(of)
  if (of.scale === scale && of.errors !== undefined) return values
  const by = power(scale - of.scale)
  return computed(plan, [values, of.values], (n, out, s, v) => kernel.scaledErrors(n, out, s, factor, v, by))
}

export interface Choice {
  readonly guard: Codes | undefined
  readonly amount: Numbers
}

const MOST_CHOICES = 250

/** The amount of the first guard that holds; open where a guard before it is, or where none holds. */
export function choose(plan: Plan, choices: readonly Choice[]): Numbers {
  if (choices.length > MOST_CHOICES) return openNumbers()
  const taken = firstOf(
    plan,
    choices.map(({ guard }) => guard),
  )
  const amounts = choices.map(({ amount }) => amount)
  const reached = amounts.filter((_, at) => canBe(taken, at))
  const state = amounts.reduceRight<Codes>(
    (later, amount, at) =>
      canBe(taken, at)
        ? combined(plan, [taken, later, amount.state], (code, next, own) => (code === at ? own : next))
        : later,
    combined(plan, [taken], () => LEFT_OPEN),
  )
  if (reached.length === 0) return openNumbers()
  if (reached.length === 1 && isAlways(taken, amounts.indexOf(reached[0] as Numbers)))
    return { ...(reached[0] as Numbers), state }
  const known = together(reached)
  const parts = amounts.map(({ values, scale }) => ({ values, factor: power(known.scale - scale), exact: known.whole }))
  const values = picked(plan, taken, parts)
  if (known.error !== undefined) return numbers({ ...known, values, state, error: known.error })
  const errorParts = amounts.map((one) => ({ values: errorsOn(plan, one, known.scale), factor: 1, exact: false }))
  const errors = picked(plan, taken, errorParts)
  return numbers({ ...known, values, state, error: 0, errors })
}

interface Part {
  readonly values: Values
  readonly factor: number
  /** Whether what follows from the values is exact too, in whatever order it is computed. */
  readonly exact: boolean
}

/** Of each place, the values of the part that was taken: what follows from codes in one table, and of each array its share. */
function picked(plan: Plan, taken: Codes, parts: readonly Part[]): Values {
  const codes = cellsOf(taken)
  let chosen: Values = cell(0)
  const arrays: { readonly of: Values; readonly share: Cells }[] = []
  for (const [at, { values, factor, exact }] of parts.entries()) {
    if (!canBe(taken, at)) continue
    const follows = exact && values.kind === 'array' && values.follows?.kind === 'shifted' ? values.follows : undefined
    const fixed = values.kind === 'cells' ? values : cell(follows?.more ?? 0)
    chosen = computed(plan, [codes, fixed, chosen], (n, out, code, own, other) =>
      kernel.replace(n, out, code, at, own, factor, other),
    )
    if (values.kind === 'cells') continue
    const times = factor * (follows?.times ?? 1)
    const share = { ...codes, cells: codes.cells.map((code) => (code === at ? times : 0)) }
    arrays.push({ of: follows?.of ?? values, share })
  }
  return arrays.reduce((sum, { of, share }) => addedShare(plan, of, share, sum), chosen)
}

// --- rounding ----------------------------------------------------------------------------------------------------------------------------

/** Rounds to whole steps; the result is on the scale of the step. */
export function rounded(plan: Plan, of: Numbers, { mode, step }: Rounding): Numbers {
  const places = placesOf(step)
  if (places === undefined) return openNumbers()
  const unit = Number((BigInt(step.n) * 10n ** BigInt(places)) / BigInt(step.d))
  const bound = (largest(of) * power(places - of.scale) + unit) * 1.01
  if (isTooLong(of.digits, bound, of.floor) || bound > LARGEST_WHOLE) return openNumbers()
  const common = Math.max(of.scale, places)
  const [factor, stepSize] = [power(common - of.scale), unit * power(common - places)]
  const known = { scale: places, least: of.least >= 0 ? 0 : -bound, most: of.most <= 0 ? 0 : bound }
  const inUnits = (counted: Values): Values =>
    unit === 1 ? counted : computed(plan, [counted], (n, out, x) => kernel.scale(n, out, x, unit))
  if (staysWhole(largest(of) * factor * 2 + stepSize * 2, common, of)) {
    const counted = computed(plan, [of.values], (n, out, x) => kernel.roundWhole(n, out, x, factor, stepSize, mode))
    return numbers({ ...known, values: inUnits(counted), state: of.state })
  }
  const errors = errorsOf(of)
  const perStep = power(places - of.scale) / unit
  const counted = computed(plan, [of.values], (n, out, x) => kernel.roundNear(n, out, x, perStep, mode))
  const sure = coded(plan, [of.values, errors.values], 2, (n, out, x, s) =>
    kernel.roundingIsSure(n, out, x, s, errors.factor, perStep, mode),
  )
  const state = combined(plan, [of.state, sure], (one, is) => (one === HAS_VALUE && is === 0 ? LEFT_OPEN : one))
  return numbers({ ...known, values: inUnits(counted), state })
}

/** Decimal places of a number that has some, or undefined. */
export function placesOf(value: Exact): number | undefined {
  const text = toDecimal(reduced(value))
  if (text === undefined) return undefined
  const point = text.indexOf('.')
  const places = point === -1 ? 0 : text.length - point - 1
  return places <= DEEPEST_SCALE ? places : undefined
}
