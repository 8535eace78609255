/** Reads a return that comes as CSV files, one for each sheet, within the same limits as a workbook. */
import { readRows } from '../../kernel/limited-csv.ts'
import { openZip, ZipError } from '../../kernel/limited-zip.ts'
import { type CellBudget, chargeRow, chargeText, newBudget } from './cell-budget.ts'
import type { RawCell, RawReturn, RawRow, RawSheet } from './raw-return.ts'
import { RETURN_LIMITS, type ReturnLimits } from '../return-limits.ts'
import { refuse } from '../return-refusal.ts'

export interface CsvFile {
  /** `production.csv`; a folder before it does not count. */
  readonly name: string
  readonly bytes: Buffer
}

export interface CsvOptions {
  readonly limits?: ReturnLimits
  readonly mostRows?: number
}

/** Throws a `Refusal` for what cannot be read. */
export function readCsvFiles(files: readonly CsvFile[], options: CsvOptions = {}): RawReturn {
  const limits = options.limits ?? RETURN_LIMITS
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  if (bytes > limits.bytes) refuse('file_too_large', String(bytes), String(limits.bytes))
  if (files.length > limits.sheets) refuse('too_many_sheets', undefined, String(limits.sheets))
  if (bytes === 0) refuse('file_empty')
  const budget = newBudget(limits)
  const mostRows = Math.max(limits.rows, options.mostRows ?? 0)
  return { form: 'csv', sheets: files.map((file) => readCsv(file, mostRows, budget)) }
}

/** The files of an archive: what it unpacks to may be no more than the files might have by themselves. */
export async function csvFilesIn(bytes: Buffer, limits: ReturnLimits): Promise<readonly CsvFile[]> {
  const most = { unpackedBytes: limits.bytes, unpackedBytesOfEntry: limits.bytes }
  const zip = await openZip(bytes, { ...limits, ...most })
  const names = zip.names.filter((name) => /\.csv$/i.test(name))
  if (names.length === 0) refuse('csv_none')
  if (names.length > limits.sheets) refuse('too_many_sheets', undefined, String(limits.sheets))
  const files: CsvFile[] = []
  for (const name of names) {
    const pieces: string[] = []
    try {
      await zip.stream(name, (text) => pieces.push(text))
    } catch (error) {
      if (error instanceof ZipError && error.fault === 'not utf-8') refuse('csv_not_utf8', name)
      throw error
    }
    files.push({ name, bytes: Buffer.from(pieces.join('')) })
  }
  return files
}

function sheetNameOf(file: string): string {
  return file.replace(/^.*[/\\]/, '').replace(/\.csv$/i, '')
}

/** Exported tables may trail off in empty cells; content must stand within the limit. */
const WIDEST = 1_000

function readCsv(file: CsvFile, mostRows: number, budget: CellBudget): RawSheet {
  const { limits } = budget
  const text = textOf(file)
  const rows: RawRow[] = []
  const name = sheetNameOf(file.name)
  let width: number | undefined
  const broken = readRows(text, {
    delimiter: delimiterOf(text),
    columns: WIDEST,
    take: (texts, row) => {
      const cells = cellsOf(texts)
      if (cells.length > limits.columns) refuse('too_many_columns', file.name, String(limits.columns))
      if (texts.some((one) => one.length > limits.cellText))
        refuse('cell_text_too_long', file.name, String(limits.cellText))
      // What stands beyond the header belongs to no column: most often the decimals of a number written with a comma.
      width ??= texts.length
      if (cells.length > width) refuse('csv_too_wide', file.name, String(row))
      if (rows.length > mostRows + 1 || row > mostRows + limits.blankRows)
        refuse('too_many_rows', name, String(mostRows))
      if (cells.length === 0) return true
      chargeRow(budget, cells.filter((cell) => cell !== undefined).length, cells.length)
      for (const cell of cells) if (cell !== undefined) chargeText(budget, cell.text.length)
      rows.push({ row, hidden: false, cells })
      return true
    },
  })
  if (broken?.fault === 'quotes') refuse('csv_broken', file.name, String(broken.row))
  if (broken?.fault === 'wide') refuse('too_many_columns', file.name, String(limits.columns))
  return { name, state: 'visible', hiddenColumns: [], merged: [], rows }
}

function cellsOf(texts: readonly string[]): (RawCell | undefined)[] {
  const cells: (RawCell | undefined)[] = []
  texts.forEach((text, index) => {
    if (text !== '') cells[index] = { kind: 'written', text, calculated: false }
  })
  return cells
}

/** UTF-8, with or without a byte order mark. Anything else is refused: a wrong guess would change names unseen. */
function textOf(file: CsvFile): string {
  if (file.bytes.includes(0)) refuse('csv_not_utf8', file.name)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)
  } catch {
    return refuse('csv_not_utf8', file.name)
  }
}

/** Spreadsheet programs write semicolons or tabs where the comma is the decimal sign. The header row shows which. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/)
  const first = end === -1 ? text.slice(0, 10_000) : text.slice(0, Math.min(end, 10_000))
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: first.split(delimiter).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}
