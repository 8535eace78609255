/**
 * Exact numbers: a fraction of two whole numbers, never a binary floating point one.
 *
 * Whole numbers up to 2^53 are held as JavaScript integers, on which +, − and × are exact as long as the result is itself
 * below 2^53; everything larger is a BigInt. Which of the two is used is an economy and never changes a result.
 * Fractions are not reduced until they are printed: comparing and adding need only a common denominator.
 */
export type Whole = number | bigint

export interface Exact {
  readonly n: Whole
  /** Always positive. */
  readonly d: Whole
}

const LARGEST = Number.MAX_SAFE_INTEGER

function whole(value: bigint): Whole {
  return value <= 9007199254740991n && value >= -9007199254740991n ? Number(value) : value
}

function times(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    // Adding zero turns -0 into 0.
    if (product <= LARGEST && product >= -LARGEST) return product + 0
  }
  return whole(BigInt(a) * BigInt(b))
}

function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (sum <= LARGEST && sum >= -LARGEST) return sum
  }
  return whole(BigInt(a) + BigInt(b))
}

function minus(a: Whole): Whole {
  return typeof a === 'number' ? 0 - a : -a
}

/** a divided by b when b divides it without remainder, else undefined. */
function dividedEvenly(a: Whole, b: Whole): Whole | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a % b === 0 ? a / b : undefined
  const left = BigInt(a)
  const right = BigInt(b)
  return left % right === 0n ? whole(left / right) : undefined
}

export const ZERO: Exact = { n: 0, d: 1 }
export const ONE: Exact = { n: 1, d: 1 }

export function exact(n: Whole, d: Whole = 1): Exact {
  if (d === 0 || d === 0n) throw new RangeError('a fraction with a zero denominator')
  return d < 0 ? { n: minus(n), d: minus(d) } : { n, d }
}

export function add(a: Exact, b: Exact): Exact {
  if (a.d === b.d) return { n: plus(a.n, b.n), d: a.d }
  const raise = dividedEvenly(a.d, b.d)
  if (raise !== undefined) return { n: plus(a.n, times(b.n, raise)), d: a.d }
  const lower = dividedEvenly(b.d, a.d)
  if (lower !== undefined) return { n: plus(times(a.n, lower), b.n), d: b.d }
  return reducedWhenLong(plus(times(a.n, b.d), times(b.n, a.d)), times(a.d, b.d))
}

export function negate(a: Exact): Exact {
  return { n: minus(a.n), d: a.d }
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b))
}

export function multiply(a: Exact, b: Exact): Exact {
  return reducedWhenLong(times(a.n, b.n), times(a.d, b.d))
}

/** The caller has made sure that b is not zero. */
export function divide(a: Exact, b: Exact): Exact {
  if (isZero(b)) throw new RangeError('division by zero')
  const n = times(a.n, b.d)
  const d = times(a.d, b.n)
  return d < 0 ? reducedWhenLong(minus(n), minus(d)) : reducedWhenLong(n, d)
}

/** Negative, zero or positive as a is less than, equal to or greater than b. By cross multiplication: no division, no rounding. */
export function compare(a: Exact, b: Exact): number {
  const left = a.d === b.d ? a.n : times(a.n, b.d)
  const right = a.d === b.d ? b.n : times(b.n, a.d)
  return left < right ? -1 : left > right ? 1 : 0
}

export function isZero(a: Exact): boolean {
  return a.n === 0 || a.n === 0n
}

export function isNegative(a: Exact): boolean {
  return a.n < 0
}

export function isWhole(a: Exact): boolean {
  return dividedEvenly(a.n, a.d) !== undefined
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** The same number in lowest terms. */
export function reduced(a: Exact): Exact {
  if (a.d === 1) return a
  if (typeof a.n === 'number' && typeof a.d === 'number') {
    let [x, y] = [Math.abs(a.n), a.d]
    while (y !== 0) [x, y] = [y, x % y]
    return x === 1 ? a : { n: a.n / x, d: a.d / x }
  }
  const n = BigInt(a.n)
  const d = BigInt(a.d)
  const divisor = greatestCommonDivisor(n, d)
  return divisor === 1n ? a : { n: whole(n / divisor), d: whole(d / divisor) }
}

const LONG = 1n << 256n
const VERY_LONG = 1n << 4096n
const TOO_LONG = 1n << 131_072n

/** A number that no facts lead to, only formulas that square and square again. */
export class TooLong extends RangeError {}

/**
 * Keeps chains of multiplications from growing without end. Very long fractions are left as they are, since reducing them costs
 * more than it saves; at some forty thousand digits it throws `TooLong`.
 */
function reducedWhenLong(n: Whole, d: Whole): Exact {
  if (typeof n === 'bigint' && (n > TOO_LONG || n < -TOO_LONG)) throw new TooLong('a number of forty thousand digits')
  if (typeof d === 'number' || d < LONG) return { n, d }
  if (d > TOO_LONG) throw new TooLong('a fraction of forty thousand digits')
  return d < VERY_LONG ? reduced({ n, d }) : { n, d }
}

// --- text ---------------------------------------------------------------------------------------------------------------

const DECIMAL = /^-?\d{1,60}(\.\d{1,30})?$/

/** Reads `-1250000.50`; thousands separators and exponents are not numbers here. */
export function parseDecimal(text: string): Exact | undefined {
  return shortDecimal(text) ?? (DECIMAL.test(text) ? decimal(text) : undefined)
}

const MINUS = 45
const POINT = 46
const NOUGHT = 48
const TENS = [1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14] as const

/** Most numbers are short, and returns have many of them. Undefined for whatever is not short and plain. */
function shortDecimal(text: string): Exact | undefined {
  if (text.length > 16) return undefined
  const first = text.charCodeAt(0) === MINUS ? 1 : 0
  let n = 0
  let digits = 0
  let point = -1
  for (let index = first; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === POINT && point === -1 && digits > 0) point = digits
    else if (code >= NOUGHT && code < NOUGHT + 10) {
      n = n * 10 + code - NOUGHT
      digits += 1
    } else return undefined
  }
  if (digits === 0 || digits > 15 || point === digits) return undefined
  return { n: first === 1 ? 0 - n : n, d: point === -1 ? 1 : (TENS[digits - point] as number) }
}

function decimal(text: string): Exact {
  const [integer = '', fraction = ''] = text.split('.')
  return { n: whole(BigInt(integer + fraction)), d: whole(10n ** BigInt(fraction.length)) }
}

export type RoundingMode = 'down' | 'up' | 'half up' | 'half even'

/**
 * Rounds to a whole multiple of `step`. `down` and `up` are towards and away from zero, and so is the half of `half up`:
 * a repayment rounds as its payment did.
 */
export function round(a: Exact, mode: RoundingMode, step: Exact): Exact {
  const steps = divide(a, step)
  const n = BigInt(steps.n)
  const d = BigInt(steps.d)
  const size = n < 0n ? -n : n
  const floor = size / d
  const rest = size % d
  let away = false
  switch (mode) {
    case 'down':
      break
    case 'up':
      away = rest !== 0n
      break
    case 'half up':
      away = rest * 2n >= d
      break
    case 'half even':
      away = rest * 2n > d || (rest * 2n === d && floor % 2n === 1n)
      break
  }
  const rounded = away ? floor + 1n : floor
  return multiply({ n: whole(n < 0n ? -rounded : rounded), d: 1 }, step)
}

/** The decimal text when there is one (a denominator of twos and fives), else undefined. Trailing zeros are left out. */
export function toDecimal(a: Exact): string | undefined {
  const power = typeof a.n === 'number' ? POWERS_OF_TEN.indexOf(a.d) : -1
  if (power !== -1) return decimalOf(a.n as number, power)
  const { n, d } = reduced(a)
  if (d === 1) return String(n)
  let rest = BigInt(d)
  let twos = 0
  let fives = 0
  while (rest % 2n === 0n) {
    rest /= 2n
    twos += 1
  }
  while (rest % 5n === 0n) {
    rest /= 5n
    fives += 1
  }
  if (rest !== 1n) return undefined
  const places = Math.max(twos, fives)
  const scaled = (BigInt(n) * 10n ** BigInt(places)) / BigInt(d)
  return withPoint(scaled, places)
}

const POWERS_OF_TEN: readonly Whole[] = Array.from({ length: 16 }, (_, places) => 10 ** places)

/** What files are written in, whole numbers of hundredths and the like, without the detour over lowest terms. */
function decimalOf(n: number, places: number): string {
  let digits = n
  let left = places
  while (left > 0 && digits % 10 === 0) {
    digits /= 10
    left -= 1
  }
  if (left === 0) return String(digits)
  const text = String(Math.abs(digits)).padStart(left + 1, '0')
  return `${digits < 0 ? '-' : ''}${text.slice(0, -left)}.${text.slice(-left)}`
}

function withPoint(scaled: bigint, places: number): string {
  if (places === 0) return scaled.toString()
  const sign = scaled < 0n ? '-' : ''
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0')
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** Decimal text with exactly that many places, the half rounded up; for showing, never for deciding. */
export function toFixed(a: Exact, places: number): string {
  const step = exact(1, whole(10n ** BigInt(places)))
  const scaled = divide(round(a, 'half up', step), step)
  return withPoint(BigInt(reduced(scaled).n), places)
}

/** The fraction as text that loses nothing: `0.1`, or `1/3`. It is the form in which numbers are hashed and exported. */
export function toText(a: Exact): string {
  const ending = toDecimal(a)
  if (ending !== undefined) return ending
  const { n, d } = reduced(a)
  return `${n}/${d}`
}

const WRITTEN_DECIMAL = /^-?\d+(\.\d+)?$/

/** Reads what `toText` writes: longer numbers than anybody may file, since results are longer than facts. */
export function fromText(text: string): Exact | undefined {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(text)
  if (fraction === null) return WRITTEN_DECIMAL.test(text) ? decimal(text) : undefined
  const d = BigInt(fraction[2] ?? '')
  return d === 0n ? undefined : { n: whole(BigInt(fraction[1] ?? '')), d: whole(d) }
}
