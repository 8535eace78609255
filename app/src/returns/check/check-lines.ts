/** Checks every line of every sheet in one pass, and what lines must agree on with each other; collects all that is wrong. */
import type { Day } from '@maqami/engine/value/date.ts'
import { disagreementsIn } from './check-agreements.ts'
import { type CellCheck, type CellValue, checkOf, isFault } from './check-cells.ts'
import { warnOfShown } from './check-shown.ts'
import type { FoundSheet } from './find-columns.ts'
import type { OfficialRate, OfficialRates } from './official-rates.ts'
import { folded, tidied } from '../plain-text.ts'
import { type ErrorList, report } from '../return-errors.ts'
import { type ReturnLine, type ReturnLines, type SheetLines, textOfValue } from './return-lines.ts'
import { columnLetters, type RawCell, type RawRow } from '../read/raw-return.ts'
import type { ColumnRef, ReturnColumn, ReturnSchema, ReturnSheet } from '../schema/return-schema.ts'
import type { ReturnYear } from '../return-year.ts'

export interface CheckContext {
  readonly schema: ReturnSchema
  readonly rates: OfficialRates
  readonly year: ReturnYear
  /** Of the assessment, where it lies in the year. */
  readonly day?: Day | undefined
  readonly errors: ErrorList
}

export function checkLines(context: CheckContext, found: readonly FoundSheet[]): ReturnLines {
  const lines = new Map<string, SheetLines>()
  for (const one of found)
    lines.set(one.sheet.name, { sheet: one.sheet, name: one.raw.name, lines: checkSheet(context, one) })
  for (const one of found) {
    const sheet = lines.get(one.sheet.name)
    if (sheet === undefined) continue
    checkKeys(context, one, sheet.lines)
    checkListings(context, one, sheet.lines, lines)
    checkCover(context, one, sheet.lines, lines)
    for (const { line, found: of } of disagreementsIn(one.sheet, sheet.lines))
      report(context.errors, of.code, { ...placeOf(one, line.row, of.column), ...of.details })
  }
  checkSubjects(context, found, lines)
  return lines
}

function checkSheet(context: CheckContext, found: FoundSheet): readonly ReturnLine[] {
  const { sheet, raw } = found
  const { errors } = context
  const places = sheet.columns.map((column): CheckedPlace => {
    return {
      column,
      at: found.positions[column.index] ?? -1,
      check: checkOf(column, context.year, context.schema.currency),
    }
  })
  const currency = sheet.columns.find((column) => column.type.kind === 'currency')
  const day = sheet.columns.find((column) => column.rateDate)
  const rates = new Map<string, Map<Day, OfficialRate | undefined>>()
  const lines: ReturnLine[] = []
  const headless = new Set<number>()
  for (const row of raw.rows) {
    if (row.row < found.firstLine) continue
    checkHeadless(context, found, row, headless)
    if (isBlank(row, found.positions)) continue
    if (lines.length >= sheet.mostRows) {
      report(errors, 'too_many_rows', {
        sheet: raw.name,
        row: row.row,
        found: raw.name,
        expected: String(sheet.mostRows),
      })
      break
    }
    if (sheet.oneLine && lines.length === 1) report(errors, 'several_lines', { sheet: raw.name, row: row.row })
    const values = places.map((place) => valueAt(context, found, row, place))
    const rate =
      currency === undefined || day === undefined
        ? undefined
        : rateOf(context, found, row.row, values[currency.index], values[day.index], rates)
    lines.push({ row: row.row, values, rate })
  }
  warnOfShown(context, found, lines)
  if (lines.length === 0 && (sheet.required || sheet.oneLine)) report(errors, 'no_lines', { sheet: raw.name })
  return lines
}

/** What a column without a header holds belongs nowhere; each such column is named once. */
function checkHeadless(context: CheckContext, found: FoundSheet, row: RawRow, known: Set<number>): void {
  const { cells } = row
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at]
    if (cell === undefined || found.headed[at] === true || known.has(at) || isEmpty(cell)) continue
    known.add(at)
    report(context.errors, 'column_without_header', {
      sheet: found.raw.name,
      row: row.row,
      column: columnLetters(at),
      found: cell.text,
    })
  }
}

function isBlank(row: RawRow, positions: readonly number[]): boolean {
  for (const at of positions) {
    const cell = at === -1 ? undefined : row.cells[at]
    if (cell !== undefined && !isEmpty(cell)) return false
  }
  return true
}

/** A column, where it stands in the rows (or -1), and the check of its cells. */
interface CheckedPlace {
  readonly column: ReturnColumn
  readonly at: number
  readonly check: CellCheck
}

function valueAt(
  context: CheckContext,
  found: FoundSheet,
  row: RawRow,
  { column, at, check }: CheckedPlace,
): CellValue | undefined {
  if (at === -1) return undefined
  const cell = row.cells[at]
  if (cell === undefined || isEmpty(cell)) {
    if (column.required)
      report(context.errors, 'missing_value', { ...placeOf(found, row.row, column), expected: describeColumn(column) })
    return undefined
  }
  const value = check(cell)
  if (!isFault(value)) return value
  report(context.errors, value.code, {
    ...placeOf(found, row.row, column),
    found: cell.text,
    expected: value.expected ?? describeColumn(column),
    other: value.other,
  })
  return undefined
}

function isEmpty(cell: RawCell): boolean {
  if (cell.kind !== 'text' && cell.kind !== 'written') return false
  const first = cell.text.charCodeAt(0)
  return (first <= 0x20 || first > 0x7e) && tidied(cell.text) === ''
}

export function placeOf(found: FoundSheet, row: number, column: ReturnColumn) {
  const at = found.positions[column.index] ?? -1
  return { sheet: found.raw.name, row, column: at === -1 ? undefined : columnLetters(at), label: column.label }
}

/** What a column expects, where a code says no more. */
function describeColumn(column: ReturnColumn): { readonly en: string; readonly ur: string } {
  switch (column.type.kind) {
    case 'text':
      return { en: 'a text', ur: 'متن' }
    case 'category':
      return { en: 'one of the list', ur: 'فہرست میں سے ایک' }
    case 'boolean':
      return { en: 'yes or no', ur: 'ہاں یا نہیں' }
    case 'currency':
      return { en: 'the three-letter code of a currency', ur: 'کرنسی کا تین حرفی کوڈ' }
    case 'date':
      return { en: 'a day, as 2026-07-15', ur: 'تاریخ، مثلاً 2026-07-15' }
    case 'month':
      return { en: 'a month, as 2026-07', ur: 'مہینہ، مثلاً 2026-07' }
    case 'count':
      return { en: 'a whole number', ur: 'پورا عدد' }
    case 'percent':
      return { en: 'a percentage, as 45%', ur: 'فیصد، مثلاً 45%' }
    case 'number':
    case 'money':
      return { en: 'a number', ur: 'عدد' }
  }
}

function rateOf(
  context: CheckContext,
  found: FoundSheet,
  row: number,
  currency: CellValue | undefined,
  day: CellValue | undefined,
  known: Map<string, Map<Day, OfficialRate | undefined>>,
): OfficialRate | undefined {
  if (
    typeof currency !== 'string' ||
    typeof day !== 'object' ||
    !('day' in day) ||
    currency === context.schema.currency
  )
    return undefined
  let days = known.get(currency)
  if (days === undefined) {
    days = new Map()
    known.set(currency, days)
  }
  let rate = days.get(day.day)
  if (rate === undefined && !days.has(day.day)) {
    rate = context.rates.find(currency, day.day)
    days.set(day.day, rate)
  }
  if (rate === undefined) {
    const column = found.sheet.columns.find((one) => one.type.kind === 'currency')
    if (column !== undefined)
      report(context.errors, 'no_rate', { ...placeOf(found, row, column), found: currency, expected: day.text })
  }
  return rate
}

/** A cell that was wrong is not compared: its own error is enough. */
function checkKeys(context: CheckContext, found: FoundSheet, lines: readonly ReturnLine[]): void {
  const key = found.sheet.key.flatMap((name) => found.sheet.columns.find((column) => column.name === name) ?? [])
  if (key.length === 0) return
  const [column] = key
  const textOf = (line: ReturnLine): string => {
    let text = ''
    for (const one of key) text += `${textOfValue(line.values[one.index])}\u0000`
    return text
  }
  const seen = new Map<string, ReturnLine>()
  for (const line of lines) {
    if (key.some((one) => one.required && line.values[one.index] === undefined)) continue
    const text = textOf(line)
    const fold = foldedKey(text)
    const first = seen.get(fold)
    if (first === undefined) seen.set(fold, line)
    else if (column !== undefined) {
      report(context.errors, textOf(first) === text ? 'duplicate_line' : 'similar_line', {
        ...placeOf(found, line.row, column),
        found: text.slice(0, -1).replaceAll('\u0000', ' · '),
        other: String(first.row),
      })
    }
  }
}

/** The texts of a key are tidied already, so that of plain ones nothing but the capitals is left to fold. */
function foldedKey(text: string): string {
  return /^[\0-~]*$/.test(text) ? text.toLowerCase() : text.split('\u0000').map(folded).join('\u0000')
}

function valuesIn(ref: ColumnRef, all: ReturnLines): ReadonlySet<string> | undefined {
  const target = all.get(ref.sheet)
  const index = target?.sheet.columns.find((column) => column.name === ref.column)?.index
  if (target === undefined || index === undefined) return undefined
  const values = new Set<string>()
  for (const line of target.lines) {
    const value = line.values[index]
    if (value !== undefined) values.add(textOfValue(value))
  }
  return values
}

function checkListings(context: CheckContext, found: FoundSheet, lines: readonly ReturnLine[], all: ReturnLines): void {
  for (const column of found.sheet.columns) {
    const ref = column.listedIn ?? linkOf(context.schema, found.sheet, column)
    const listed = ref === undefined ? undefined : valuesIn(ref, all)
    if (ref === undefined || listed === undefined) continue
    const other = context.schema.sheets.find((sheet) => sheet.name === ref.sheet)?.label
    for (const line of lines) {
      const value = line.values[column.index]
      if (value === undefined || listed.has(textOfValue(value))) continue
      report(context.errors, 'not_listed', {
        ...placeOf(found, line.row, column),
        found: textOfValue(value),
        expected: `${ref.sheet}.${ref.column}`,
        other,
      })
    }
  }
}

/** The column by which lines belong to subjects must name one that the subjects' sheet lists. */
function linkOf(schema: ReturnSchema, sheet: ReturnSheet, column: ReturnColumn): ColumnRef | undefined {
  const each = schema.facts.find((rule) => rule.kind === 'each')
  const { belongs } = sheet
  return each?.by !== undefined && belongs.kind === 'through' && belongs.column === column.index
    ? { sheet: each.sheet, column: each.by }
    : undefined
}

function checkCover(context: CheckContext, found: FoundSheet, lines: readonly ReturnLine[], all: ReturnLines): void {
  for (const column of found.sheet.columns) {
    if (column.covers === undefined) continue
    const wanted = valuesIn(column.covers, all)
    const there = new Set(lines.map((line) => textOfValue(line.values[column.index])))
    const other = context.schema.sheets.find((sheet) => sheet.name === column.covers?.sheet)?.label
    for (const value of wanted ?? []) {
      if (!there.has(value))
        report(context.errors, 'not_covered', { sheet: found.raw.name, label: column.label, found: value, other })
    }
  }
}

/** What links lines to a subject must lead to one subject only. */
function checkSubjects(context: CheckContext, found: readonly FoundSheet[], all: ReturnLines): void {
  const each = context.schema.facts.find((rule) => rule.kind === 'each')
  const place = found.find((one) => one.sheet.name === each?.sheet)
  const by = place?.sheet.columns.find((column) => column.name === each?.by)
  const subject = place?.sheet.columns.find((column) => column.name === each?.column)
  if (place === undefined || by === undefined || subject === undefined) return
  const first = new Map<string, { readonly member: string; readonly row: number }>()
  for (const line of all.get(place.sheet.name)?.lines ?? []) {
    const [link, member] = [line.values[by.index], line.values[subject.index]]
    if (link === undefined || typeof member !== 'string') continue
    const known = first.get(textOfValue(link))
    if (known === undefined) first.set(textOfValue(link), { member, row: line.row })
    else if (known.member !== member) {
      report(context.errors, 'two_categories', {
        ...placeOf(place, line.row, subject),
        found: textOfValue(link),
        expected: known.member,
        other: String(known.row),
      })
    }
  }
}
