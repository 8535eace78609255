/** Reads a return that comes as CSV files, one for each sheet, within the same limits as a workbook. */
import Papa from 'papaparse'
import type { RawCell, RawReturn, RawRow, RawSheet } from './raw-return.ts'
import { RETURN_LIMITS, type ReturnLimits } from './return-limits.ts'
import { refuse } from './return-refusal.ts'

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
  const budget = { cells: limits.cells }
  const mostRows = Math.max(limits.rows, options.mostRows ?? 0)
  return { form: 'csv', sheets: files.map((file) => readCsv(file, limits, mostRows, budget)) }
}

function sheetNameOf(file: string): string {
  return file.replace(/^.*[/\\]/, '').replace(/\.csv$/i, '')
}

function readCsv(file: CsvFile, limits: ReturnLimits, mostRows: number, budget: { cells: number }): RawSheet {
  const text = textOf(file)
  const rows: RawRow[] = []
  const name = sheetNameOf(file.name)
  let row = 0
  let fault: (() => never) | undefined
  let width: number | undefined
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    skipEmptyLines: false,
    step: (result, parser) => {
      row += 1
      fault ??= faultOf(result, file.name, row, limits)
      // What stands beyond the header belongs to no column: most often the decimals of a number written with a comma.
      width ??= result.data.length
      if (result.data.slice(width).some((cell) => cell !== ''))
        fault ??= () => refuse('csv_too_wide', file.name, String(row))
      const cells = cellsOf(result.data)
      budget.cells -= cells.reduce((sum, cell) => sum + (cell === undefined ? 0 : 1), 0)
      if (budget.cells < 0) fault ??= () => refuse('too_many_cells', name, String(limits.cells))
      if (rows.length > mostRows + 1 || row > mostRows + limits.blankRows)
        fault ??= () => refuse('too_many_rows', name, String(mostRows))
      if (fault !== undefined) parser.abort()
      else if (cells.length > 0) rows.push({ row, cells })
    },
  })
  fault?.()
  return { name, state: 'visible', rows }
}

function faultOf(
  result: Papa.ParseStepResult<string[]>,
  file: string,
  row: number,
  limits: ReturnLimits,
): (() => never) | undefined {
  if (result.errors.some((error) => error.type === 'Quotes')) return () => refuse('csv_broken', file, String(row))
  if (result.data.length > limits.columns && result.data.slice(limits.columns).some((text) => text !== '')) {
    return () => refuse('too_many_columns', file, String(limits.columns))
  }
  if (result.data.some((text) => text.length > limits.cellText))
    return () => refuse('cell_text_too_long', file, String(limits.cellText))
  return undefined
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
