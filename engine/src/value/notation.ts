/** How values are written and shown: `PKR 84.50`, `10%`, `PKR 280 per USD`, `90 days`, `2027-06-30`. */
import { formatDay } from './date.ts'
import {
  type Exact,
  exact,
  isWhole,
  multiply,
  parseDecimal,
  reduced,
  round,
  type RoundingMode,
  toDecimal,
  toFixed,
  toText,
} from './exact.ts'
import { isNone, NoValue, type Outcome } from './outcome.ts'
import type { Type } from './type.ts'
import { isCurrency, type Unit } from './unit.ts'

const HUNDRED = exact(100)
const HUNDREDTH = exact(1, 100)

/** Thousands or, as in Pakistan, lakhs and crores: whole groups only, and never behind the decimal point. */
const GROUPED = /(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?![\d,])/g

/** Reads a number in its unit; undefined when the text is something else. Thousands may be separated by commas. */
export function parseQuantity(text: string, unit: Unit): Exact | undefined {
  const trimmed = text.trim()
  const written = trimmed.includes(',') ? trimmed.replaceAll(GROUPED, (number) => number.replaceAll(',', '')) : trimmed
  if (unit === 'percent') {
    const number = written.endsWith('%') ? parseDecimal(written.slice(0, -1).trim()) : undefined
    return number === undefined ? undefined : multiply(number, HUNDREDTH)
  }
  if (unit === 'count') {
    const number = parseDecimal(written)
    return number !== undefined && isWhole(number) ? reduced(number) : undefined
  }
  if (unit === 'number') return parseDecimal(written)
  if (unit === 'days' || unit === 'months' || unit === 'years') {
    const match = new RegExp(`^(-?\\d{1,6}) ${unit.slice(0, -1)}s?$`).exec(written)
    return match === null ? undefined : parseDecimal(match[1] ?? '')
  }
  return parseMoney(written, unit)
}

function parseMoney(written: string, unit: Unit): Exact | undefined {
  if (isCurrency(unit))
    return written.startsWith(`${unit} `) ? parseDecimal(written.slice(unit.length + 1).trim()) : undefined
  // A price of one currency in another may leave out what is clear from its unit: `PKR 280 per USD`, `PKR 280`, `280`.
  const [over = '', under = ''] = unit.split(' per ')
  const rest = written.endsWith(` per ${under}`) ? written.slice(0, -(under.length + 5)) : written
  const number = rest.startsWith(`${over} `)
    ? rest.slice(over.length + 1)
    : rest.endsWith(` ${over}`)
      ? rest.slice(0, -(over.length + 1))
      : rest
  return parseDecimal(number.trim())
}

/** The value as it is written in files: it loses nothing, and `parseQuantity` reads it back when the number ends. */
export function writeQuantity(value: Exact, unit: Unit): string {
  if (unit === 'percent') return `${toText(multiply(value, HUNDRED))}%`
  if (unit === 'count' || unit === 'number' || unit === 'one' || unit === 'zero') return toText(value)
  if (unit === 'days' || unit === 'months' || unit === 'years')
    return `${toText(value)} ${toText(value) === '1' ? unit.slice(0, -1) : unit}`
  if (isCurrency(unit)) return `${unit} ${toText(value)}`
  const [over = '', under] = unit.split(' per ')
  return under === undefined ? `${over} ${toText(value)}` : `${over} ${toText(value)} per ${under}`
}

export interface Rounding {
  readonly mode: RoundingMode
  readonly step: Exact
  /** The rounding as it was written: `half up to 0.01%`. */
  readonly text: string
}

/** The value as a reader sees it: a number that does not end is cut to so many places and marked with ≈. */
export function showQuantity(value: Exact, unit: Unit, show?: Rounding): string {
  if (show !== undefined) return writeQuantity(round(value, show.mode, show.step), unit)
  if (toDecimal(unit === 'percent' ? multiply(value, HUNDRED) : value) !== undefined) return writeQuantity(value, unit)
  const places = 4
  const cut = parseDecimal(toFixed(unit === 'percent' ? multiply(value, HUNDRED) : value, places)) ?? value
  return `≈ ${writeQuantity(unit === 'percent' ? multiply(cut, HUNDREDTH) : cut, unit)}`
}

/** A value (not *undetermined* or *refused*) as files and expectations write it. */
export function writeValue(outcome: Outcome, type: Type): string {
  if (isNone(outcome)) return 'none'
  if (outcome instanceof NoValue) return outcome.kind
  if (typeof outcome === 'boolean') return outcome ? 'true' : 'false'
  if (typeof outcome === 'string') return outcome
  if (typeof outcome === 'number') return formatDay(outcome)
  return writeQuantity(outcome, type.kind === 'number' || type.kind === 'calendar' ? type.unit : 'number')
}

/** Reads `half up to 0.01%`, `down to PKR 1`. */
export function parseRounding(text: string, unit: Unit): Rounding | undefined {
  const match = /^(down|up|half up|half even) to (.+)$/.exec(text.trim())
  if (match === null) return undefined
  const step = parseQuantity(match[2] ?? '', unit)
  return step === undefined || step.n <= 0 ? undefined : { mode: match[1] as RoundingMode, step, text: text.trim() }
}
