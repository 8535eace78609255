/** The rows of a table from a file, CSV or XLSX, one after the other: a world of countries is too large to be held whole. */
import { type CsvShape, readSome } from '../kernel/limited-csv.ts'
import { openZip } from '../kernel/limited-zip.ts'
import { newBudget } from '../returns/read/cell-budget.ts'
import type { RawRow } from '../returns/read/raw-return.ts'
import { readSheet } from '../returns/read/read-sheet.ts'
import { readIndex, readXmlEntry, type SheetEntry } from '../returns/read/workbook-index.ts'
import { returnError, type ReturnErrorCode } from '../returns/return-errors.ts'
import { RETURN_LIMITS } from '../returns/return-limits.ts'
import { refusalOf } from '../returns/return-refusal.ts'
import { MB, type TableLimits } from './table-limits.ts'

export interface TableProblem {
  readonly row: number
  readonly column: number
  readonly sentence: string
  readonly ur: string
}

export type TakeRow = (cells: readonly string[], row: number) => boolean

/** What is wrong with the file as a file; undefined where all was read, or `take` has stopped it. Sizes are looked at before anything is read. */
export async function readTableRows(
  bytes: Buffer,
  limits: TableLimits,
  take: TakeRow,
): Promise<TableProblem | undefined> {
  if (bytes.length > limits.bytes)
    return wrong(
      `The file is larger than ${limits.bytes / MB} MB. Cut it to the countries that are needed, or read it with the command line.`,
      `فائل ${limits.bytes / MB} MB سے بڑی ہے۔ اسے ضروری ملکوں تک محدود کریں، یا کمانڈ لائن سے پڑھیں۔`,
    )
  if (bytes.subarray(0, OLE.length).equals(OLE)) return wrong(...NO_TABLE)
  return bytes.subarray(0, ZIP.length).equals(ZIP) ? await readXlsx(bytes, limits, take) : readCsv(bytes, limits, take)
}

/** A table in rupees begins with PKR. */
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const NO_TABLE = [
  'This is neither CSV nor an .xlsx workbook. Save the table as one of them.',
  'یہ نہ CSV ہے نہ .xlsx ورک بک۔ جدول کو ان میں سے کسی صورت میں محفوظ کریں۔',
] as const

const PIECE = 4 * MB

function readCsv(bytes: Buffer, limits: TableLimits, take: TakeRow): TableProblem | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const shape: CsvShape & { stopped: boolean } = {
    delimiter: ',',
    columns: limits.columns,
    stopped: false,
    take: (cells, row) => {
      const trimmed = cells.map((cell) => cell.trim())
      const goesOn = trimmed.every((cell) => cell === '') || (row <= limits.rows && take(trimmed, row))
      shape.stopped ||= !goesOn
      return goesOn
    },
  }
  let rest = ''
  let row = 1
  for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
    const isLast = at + PIECE >= bytes.length
    const text = decoded(decoder, bytes.subarray(at, at + PIECE), isLast)
    if (text === undefined)
      return wrong(
        'The file is not UTF-8. Save it with that encoding.',
        'فائل UTF-8 میں نہیں۔ اسے اسی انکوڈنگ میں محفوظ کریں۔',
      )
    const read = readSome(rest + text, shape, row, isLast)
    if (read.fault === 'wide') return tooLarge(limits, read.row)
    if (read.fault === 'quotes')
      return { row: read.row, column: 1, sentence: 'A quotation mark is not closed.', ur: 'ایک واوین بند نہیں۔' }
    if (shape.stopped) return read.row > limits.rows ? tooLarge(limits, read.row) : undefined
    if (read.rest.length > MOST_OF_ROW) return tooLarge(limits, read.row)
    ;({ rest, row } = read)
  }
  return undefined
}

const MOST_OF_ROW = 4 * MB

function decoded(decoder: TextDecoder, bytes: Uint8Array, isLast: boolean): string | undefined {
  try {
    return decoder.decode(bytes, { stream: !isLast })
  } catch {
    return undefined
  }
}

/** A cell and its value; the row is shared by many. */
const ELEMENTS = 3

const TOO_LARGE: ReadonlySet<ReturnErrorCode> = new Set([
  'too_many_rows',
  'too_many_columns',
  'too_many_cells',
  'too_much_text',
  'unpacked_too_large',
  'xml_too_many',
])

async function readXlsx(bytes: Buffer, limits: TableLimits, take: TakeRow): Promise<TableProblem | undefined> {
  const { bytes: most, unpacked, rows, columns, cells } = limits
  const all = {
    ...RETURN_LIMITS,
    bytes: most,
    unpackedBytes: unpacked,
    unpackedBytesOfEntry: unpacked,
    rows,
    columns,
    cells,
    places: cells * 2,
    text: cells * 40,
  }
  try {
    const zip = await openZip(bytes, all)
    const budget = newBudget(all)
    const index = await readIndex(zip, budget)
    const sheet = sheetOf(index.sheets)
    if (sheet === undefined) return wrong('The workbook has no sheet that is shown.', 'ورک بک میں کوئی ظاہر شیٹ نہیں۔')
    let goesOn = true
    const keep = ({ row, cells: filled }: RawRow): void => {
      if (goesOn)
        goesOn = take(
          Array.from(filled, (cell) => cell?.text.trim() ?? ''),
          row,
        )
    }
    const { events } = readSheet(sheet.name, index, rows, budget, keep)
    await readXmlEntry(zip, sheet.path, events, undefined, cells * ELEMENTS)
    return undefined
  } catch (error) {
    const { code, details } = refusalOf(error)
    if (code === 'not_a_workbook') return wrong(...NO_TABLE)
    if (TOO_LARGE.has(code)) return tooLarge(limits, details.row ?? 1)
    const { sentence } = returnError(code, details)
    return { row: details.row ?? 1, column: 1, sentence: sentence.en, ur: sentence.ur }
  }
}

/** The one that is called after its tables; else the first that is shown. */
function sheetOf(sheets: readonly SheetEntry[]): SheetEntry | undefined {
  const shown = sheets.filter(({ state }) => state === 'visible')
  return shown.find(({ name }) => /mrio|icio/i.test(name)) ?? shown[0]
}

function tooLarge({ rows, columns }: TableLimits, row: number): TableProblem {
  return {
    row,
    column: 1,
    sentence: `A table has at most ${rows} rows and ${columns} columns here. Cut it to the countries that are needed, or read it with the command line.`,
    ur: `یہاں جدول میں زیادہ سے زیادہ ${rows} سطریں اور ${columns} کالم ہو سکتے ہیں۔ اسے ضروری ملکوں تک محدود کریں، یا کمانڈ لائن سے پڑھیں۔`,
  }
}

function wrong(sentence: string, ur: string): TableProblem {
  return { row: 1, column: 1, sentence, ur }
}

export const MOST_TOLD = 20

/** An empty cell is zero. What is no number is told at its place. */
export function numberIn(cell: string, row: number, column: number, problems: TableProblem[]): number {
  if (cell === '') return 0
  if (/^-?\d{1,18}(\.\d{1,40})?(E[+-]?\d{1,2})?$/i.test(cell)) return Number(cell)
  if (problems.length < MOST_TOLD)
    problems.push({
      row,
      column,
      sentence: `'${cell.slice(0, 40)}' is no number. Write it like 1250.5, without separators.`,
      ur: `'${cell.slice(0, 40)}' عدد نہیں۔ اسے 1250.5 کی طرح، بغیر وقفے کے لکھیں۔`,
    })
  return 0
}

export function total(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
