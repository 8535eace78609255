/** Reads the lines of a statement of the bank; `docs/receipts-import.md` says what it must hold. Nothing is taken of a file in which anything is wrong. */
import { parseDay } from '@maqami/engine/value/date.ts'
import { parseDecimal } from '@maqami/engine/value/exact.ts'
import { readRows } from '../kernel/limited-csv.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { decodedUtf8 } from '../kernel/read-text.ts'
import { isWritable } from '../kernel/unwritable-text.ts'
import { digitsOf } from '../ledger/entry.ts'
import { type CsvFault, LARGEST_STATEMENT, type LineText, type ReceiptRefusal } from './receipt.ts'

export const MOST_LINES = 2000
const MOST_FAULTS = 100

/** The longest text of each. */
const COLUMNS = {
  account: 60,
  bank_reference: 60,
  received_on: 10,
  currency: 3,
  amount: 18,
  payer: 200,
  payer_number: 60,
  reference: 500,
} as const satisfies Readonly<Record<keyof LineText, number>>
type Column = keyof typeof COLUMNS
const NAMES = Object.keys(COLUMNS) as readonly Column[]
const MAY_BE_EMPTY: readonly Column[] = ['payer', 'payer_number', 'reference']

export interface LineRead extends LineText {
  /** Counted from 1, the names of the columns being the first. */
  readonly row: number
}

/** `today` by the calendar of Karachi: nothing is received on a later day. */
export function readLines(bytes: Uint8Array, today: string): Outcome<readonly LineRead[], ReceiptRefusal> {
  if (bytes.length > LARGEST_STATEMENT) return faulty([{ row: 1, column: '', fault: 'too_large' }])
  const text = decodedUtf8(bytes)?.replace(/^\uFEFF/, '')
  if (text === undefined || !isWritable(text)) return faulty([{ row: 1, column: '', fault: 'not_text' }])
  const faults: CsvFault[] = []
  const lines = new Map<string, LineRead>()
  let columns: readonly string[] | undefined
  const broken = readRows(text, {
    delimiter: /^[^\n]*;/.test(text) && !/^[^\n]*,/.test(text) ? ';' : ',',
    columns: 2 * NAMES.length,
    take: (row, nth) => {
      const cells = row.map((cell) => cell.trim())
      if (columns === undefined) {
        columns = cells.map((name) => name.toLowerCase())
        if (isHead(columns)) return true
        faults.push({ row: 1, column: '', fault: 'no_columns' })
        return false
      }
      if (cells.every((cell) => cell === '')) return true
      if (nth > MOST_LINES + 1) faults.push({ row: nth, column: '', fault: 'too_many' })
      else takeRow(columns, cells, nth, today, lines, faults)
      return faults.length < MOST_FAULTS && nth <= MOST_LINES + 1
    },
  })
  if (broken !== undefined)
    faults.push({ row: broken.row, column: '', fault: broken.fault === 'wide' ? 'cells' : 'not_csv' })
  if (faults.length === 0 && lines.size === 0)
    faults.push({ row: 1, column: '', fault: columns === undefined ? 'no_columns' : 'no_lines' })
  return faults.length > 0 ? faulty(faults) : { done: [...lines.values()] }
}

export function faulty(faults: readonly CsvFault[]): { readonly refused: ReceiptRefusal } {
  const [first] = faults
  return { refused: { code: 'receipts_faulty', place: `/${first?.row ?? 1}/${first?.column ?? ''}`, faults } }
}

/** Each once, in any order; that of the number of the payer may be missing. */
function isHead(columns: readonly string[]): boolean {
  const names = NAMES.filter((name) => name !== 'payer_number' || columns.includes(name))
  return columns.length === names.length && names.every((name) => columns.includes(name))
}

function takeRow(
  columns: readonly string[],
  cells: readonly string[],
  row: number,
  today: string,
  lines: Map<string, LineRead>,
  faults: CsvFault[],
): void {
  if (cells.length !== columns.length) {
    faults.push({ row, column: '', fault: 'cells' })
    return
  }
  const of = (name: Column): string => cells[columns.indexOf(name)] ?? ''
  const found = NAMES.flatMap((column): readonly CsvFault[] => {
    const fault = faultOf(column, of(column), today)
    return fault === undefined ? [] : [{ row, column, fault }]
  })
  faults.push(...found)
  if (found.length > 0) return
  const line: LineRead = {
    row,
    ...(Object.fromEntries(NAMES.map((name) => [name, of(name)])) as Readonly<Record<Column, string>>),
    amount: amountOf(of('amount')) ?? '',
    payer_number: of('payer_number') === '' ? null : of('payer_number'),
  }
  const key = JSON.stringify([line.account, line.bank_reference])
  const before = lines.get(key)
  if (before === undefined) lines.set(key, line)
  else if (!isSameLine(before, line)) faults.push({ row, column: 'bank_reference', fault: 'differs' })
}

/** What the bank says twice is one receipt; what it says otherwise the second time is for a person to look at. */
export function isSameLine(one: LineText, other: LineText): boolean {
  return NAMES.every((name) => one[name] === other[name])
}

function faultOf(column: Column, cell: string, today: string): CsvFault['fault'] | undefined {
  if (cell === '') return MAY_BE_EMPTY.includes(column) ? undefined : 'empty'
  if (cell.length > COLUMNS[column]) return 'too_long'
  if (column === 'received_on') return parseDay(cell) === undefined ? 'no_day' : cell > today ? 'in_future' : undefined
  if (column === 'currency') return /^[A-Z]{3}$/.test(cell) ? undefined : 'no_currency'
  if (column === 'amount') return amountOf(cell) === undefined ? 'no_amount' : undefined
  return undefined
}

/** `1250.00` of `1250`, `1250.5` and `1250.50`; above zero. */
function amountOf(cell: string): string | undefined {
  const exact = /^\d{1,15}(?:\.\d{1,2})?$/.test(cell) && /[1-9]/.test(cell) ? parseDecimal(cell) : undefined
  return exact === undefined ? undefined : digitsOf(exact)
}
