/** A bill of materials as a table: a line for each part, with the names of columns above. A substitute is a line that names what it stands in for. */
import type { Outcome } from '../../kernel/outcome.ts'
import { readRows } from '../../kernel/limited-csv.ts'
import {
  type BillLine,
  type BillRefusal,
  BLANK_LINE,
  type Book,
  bookOf,
  faultOf,
  MOST_LINES,
  MOST_SUBSTITUTES,
  plainHsCode,
  type Substitute,
} from './bill.ts'

const BILL_COLUMNS = [
  'position',
  'part_of',
  'substitute_for',
  'part_code',
  'part',
  'part_version',
  'component_class',
  'hs_code',
  'book',
  'quantity',
  'unit_value',
  'supplier',
  'share',
  'priority',
] as const

export const LARGEST_CSV = 5 * 1024 * 1024
const MOST_ROWS = MOST_LINES * 2
const MOST_CELLS = 60

type Row = Readonly<Record<(typeof BILL_COLUMNS)[number], string>>

/** The place is a row and a column of the table: `/4/hs_code`. */
export function readBillCsv(bytes: Uint8Array): Outcome<readonly BillLine[], BillRefusal> {
  if (bytes.length > LARGEST_CSV) return unreadable('', 'too_large')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return unreadable('', 'not_csv')
  }
  let columns: readonly string[] | undefined
  const rows: Row[] = []
  const delimiter = /^[^\n]*;/.test(text) && !/^[^\n]*,/.test(text) ? ';' : ','
  const read = readRows(text, {
    delimiter,
    columns: MOST_CELLS,
    take: (cells) => {
      const trimmed = cells.map((cell) => cell.trim())
      if (columns === undefined) columns = trimmed.map((name) => name.toLowerCase())
      else if (trimmed.some((cell) => cell !== '')) rows.push(rowOf(columns, trimmed))
      return rows.length <= MOST_ROWS
    },
  })
  if (read !== undefined) return unreadable(`/${read.row}`, 'not_csv')
  if (rows.length > MOST_ROWS) return unreadable('', 'too_many')
  if (columns === undefined || !columns.includes('part') || !columns.includes('position'))
    return unreadable('/1', 'no_columns')
  const lines = linesFrom(rows)
  const fault = faultOf(lines)
  return fault === undefined ? { done: lines } : { refused: { code: 'bill_faulty', ...fault } }
}

function unreadable(
  place: string,
  reason: Extract<BillRefusal, { code: 'bill_unreadable' }>['reason'],
): { readonly refused: BillRefusal } {
  return { refused: { code: 'bill_unreadable', place, reason } }
}

function rowOf(columns: readonly string[], cells: readonly string[]): Row {
  return Object.fromEntries(BILL_COLUMNS.map((name) => [name, cells[columns.indexOf(name)] ?? ''])) as Row
}

function linesFrom(rows: readonly Row[]): readonly BillLine[] {
  const substitutes = Map.groupBy(
    rows.filter((row) => row.substitute_for !== ''),
    (row) => row.substitute_for,
  )
  return rows
    .filter((row) => row.substitute_for === '')
    .map((row) => ({
      ...BLANK_LINE,
      ...partIn(row),
      position: row.position,
      part_of: row.part_of === '' ? null : row.part_of,
      part_version: row.part_version,
      component_class: row.component_class,
      hs_code: plainHsCode(row.hs_code),
      quantity: row.quantity === '' ? null : row.quantity,
      unit_value: row.unit_value === '' ? null : row.unit_value,
      substitutes: (substitutes.get(row.position) ?? []).slice(0, MOST_SUBSTITUTES + 1).map(substituteFrom),
    }))
}

function partIn({ part, part_code, supplier, book }: Row): Pick<BillLine, 'part' | 'part_code' | 'supplier' | 'book'> {
  // A word that is no book is kept as it is, so that it is refused with its place.
  return { part, part_code, supplier, book: bookOf(book) ?? (book === '' ? null : (book as Book)) }
}

function substituteFrom(row: Row): Substitute {
  return {
    ...partIn(row),
    share: row.share === '' ? null : row.share,
    priority: /^\d{1,3}$/.test(row.priority) ? Number(row.priority) : null,
  }
}

export function writeBillCsv(lines: readonly BillLine[]): string {
  const rows = lines.flatMap((line) => [
    rowText({ ...line, quantity: line.quantity ?? '', unit_value: line.unit_value ?? '' }),
    ...line.substitutes.map((one) =>
      rowText({ ...one, substitute_for: line.position, priority: one.priority === null ? '' : String(one.priority) }),
    ),
  ])
  return `${[BILL_COLUMNS.join(','), ...rows].join('\r\n')}\r\n`
}

function rowText(values: Readonly<Record<string, unknown>>): string {
  return BILL_COLUMNS.map((name) => cellText(values[name])).join(',')
}

function cellText(value: unknown): string {
  const text = typeof value === 'string' ? value : ''
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
