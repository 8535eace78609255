/**
 * The official rates at which amounts are converted when facts are made: a table of its own, with the source of each rate. The
 * filer cannot give a rate.
 */
import type { Problem } from '@maqami/engine/load/problem.ts'
import { type Day, parseDay } from '@maqami/engine/value/date.ts'
import { compare, isZero, isNegative } from '@maqami/engine/value/exact.ts'
import { readRows } from '../../kernel/limited-csv.ts'
import { decimalText, type NumberValue, readWrittenNumber } from '../read/cell-text.ts'
import type { ReturnSchema } from '../schema/return-schema.ts'
import { cut } from '../plain-text.ts'

export interface OfficialRate {
  /** Units of the programme's currency for one of the other. */
  readonly rate: NumberValue
  /** The day it was set for, which is before the day asked for when that was not a banking day. */
  readonly date: string
  readonly source: string
}

export interface OfficialRates {
  find(currency: string, on: Day): OfficialRate | undefined
}

export type RatesRead =
  | { readonly ok: true; readonly rates: OfficialRates }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** A rate holds until the next is set, over weekends and holidays; a table that is silent for longer has a gap. */
const LONGEST_GAP_DAYS = 7
const COLUMNS = ['date', 'currency', 'rate', 'source'] as const
export const LARGEST_TABLE_MB = 20
/** Thirty currencies for ten years. */
const MOST_ROWS = 100_000
const MOST_PROBLEMS = 100

type Note = (line: number, column: number, sentence: string) => void

type Bounds = ReturnSchema['rates']

/** Reads a table `date,currency,rate,source`, whose rates lie within the bounds of the return. */
export function readRates(file: string, text: string, bounds: Bounds = new Map()): RatesRead {
  const problems: Problem[] = []
  const note: Note = (line, column, sentence) => {
    problems.push({ file, line, column, sentence })
  }
  const table = new Map<string, Map<Day, OfficialRate>>()
  if (text.length > LARGEST_TABLE_MB * 1024 * 1024)
    note(1, 1, `The table of rates is larger than ${LARGEST_TABLE_MB} MB.`)
  else readTable(table, text.replace(/^\uFEFF/, ''), bounds, problems, note)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rates: lookup(table) }
}

function readTable(
  table: Map<string, Map<Day, OfficialRate>>,
  text: string,
  bounds: Bounds,
  problems: readonly Problem[],
  note: Note,
): void {
  const broken = readRows(text, {
    delimiter: ',',
    columns: 2 * COLUMNS.length,
    take: (row, line) => {
      if (line > MOST_ROWS) {
        note(line, 1, `The table of rates has more than ${MOST_ROWS} lines.`)
        return false
      }
      if (line > 1) addRow(table, row, line, bounds, note)
      else if (row.map((name) => name.trim()).join(',') !== COLUMNS.join(',')) {
        note(1, 1, `The first line is ${COLUMNS.join(',')}.`)
        return false
      }
      return problems.length < MOST_PROBLEMS
    },
  })
  if (text === '') note(1, 1, `The first line is ${COLUMNS.join(',')}.`)
  if (broken?.fault === 'quotes')
    note(broken.row, 1, 'This is not CSV that can be read: a quotation mark is opened and not closed.')
  if (broken?.fault === 'wide')
    note(broken.row, 1, `A row has ${COLUMNS.length} cells: ${COLUMNS.join(', ')}. This has many more.`)
}

function addRow(
  table: Map<string, Map<Day, OfficialRate>>,
  row: readonly string[],
  line: number,
  bounds: Bounds,
  note: Note,
): void {
  const [date = '', currency = '', written = '', source = ''] = row.map((cell) => cell.trim())
  if (row.length === 1 && date === '') return
  if (row.length !== COLUMNS.length) {
    return note(
      line,
      1,
      `A row has ${COLUMNS.length} cells: ${COLUMNS.join(', ')}. This has ${row.length}; a decimal is written with a point.`,
    )
  }
  const on = parseDay(date)
  const rate = readWrittenNumber(written)
  if (on === undefined) return note(line, 1, `The date is a day such as 2026-07-01, not '${cut(date, 40)}'.`)
  if (!/^[A-Z]{3}$/.test(currency))
    return note(line, 2, `The currency is a code of three capital letters, not '${cut(currency, 40)}'.`)
  if (typeof rate === 'string' || isNegative(rate.exact) || isZero(rate.exact))
    return note(line, 3, `The rate is a number above zero with at most 15 digits, not '${cut(written, 40)}'.`)
  const bound = bounds.get(currency)
  if (bound !== undefined && (compare(rate.exact, bound.atLeast) < 0 || compare(rate.exact, bound.atMost) > 0)) {
    const [least, most] = [bound.atLeast, bound.atMost].map(decimalText)
    return note(
      line,
      3,
      `A rate of ${currency} is from ${least} to ${most} (return.yaml, 'rates'); this is ${cut(written, 40)}. It says how much of the programme's currency one ${currency} is.`,
    )
  }
  if (source === '') return note(line, 4, 'The source of the rate is missing.')
  const days = table.get(currency) ?? new Map<Day, OfficialRate>()
  if (days.has(on)) return note(line, 1, `There are two rates of ${currency} for ${date}.`)
  days.set(on, { rate, date, source })
  table.set(currency, days)
}

function lookup(table: ReadonlyMap<string, ReadonlyMap<Day, OfficialRate>>): OfficialRates {
  return {
    find: (currency, on) => {
      const days = table.get(currency)
      if (days === undefined) return undefined
      for (let back = 0; back <= LONGEST_GAP_DAYS; back += 1) {
        const rate = days.get(on - back)
        if (rate !== undefined) return rate
      }
      return undefined
    },
  }
}

export const NO_RATES: OfficialRates = { find: () => undefined }
