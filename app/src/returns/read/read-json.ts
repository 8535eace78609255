/**
 * Reads a return that comes as JSON, within the same limits as a workbook. Its rows are numbered as in the workbook that the template makes of it:
 * the first line of a sheet is row 3, below the markers and the headers.
 */
import { JsonError, jsonReader, type JsonReader, type JsonScalar } from '../../kernel/limited-json.ts'
import { headerText } from '../check/find-columns.ts'
import { RETURN_LIMITS, type ReturnLimits } from '../return-limits.ts'
import type { ReturnError } from '../return-errors.ts'
import { refuse, refuseAt } from '../return-refusal.ts'
import type { Bilingual, ReturnSchema, ReturnSheet } from '../schema/return-schema.ts'
import { MARKER_SHEET } from '../schema/template-names.ts'
import { type CellBudget, chargeRow, chargeText, newBudget } from './cell-budget.ts'
import { columnLetters, type RawCell, type RawReturn, type RawRow, type RawSheet } from './raw-return.ts'

/** The row of the first line. */
const FIRST_JSON_ROW = 3

/** Beside `sheets`, what says which return it is. */
const MARKERS = ['return', 'kind', 'version'] as const

const SHAPES = {
  whole: {
    en: 'an object with the names return, kind, version and sheets',
    ur: 'ایک آبجیکٹ، جس میں return، kind، version اور sheets ہوں',
  },
  sheets: { en: 'an object with a list of lines for each sheet', ur: 'ایک آبجیکٹ، جس میں ہر شیٹ کی سطروں کی فہرست ہو' },
  lines: { en: 'a list of lines', ur: 'سطروں کی فہرست' },
  line: { en: 'an object with a value for each column', ur: 'ایک آبجیکٹ، جس میں ہر کالم کی قدر ہو' },
  value: { en: 'a text, a number, true, false or null', ur: 'متن، عدد، true، false یا null' },
  twice: { en: 'each name once', ur: 'ہر نام ایک ہی بار' },
} as const satisfies Readonly<Record<string, Bilingual>>

interface JsonOptions {
  readonly limits?: ReturnLimits | undefined
  readonly mostRows: number
}

/** Throws a `Refusal` for what cannot be read. */
export function readJson(
  bytes: Buffer,
  schema: ReturnSchema,
  { limits = RETURN_LIMITS, mostRows }: JsonOptions,
): RawReturn {
  if (bytes.length === 0) refuse('file_empty')
  if (bytes.length > limits.bytes) refuse('file_too_large', String(bytes.length), String(limits.bytes))
  const reader = jsonReader(textOf(bytes))
  const budget = newBudget(limits)
  const rows = Math.max(limits.rows, mostRows)
  const markers: RawRow[] = []
  const sheets: RawSheet[] = []
  /** Where the reading stands, for what goes wrong there. */
  let place = ''
  try {
    eachOf(reader, place, SHAPES.whole, (name) => {
      place = pointer(name)
      if (name === 'sheets')
        eachOf(reader, place, SHAPES.sheets, (key) => {
          place = pointer('sheets', key)
          if (sheets.length >= limits.sheets) refuse('too_many_sheets', undefined, String(limits.sheets))
          sheets.push(readLines(reader, key, schema, { budget, rows, at: (where) => (place = where) }))
        })
      else if (isMarker(name)) markers.push(markerRow(markers.length, name, scalarAt(reader, place)))
      else refuseAt('json_unfit', { place, found: place, expected: SHAPES.whole })
    })
    reader.end()
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    if (error.fault !== 'name twice') return refuse('json_broken', error.detail)
    return refuseAt('json_unfit', { place, found: `${place}${pointer(error.detail)}`, expected: SHAPES.twice })
  }
  return { form: 'json', sheets: [...sheets, plainSheet(MARKER_SHEET, markers)] }
}

function isMarker(name: string): boolean {
  return MARKERS.some((one) => one === name)
}

/** Without the mark with which some programs begin UTF-8. */
export function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('json_broken', '1')
  }
}

/** RFC 6901. */
function pointer(...names: readonly (string | number)[]): string {
  return names.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The value that an error is about; where it is none, the line, the sheet or the whole. */
export function pointerOf({ sheets }: RawReturn, { sheet, row, column }: ReturnError): string {
  if (sheet === undefined) return ''
  const found = sheets.find(({ name }) => name === sheet)
  const names = found?.names
  if (names === undefined) return pointer('sheets', sheet)
  if (row === undefined || row < FIRST_JSON_ROW) return pointer('sheets', names.sheet)
  const line = pointer('sheets', names.sheet, row - FIRST_JSON_ROW)
  const name = column === undefined ? undefined : names.columns.find((_name, index) => columnLetters(index) === column)
  return name === undefined ? line : line + pointer(name)
}

function eachOf(reader: JsonReader, place: string, expected: Bilingual, take: (name: string) => void): void {
  if (reader.next() !== 'object') refuseAt('json_unfit', { place, found: place === '' ? '/' : place, expected })
  reader.object(take)
}

function scalarAt(reader: JsonReader, place: string): JsonScalar {
  const kind = reader.next()
  if (kind === 'object' || kind === 'list') refuseAt('json_unfit', { place, found: place, expected: SHAPES.value })
  return reader.scalar()
}

function plainSheet(name: string, rows: readonly RawRow[]): RawSheet {
  return { name, state: 'visible', hiddenColumns: [], merged: [], rows }
}

function written(text: string): RawCell {
  return { kind: 'written', text, calculated: false }
}

function markerRow(count: number, name: string, { text }: JsonScalar): RawRow {
  return { row: count + 1, hidden: false, cells: [written(name), written(text)] }
}

/** A number stays one, so that it is refused where a text is asked for: it may have lost its leading zeros on the way. */
function cellOf({ kind, text }: JsonScalar): RawCell | undefined {
  if (kind === 'null' || text === '') return undefined
  return { kind: kind === 'text' ? 'written' : kind, text, calculated: false }
}

interface LineReading {
  readonly budget: CellBudget
  readonly rows: number
  readonly at: (place: string) => void
}

function readLines(
  reader: JsonReader,
  key: string,
  schema: ReturnSchema,
  { budget, rows: mostRows, at }: LineReading,
): RawSheet {
  const { limits } = budget
  const sheet = schema.sheets.find(({ name }) => name === key)
  const name = sheet?.label.en ?? key
  const columns = (sheet?.columns ?? []).map((column) => column.name)
  const places = new Map(columns.map((column, index) => [column, index]))
  const lines: RawRow[] = []
  const own = pointer('sheets', key)
  if (reader.next() !== 'list') refuseAt('json_unfit', { place: own, found: own, expected: SHAPES.lines })
  reader.list((index) => {
    if (lines.length > mostRows || index > mostRows + limits.blankRows) refuse('too_many_rows', name, String(mostRows))
    const line = `${own}/${index}`
    at(line)
    const cells: (RawCell | undefined)[] = []
    eachOf(reader, line, SHAPES.line, (column) => {
      let place = places.get(column)
      if (place === undefined) {
        if (columns.length >= limits.columns) refuse('too_many_columns', name, String(limits.columns))
        if (column.length > limits.cellText) refuse('cell_text_too_long', name, String(limits.cellText))
        chargeText(budget, column.length)
        place = columns.length
        columns.push(column)
        places.set(column, place)
      }
      const cell = cellOf(scalarAt(reader, line + pointer(column)))
      if (cell === undefined) return
      if (cell.text.length > limits.cellText) refuse('cell_text_too_long', name, String(limits.cellText))
      chargeText(budget, cell.text.length)
      cells[place] = cell
    })
    if (cells.length === 0) return
    chargeRow(budget, cells.filter((cell) => cell !== undefined).length, cells.length)
    lines.push({ row: FIRST_JSON_ROW + index, hidden: false, cells })
  })
  return { ...plainSheet(name, [...headRows(sheet, columns), ...lines]), names: { sheet: key, columns } }
}

/** As the template has them, so that what is written of it is a workbook like any other. */
function headRows(sheet: ReturnSheet | undefined, columns: readonly string[]): readonly RawRow[] {
  const headers = columns.map((name, index) => {
    const column = sheet?.columns[index]
    return written(column === undefined ? name : headerText(column.label, 'en'))
  })
  const markers = (sheet?.columns ?? []).map((column) => written(`${sheet?.name}.${column.name}`))
  return [
    ...(markers.length === 0 ? [] : [{ row: 1, hidden: false, cells: markers }]),
    { row: 2, hidden: false, cells: headers },
  ]
}
