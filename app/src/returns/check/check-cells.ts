/** What a cell must hold, by its column: from stored text to a value, or the code of what is wrong with it. */
import { type Day, formatDay, parseDay, parseMonth } from '@maqami/engine/value/date.ts'
import { compare, type Exact, isNegative, isWhole, ZERO } from '@maqami/engine/value/exact.ts'
import {
  dayOfSerial,
  decimalText,
  type NumberRead,
  type NumberValue,
  percentText,
  readStoredNumber,
  readWrittenNumber,
} from '../read/cell-text.ts'
import { LONGEST_TEXT } from '../return-limits.ts'
import { folded, tidied } from '../plain-text.ts'
import type { ReturnErrorCode } from '../return-errors.ts'
import type { RawCell } from '../read/raw-return.ts'
import type { Bilingual, Member, ReturnColumn } from '../schema/return-schema.ts'
import type { ReturnYear } from '../return-year.ts'

export interface DayValue {
  readonly day: Day
  readonly text: string
}

/** A text, category, month (`2026-07`), currency, or `true` and `false` as text; a day; a number. */
export type CellValue = string | DayValue | NumberValue

export interface CellFault {
  readonly code: ReturnErrorCode
  readonly expected?: string | Bilingual | undefined
  readonly other?: string | undefined
}

export type CellCheck = (cell: RawCell) => CellValue | CellFault

export function isFault(value: CellValue | CellFault): value is CellFault {
  return typeof value === 'object' && 'code' in value
}

/** The check of one column, made once for all its cells. The currency is the programme's. */
export function checkOf(column: ReturnColumn, year: ReturnYear, currency: string): CellCheck {
  const check = checkOfType(column, year, currency)
  return (cell) => {
    if (cell.kind === 'error') return { code: 'formula_error' }
    if (cell.kind === 'uncalculated') return { code: 'formula_without_value' }
    return check(cell)
  }
}

function checkOfType(column: ReturnColumn, year: ReturnYear, currency: string): CellCheck {
  const { type } = column
  switch (type.kind) {
    case 'text':
      return checkText(type.pattern, column.note)
    case 'category':
      return checkCategory(type.members)
    case 'boolean':
      return checkBoolean
    case 'currency':
      return checkCurrency(currency)
    case 'date':
      return checkDate(column, year)
    case 'month':
      return checkMonth(column.inYear ? year : undefined)
    case 'count':
    case 'number':
    case 'percent':
    case 'money':
      return checkNumber(column, type.kind)
  }
}

function checkText(pattern: RegExp | undefined, note: Bilingual | undefined): CellCheck {
  const form =
    note === undefined ? pattern?.source.slice(4, -2) : { en: withoutStop(note.en), ur: withoutStop(note.ur) }
  return (cell) => {
    if (cell.kind !== 'text' && cell.kind !== 'written') return { code: 'number_in_text_cell' }
    const text = tidied(cell.text)
    if (text.length > LONGEST_TEXT) return { code: 'text_too_long', expected: String(LONGEST_TEXT) }
    // In facts it is the word for what has not happened.
    if (text === 'none') return { code: 'reserved_word' }
    return pattern === undefined || pattern.test(text) ? text : { code: 'wrong_form', expected: form }
  }
}

/** A note becomes the end of a sentence that has its own full stop. */
function withoutStop(note: string): string {
  return note.replace(/[.۔]$/, '')
}

/** Names and words in either language are taken, whatever their capitals. */
function checkCategory(members: readonly Member[]): CellCheck {
  const known = new Map<string, string>()
  for (const { name, words } of members)
    for (const word of [words.en, words.ur, name.replaceAll('_', ' ')]) known.set(folded(word), name)
  for (const { name } of members) known.set(name, name)
  const expected = {
    en: members.map((one) => one.words.en).join(', '),
    ur: members.map((one) => one.words.ur).join('، '),
  }
  return (cell) => {
    const text = cell.text
    return known.get(text) ?? known.get(folded(text)) ?? { code: 'unknown_member', expected }
  }
}

export const YES: Bilingual = { en: 'yes', ur: 'ہاں' }
export const NO: Bilingual = { en: 'no', ur: 'نہیں' }
const YES_NO: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  [YES.en, 'true'],
  [YES.ur, 'true'],
  ['false', 'false'],
  [NO.en, 'false'],
  [NO.ur, 'false'],
])

function checkBoolean(cell: RawCell): CellValue | CellFault {
  return YES_NO.get(folded(cell.text)) ?? { code: 'not_yes_or_no' }
}

function checkCurrency(expected: string): CellCheck {
  return (cell) => {
    const text = tidied(cell.text).toUpperCase()
    return /^[A-Z]{3}$/.test(text) ? text : { code: 'unknown_currency', expected }
  }
}

/** The days of a column are few, and its cells many. */
/** A day that decides a rate may lie before the year, but not after it: what was used in the year was not yet to be had. */
function checkDate({ inYear, rateDate }: ReturnColumn, year: ReturnYear): CellCheck {
  const known = new Map<string, DayValue | CellFault>()
  const read = (written: string): DayValue | CellFault => {
    const text = tidied(written)
    const day = parseDay(text)
    if (day === undefined) return { code: 'not_a_date' }
    if (inYear && !inside(day, day, year)) return { code: 'outside_year', expected: year.label }
    if (rateDate && day > year.last) return { code: 'after_year', expected: formatDay(year.last) }
    return { day, text }
  }
  return (cell) => {
    if (cell.kind === 'number' || cell.kind === 'percent' || cell.kind === 'boolean') return { code: 'not_a_date' }
    let value = known.get(cell.text)
    if (value === undefined) {
      value = read(cell.text)
      if (known.size < 1_000) known.set(cell.text, value)
    }
    return value
  }
}

/** A day formatted as a date stands for its month: spreadsheets turn `2026-07` into the first of July. */
function checkMonth(year: ReturnYear | undefined): CellCheck {
  return (cell) => {
    const text = tidied(cell.text)
    const month = cell.kind === 'date' && parseDay(text) !== undefined ? text.slice(0, 7) : text
    const isNumber = cell.kind === 'number' || cell.kind === 'percent'
    const serial = isNumber ? dayOfSerial(text, false) : undefined
    // Of this century, or it is hardly a day.
    if (serial !== undefined && serial > '2000') return { code: 'month_as_number', expected: serial }
    const days = isNumber ? undefined : parseMonth(month)
    if (days === undefined) return { code: 'not_a_month' }
    return inside(days.first, days.last, year) ? month : { code: 'outside_year', expected: year?.label }
  }
}

function inside(first: Day, last: Day, year: ReturnYear | undefined): boolean {
  return year === undefined || (first >= year.first && last <= year.last)
}

const TWO: Exact = { n: 2, d: 1 }

type NumericKind = 'count' | 'number' | 'percent' | 'money'

function checkNumber(column: ReturnColumn, kind: NumericKind): CellCheck {
  const { atLeast = ZERO, atMost } = column
  const show = (bound: Exact): string =>
    kind === 'percent' ? `${percentText({ text: '', exact: bound })}%` : decimalText(bound)
  return (cell) => {
    const number = kind === 'percent' ? readPercent(cell) : readNumber(cell)
    if (typeof number === 'string') return { code: number }
    const value = number.exact
    if (isNegative(value) && !isNegative(atLeast)) return { code: 'negative_number' }
    if (kind === 'count' && !isWhole(value)) return { code: 'not_a_whole_number' }
    if (compare(value, atLeast) < 0) return { code: 'too_small', expected: show(atLeast) }
    if (atMost !== undefined && compare(value, atMost) > 0) {
      // Twice the whole or more was hardly meant, and is within the bound as so many hundredths.
      const isHundredfold =
        cell.kind === 'percent' && compare(value, TWO) >= 0 && compare(hundredth(number).exact, atMost) <= 0
      return isHundredfold
        ? { code: 'percent_hundredfold', expected: show(atMost), other: show(value) }
        : { code: 'too_large', expected: show(atMost) }
    }
    return number
  }
}

type NumberFault = Extract<
  ReturnErrorCode,
  'text_in_number_cell' | 'not_a_number' | 'too_many_digits' | 'number_out_of_range' | 'percent_without_sign'
>

function codeOf(read: NumberRead): NumberValue | NumberFault {
  switch (read) {
    case 'not a number':
      return 'not_a_number'
    case 'too many digits':
      return 'too_many_digits'
    case 'out of range':
      return 'number_out_of_range'
    default:
      return read
  }
}

function readNumber(cell: RawCell): NumberValue | NumberFault {
  if (cell.kind === 'number') return codeOf(readStoredNumber(cell.text, cell.calculated))
  if (cell.kind === 'written') return codeOf(readWrittenNumber(tidied(cell.text)))
  return cell.kind === 'text' ? 'text_in_number_cell' : 'not_a_number'
}

/** A cell says 45% by its format, a file by the sign; a bare 0.45 might be either, unless it is zero. */
function readPercent(cell: RawCell): NumberValue | NumberFault {
  if (cell.kind === 'percent') return codeOf(readStoredNumber(cell.text, cell.calculated))
  const text = tidied(cell.text)
  if (cell.kind === 'written' && text.endsWith('%')) {
    const read = codeOf(readWrittenNumber(text.slice(0, -1).trim()))
    return typeof read === 'string' ? read : hundredth(read)
  }
  const read = readNumber(cell)
  if (typeof read === 'string') return read
  return read.exact.n === 0 ? read : 'percent_without_sign'
}

function hundredth(value: NumberValue): NumberValue {
  const { n, d } = value.exact
  const exact = { n, d: typeof d === 'number' && d < 1e13 ? d * 100 : BigInt(d) * 100n }
  return { text: decimalText(exact), exact }
}
