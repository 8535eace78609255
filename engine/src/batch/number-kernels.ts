/** Loops over numbers. Each is a function of its own with arrays of one kind, so that it is compiled for just that. */
import type { RoundingMode } from '../value/exact.ts'
import { addMonths, type AmbiguousDates, dayOf } from '../value/date.ts'
import { LARGEST_WHOLE, STEP_ERROR } from './vector.ts'

type Floats = Float64Array
type Bytes = Uint8Array

export function addScaled(n: number, out: Floats, a: Floats, fa: number, b: Floats, fb: number): void {
  for (let i = 0; i < n; i += 1) out[i] = (a[i] as number) * fa + (b[i] as number) * fb
}

export function multiplyScaled(n: number, out: Floats, a: Floats, b: Floats, factor: number): void {
  if (factor === 1) for (let i = 0; i < n; i += 1) out[i] = (a[i] as number) * (b[i] as number)
  else for (let i = 0; i < n; i += 1) out[i] = (a[i] as number) * (b[i] as number) * factor
}

/** A quotient by zero is written as zero: its state says that it is none. */
export function divideScaled(n: number, out: Floats, a: Floats, b: Floats, factor: number): void {
  for (let i = 0; i < n; i += 1) {
    const by = b[i] as number
    out[i] = by === 0 ? 0 : ((a[i] as number) / by) * factor
  }
}

export function isZero(n: number, out: Bytes, a: Floats): void {
  for (let i = 0; i < n; i += 1) out[i] = a[i] === 0 ? 1 : 0
}

export function scale(n: number, out: Floats, a: Floats, factor: number): void {
  for (let i = 0; i < n; i += 1) out[i] = (a[i] as number) * factor
}

// --- errors, where they are held place by place: each side's is the size of `s` times `k` ---------------------------------------

/** Of a sum: those of both sides, and what bringing them to one scale and adding them rounds away. */
export function addErrors(
  n: number,
  out: Floats,
  a: Floats,
  sa: Floats,
  ka: number,
  fa: number,
  b: Floats,
  sb: Floats,
  kb: number,
  fb: number,
): void {
  for (let i = 0; i < n; i += 1) {
    const errorA = Math.abs(sa[i] as number) * ka + Math.abs(a[i] as number) * STEP_ERROR * 2
    const errorB = Math.abs(sb[i] as number) * kb + Math.abs(b[i] as number) * STEP_ERROR * 2
    out[i] = errorA * fa + errorB * fb
  }
}

/** Of a product, before it is brought to its scale. */
export function crossErrors(
  n: number,
  out: Floats,
  a: Floats,
  sa: Floats,
  ka: number,
  b: Floats,
  sb: Floats,
  kb: number,
): void {
  for (let i = 0; i < n; i += 1) {
    const errorA = Math.abs(sa[i] as number) * ka
    const errorB = Math.abs(sb[i] as number) * kb
    out[i] = Math.abs(a[i] as number) * errorB + Math.abs(b[i] as number) * errorA + errorA * errorB
  }
}

/** Errors brought to a scale, and the roundings of the result. */
export function withRounding(n: number, out: Floats, errors: Floats, factor: number, values: Floats): void {
  for (let i = 0; i < n; i += 1)
    out[i] = (errors[i] as number) * factor + Math.abs(values[i] as number) * STEP_ERROR * 3
}

/** Where the divisor has none. */
export function divideExactErrors(n: number, out: Floats, quotient: Floats, sa: Floats, ka: number, b: Floats): void {
  for (let i = 0; i < n; i += 1) {
    const by = Math.abs(b[i] as number)
    const given = (Math.abs(sa[i] as number) * ka) / by
    out[i] = by === 0 ? Number.MAX_VALUE : given + Math.abs(quotient[i] as number) * (STEP_ERROR * 3)
  }
}

/** Where the error of the divisor reaches zero, any quotient is possible. */
export function divideErrors(
  n: number,
  out: Floats,
  quotient: Floats,
  sa: Floats,
  ka: number,
  b: Floats,
  sb: Floats,
  kb: number,
  factor: number,
): void {
  for (let i = 0; i < n; i += 1) {
    const size = Math.abs(quotient[i] as number)
    const errorB = Math.abs(sb[i] as number) * kb
    const room = Math.abs(b[i] as number) - errorB
    const given = Math.abs(sa[i] as number) * ka * factor + size * errorB
    out[i] = room > 0 ? given / room + size * STEP_ERROR * 3 : Number.MAX_VALUE
  }
}

/** Brought to a scale, with the rounding of that. */
export function scaledErrors(n: number, out: Floats, s: Floats, k: number, values: Floats, factor: number): void {
  for (let i = 0; i < n; i += 1)
    out[i] = (Math.abs(s[i] as number) * k + Math.abs(values[i] as number) * STEP_ERROR * 2) * factor
}

export function largerErrors(n: number, out: Floats, a: Floats, b: Floats): void {
  for (let i = 0; i < n; i += 1) out[i] = Math.max(a[i] as number, b[i] as number)
}

// --- days --------------------------------------------------------------------------------------------------------------------

export const FIRST_DAY = dayOf(1900, 1, 1)
export const LAST_DAY = dayOf(2199, 12, 31)

/** Whether the calendar of the engine has the day: it refuses others. */
export function inCalendar(n: number, out: Bytes, values: Floats): void {
  for (let i = 0; i < n; i += 1) {
    const day = values[i] as number
    out[i] = day >= FIRST_DAY && day <= LAST_DAY ? 1 : 0
  }
}

export function shiftByMonths(
  n: number,
  out: Floats,
  days: Floats,
  months: Floats,
  factor: number,
  ambiguous: AmbiguousDates,
): void {
  for (let i = 0; i < n; i += 1) {
    const day = days[i] as number
    const by = (months[i] as number) * factor
    const possible = day >= FIRST_DAY && day <= LAST_DAY && Math.abs(by) <= 4800 && Number.isInteger(by)
    out[i] = possible ? addMonths(day, by, ambiguous) : 0
  }
}

// --- the larger, the smaller, the chosen ----------------------------------------------------------------------------------------

export function smaller(n: number, out: Floats, a: Floats, fa: number, b: Floats, fb: number): void {
  for (let i = 0; i < n; i += 1) {
    const x = (a[i] as number) * fa
    const y = (b[i] as number) * fb
    out[i] = x <= y ? x : y
  }
}

export function larger(n: number, out: Floats, a: Floats, fa: number, b: Floats, fb: number): void {
  for (let i = 0; i < n; i += 1) {
    const x = (a[i] as number) * fa
    const y = (b[i] as number) * fb
    out[i] = x >= y ? x : y
  }
}

/** The value where the code is the one asked for, else the other. */
export function replace(
  n: number,
  out: Floats,
  codes: Floats,
  code: number,
  own: Floats,
  factor: number,
  other: Floats,
): void {
  for (let i = 0; i < n; i += 1) out[i] = codes[i] === code ? (own[i] as number) * factor : (other[i] as number)
}

export function addProduct(n: number, out: Floats, a: Floats, b: Floats, more: Floats): void {
  for (let i = 0; i < n; i += 1) out[i] = (a[i] as number) * (b[i] as number) + (more[i] as number)
}

// --- rounding -----------------------------------------------------------------------------------------------------------------

/** Of exact whole numbers to a whole step; the result counts steps. Twice the numbers are still whole. */
export function roundWhole(n: number, out: Floats, a: Floats, factor: number, step: number, mode: RoundingMode): void {
  // A half is added and the rest cut off, which comes to rounding to the nearest.
  if (mode === 'down') cutWhole(n, out, a, factor, 0, step)
  else if (mode === 'half up') cutWhole(n, out, a, factor * 2, step, step * 2)
  else {
    for (let i = 0; i < n; i += 1) {
      const value = (a[i] as number) * factor
      const size = Math.abs(value)
      const steps = wholeSteps(size, step)
      const rest = size - steps * step
      const away = mode === 'up' ? rest > 0 : rest * 2 > step || (rest * 2 === step && steps % 2 === 1)
      const rounded = away ? steps + 1 : steps
      out[i] = value < 0 ? 0 - rounded : rounded
    }
  }
}

function cutWhole(n: number, out: Floats, a: Floats, factor: number, more: number, step: number): void {
  for (let i = 0; i < n; i += 1) {
    const value = (a[i] as number) * factor
    const steps = wholeSteps(Math.abs(value) + more, step)
    out[i] = value < 0 ? 0 - steps : steps
  }
}

/** How often the step goes into the size; the division itself may be rounded up to the next whole number. */
function wholeSteps(size: number, step: number): number {
  const steps = Math.floor(size / step)
  return steps * step > size ? steps - 1 : steps
}

/** Of numbers known up to an error; what lies too close to where the rounding changes is for `roundingIsSure` to tell. */
export function roundNear(n: number, out: Floats, a: Floats, perStep: number, mode: RoundingMode): void {
  if (mode === 'down') for (let i = 0; i < n; i += 1) out[i] = Math.trunc((a[i] as number) * perStep) + 0
  else if (mode !== 'up') for (let i = 0; i < n; i += 1) out[i] = Math.floor((a[i] as number) * perStep + 0.5)
  else {
    for (let i = 0; i < n; i += 1) {
      const value = (a[i] as number) * perStep
      out[i] = value < 0 ? Math.floor(value) : Math.ceil(value) + 0
    }
  }
}

export function roundingIsSure(
  n: number,
  out: Bytes,
  a: Floats,
  s: Floats,
  k: number,
  perStep: number,
  mode: RoundingMode,
): void {
  const half = mode === 'half up' || mode === 'half even'
  for (let i = 0; i < n; i += 1) {
    const size = Math.abs(a[i] as number) * perStep
    const error = Math.abs(s[i] as number) * k * perStep + size * STEP_ERROR * 2
    const rest = size - Math.floor(size)
    const distance = half ? Math.abs(rest - 0.5) : Math.min(rest, 1 - rest)
    out[i] = error === 0 || (distance > error && size + error <= LARGEST_WHOLE) ? 1 : 0
  }
}

// --- comparing ---------------------------------------------------------------------------------------------------------------------

// Truths are added up as numbers, without branches, which random data would mispredict.

/** Codes of an order: less, equal, greater, or too close to say. */
export const LESS = 0
export const EQUAL = 1
export const GREATER = 2
const CLOSE = 3

export function orderExact(n: number, out: Bytes, a: Floats, fa: number, b: Floats, fb: number): void {
  for (let i = 0; i < n; i += 1) {
    const difference = (a[i] as number) * fa - (b[i] as number) * fb
    out[i] = EQUAL + Number(difference > 0) - Number(difference < 0)
  }
}

/** Of numbers with errors: each side's is the size of `s` times `k`. */
export function orderNear(
  n: number,
  out: Bytes,
  a: Floats,
  fa: number,
  sa: Floats,
  ka: number,
  b: Floats,
  fb: number,
  sb: Floats,
  kb: number,
): void {
  for (let i = 0; i < n; i += 1) {
    const x = (a[i] as number) * fa
    const y = (b[i] as number) * fb
    const difference = x - y
    const rounding = (Math.abs(x) + Math.abs(y)) * STEP_ERROR * 2
    const error = Math.abs(sa[i] as number) * ka * fa + Math.abs(sb[i] as number) * kb * fb + rounding
    out[i] = CLOSE - (CLOSE - LESS) * Number(difference < -error) - (CLOSE - GREATER) * Number(difference > error)
  }
}

/** How many of the bounds a key lies above. Three bounds in a passage cost little more than one. */
export function bandOf(n: number, out: Bytes, keys: Floats, bounds: Floats): void {
  for (let at = 0; at < bounds.length; at += 3) {
    const a = bounds[at] as number
    const b = bounds[at + 1] ?? Number.POSITIVE_INFINITY
    const c = bounds[at + 2] ?? Number.POSITIVE_INFINITY
    const before = at === 0 ? 0 : 1
    for (let i = 0; i < n; i += 1) {
      const key = keys[i] as number
      out[i] = (out[i] as number) * before + Number(key > a) + Number(key > b) + Number(key > c)
    }
  }
}

/** The same of keys with an error; one more than there are bounds where it is too close to one. */
export function bandNear(n: number, out: Bytes, keys: Floats, bounds: Floats, error: number): void {
  for (let i = 0; i < n; i += 1) {
    const key = keys[i] as number
    let band = 0
    let close = false
    for (let at = 0; at < bounds.length; at += 1) {
      const bound = bounds[at] as number
      if (key > bound) band += 1
      if (Math.abs(key - bound) <= (Math.abs(key) + Math.abs(bound)) * error) close = true
    }
    out[i] = close ? bounds.length + 1 : band
  }
}
