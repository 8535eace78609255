/** From the text that a workbook stores to the number or the day that its writer meant. */
import { dayOf, formatDay } from '@maqami/engine/value/date.ts'
import { type Exact, exact } from '@maqami/engine/value/exact.ts'

/** A number, and its text as the policy language writes numbers: no exponent, no thousands. */
export interface NumberValue {
  readonly text: string
  readonly exact: Exact
}

export type NumberRead = NumberValue | 'not a number' | 'too many digits' | 'out of range'

const PLAIN = /^-?\d+(?:\.\d+)?$/
const STORED = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/

/**
 * Reads a number as a workbook stores it. A spreadsheet keeps fifteen significant digits of what is typed, and writes the binary
 * fraction nearest to it with seventeen (0.1 as 0.10000000000000001). So a longer text is taken as the fifteen digits that the
 * spreadsheet shows, but only where those fifteen lead back to the same stored number; any other would be altered by us
 * unseen, and is refused. A calculated number carries the noise of binary arithmetic (0.30000000000000004): nobody typed its last
 * digits, so it is taken as it is shown.
 */
export function readStoredNumber(stored: string, calculated: boolean): NumberRead {
  if (stored.length <= 15 && PLAIN.test(stored)) return plainNumber(stored)
  if (!STORED.test(stored)) return 'not a number'
  const digits = significantDigits(stored)
  if (digits <= 15) return expanded(stored)
  const double = Number(stored)
  if (!Number.isFinite(double)) return 'out of range'
  const shown = double.toPrecision(15)
  if (!calculated && (digits > 17 || Number(shown) !== double)) return 'too many digits'
  return expanded(shown)
}

/** Reads a number as a person types it into a text file: digits and a point. */
export function readWrittenNumber(written: string): NumberRead {
  if (!PLAIN.test(written)) return 'not a number'
  return significantDigits(written) > 15 ? 'too many digits' : expanded(written)
}

function significantDigits(text: string): number {
  const digits = text
    .replace(/[eE].*$/, '')
    .replaceAll(/[^\d]/g, '')
    .replace(/^0+/, '')
  return digits.replace(/0+$/, '').length
}

/** At most fifteen significant digits, so the scaled number is a safe integer as long as its places are few. */
function plainNumber(text: string): NumberValue {
  const point = text.indexOf('.')
  if (point === -1) {
    const n = Number(text) + 0
    return { text: text.length > 1 ? String(n) : text, exact: { n, d: 1 } }
  }
  let end = text.length
  while (text[end - 1] === '0') end -= 1
  if (text[end - 1] === '.') return plainNumber(text.slice(0, point))
  const places = end - point - 1
  const n = Number(text.slice(0, point) + text.slice(point + 1, end)) + 0
  return { text: n === 0 ? '0' : text.slice(0, end), exact: { n, d: POWERS[places] ?? 1 } }
}

const POWERS = Array.from({ length: 16 }, (_, index) => 10 ** index)
/** No honest figure has more digits before the point; after it, calculated shares need many. */
const MOST_BEFORE_POINT = 18
const MOST_AFTER_POINT = 25

function expanded(text: string): NumberRead {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e')
  const negative = mantissa.startsWith('-')
  const [integer = '', fraction = ''] = mantissa.replace(/^[+-]/, '').split('.')
  const all = (integer + fraction).replace(/^0+/, '')
  const digits = all.replace(/0+$/, '')
  if (digits === '') return { text: '0', exact: { n: 0, d: 1 } }
  const places = fraction.length - Number(power) - (all.length - digits.length)
  if (places > MOST_AFTER_POINT || digits.length - places > MOST_BEFORE_POINT) return 'out of range'
  const sign = negative ? '-' : ''
  const n = Number(sign + digits)
  if (places <= 0) return { text: sign + digits + '0'.repeat(-places), exact: wholeOf(n, -places) }
  const padded = digits.padStart(places + 1, '0')
  const plain = `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`
  return { text: plain, exact: exact(n, places <= 15 ? (POWERS[places] ?? 1) : 10n ** BigInt(places)) }
}

function wholeOf(n: number, zeros: number): Exact {
  const whole = BigInt(n) * 10n ** BigInt(zeros)
  return { n: whole <= 9007199254740991n && whole >= -9007199254740991n ? Number(whole) : whole, d: 1 }
}

/** The decimal text of an exact number whose denominator is a power of ten, as all that returns report are. */
export function decimalText(value: Exact): string {
  if (typeof value.n === 'number' && typeof value.d === 'number') return smallDecimal(value.n, value.d)
  let n = BigInt(value.n)
  let d = BigInt(value.d)
  while (d > 1n && n % 10n === 0n) {
    n /= 10n
    d /= 10n
  }
  return withPoint(n < 0n, (n < 0n ? -n : n).toString(), d.toString().length - 1)
}

function smallDecimal(numerator: number, denominator: number): string {
  let n = numerator
  let d = denominator
  while (d > 1 && n % 10 === 0) {
    n /= 10
    d /= 10
  }
  return withPoint(n < 0, String(Math.abs(n)), String(d).length - 1)
}

function withPoint(negative: boolean, digits: string, places: number): string {
  const sign = negative ? '-' : ''
  if (places === 0) return sign + digits
  const padded = digits.padStart(places + 1, '0')
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`
}

/** `0.45` as `45`: a ratio in the hundredths in which the policy language writes percentages. */
export function percentText(ratio: NumberValue): string {
  const { n, d } = ratio.exact
  return typeof n === 'number' && typeof d === 'number' && d >= 100
    ? decimalText({ n, d: d / 100 })
    : decimalText({ n: BigInt(n) * 100n, d })
}

const EPOCH_1900 = dayOf(1899, 12, 30)
const EPOCH_1904 = dayOf(1904, 1, 1)

/**
 * The day of a serial number. The 1900 system counts a 29 February 1900 that never was (serial 60): days before it are one less
 * than the count suggests, and that day itself is refused. A time of day (the fraction) does not change the day.
 */
export function dayOfSerial(serial: string, system1904: boolean): string | undefined {
  // Only as spreadsheet programs write it: others do not take 0xB4A9 or 4.6E4 for a day.
  if (!/^\d{1,6}(?:\.\d{1,20})?$/.test(serial)) return undefined
  const number = Number(serial)
  if (number > 200_000) return undefined
  const whole = Math.floor(number)
  if (system1904) return formatDay(EPOCH_1904 + whole)
  if (whole === 0 || whole === 60) return undefined
  return formatDay(EPOCH_1900 + whole + (whole < 60 ? 1 : 0))
}

/** The serial number of a day in the 1900 system, for days after February 1900. */
export function serialOfDay(day: number): number {
  return day - EPOCH_1900
}

const BUILT_IN_DATES: ReadonlySet<number> = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])

export interface CellFormat {
  readonly kind: 'number' | 'percent' | 'date'
  readonly misleads: boolean
}

/** What a number format makes of a number, and whether it shows another figure than is stored. */
export function formatOf(id: number, code: string | undefined): CellFormat {
  return { kind: formatKind(id, code), misleads: code !== undefined && misleads(code) }
}

/** Texts in quotes and conditions in brackets do not count. */
export function formatKind(id: number, code: string | undefined): CellFormat['kind'] {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent'
    const asian = (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
    return BUILT_IN_DATES.has(id) || asian ? 'date' : 'number'
  }
  const bare = code.replaceAll(LITERAL, '')
  if (bare.includes('%')) return 'percent'
  return /[ymdhs]/i.test(bare.replaceAll(/general/gi, '')) ? 'date' : 'number'
}

const LITERAL = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g
const SCALE = /[\d%‰]|\b(?:k|m|mn|bn|lac|lakhs?|crores?|thousands?|millions?|billions?)\b|ہزار|لاکھ|کروڑ|ملین|ارب/i

/** A comma behind the last digit divides by a thousand; digits, signs and words of size are not of the number; without a digit nothing is shown. */
function misleads(code: string): boolean {
  const [positive = ''] = code.split(';')
  const written = (code.match(/"[^"]*"|\\./g) ?? []).map((literal) => literal.replaceAll(/["\\]/g, '')).join(' ')
  const bare = code.replaceAll(LITERAL, '')
  return (
    /[0#?],+(?![0#?,])/.test(bare) ||
    SCALE.test(written) ||
    !/[0#?@ymdhs]|general/i.test(positive.replaceAll(LITERAL, ''))
  )
}
