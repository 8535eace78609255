/** Reads the cells of an .xlsx as the text that is stored, in one pass over the stream and within the limits. */
import { openZip, type ZipArchive } from '../kernel/limited-zip.ts'
import { dayOfSerial } from './cell-text.ts'
import type { CellKind, RawCell, RawReturn, RawRow, RawSheet } from './raw-return.ts'
import { RETURN_LIMITS, type ReturnLimits } from './return-limits.ts'
import { refuse } from './return-refusal.ts'
import { ownText, readIndex, readXmlEntry, type SheetEntry, type WorkbookIndex } from './workbook-index.ts'

/** Characters of sheets read so far, and in all. */
export type Progress = (done: number, total: number) => void

export interface WorkbookOptions {
  readonly limits?: ReturnLimits
  readonly progress?: Progress | undefined
  /** Lines that a sheet of that name may have, where its schema allows more than the limit. */
  readonly mostRows?: number
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/** Throws a `Refusal` for what cannot be read. */
export async function readWorkbook(bytes: Buffer, options: WorkbookOptions = {}): Promise<RawReturn> {
  const limits = options.limits ?? RETURN_LIMITS
  if (bytes.length === 0) refuse('file_empty')
  if (bytes.length > limits.bytes) refuse('file_too_large', String(bytes.length), String(limits.bytes))
  if (bytes.subarray(0, OLE.length).equals(OLE))
    refuse(bytes.includes(ENCRYPTED) ? 'encrypted_workbook' : 'old_workbook')
  const zip = await openZip(bytes, limits)
  const index = await readIndex(zip, limits)
  const total = index.sheets.reduce((sum, sheet) => sum + zip.size(sheet.path), 0)
  const seen = { characters: 0 }
  const budget = { cells: limits.cells }
  const sheets: RawSheet[] = []
  for (const entry of index.sheets) {
    const rows = await readRows(
      zip,
      entry,
      index,
      { limits, mostRows: Math.max(limits.rows, options.mostRows ?? 0), budget },
      (characters) => {
        seen.characters += characters
        options.progress?.(Math.min(seen.characters, total), total)
      },
    )
    sheets.push({ name: entry.name, state: entry.state, rows })
  }
  return { form: 'xlsx', sheets }
}

interface Bounds {
  readonly limits: ReturnLimits
  readonly mostRows: number
  readonly budget: { cells: number }
}

/** Where the stream stands in a sheet. */
interface Cursor {
  rowNumber: number
  rowElements: number
  cells: (RawCell | undefined)[] | undefined
  column: number
  type: string
  style: number
  value: string
  formula: string
  calculated: boolean
  collecting: 'value' | 'formula' | undefined
  phonetic: number
}

async function readRows(
  zip: ZipArchive,
  entry: SheetEntry,
  index: WorkbookIndex,
  bounds: Bounds,
  seen: (characters: number) => void,
): Promise<readonly RawRow[]> {
  const rows: RawRow[] = []
  const at: Cursor = {
    rowNumber: 0,
    rowElements: 0,
    cells: undefined,
    column: -1,
    type: '',
    style: -1,
    value: '',
    formula: '',
    calculated: false,
    collecting: undefined,
    phonetic: 0,
  }
  const { limits } = bounds
  await readXmlEntry(
    zip,
    entry.path,
    {
      open: (name, attributes) => {
        switch (name) {
          case 'c':
            beginCell(at, attributes['r'], attributes['t'], attributes['s'], entry.name)
            return
          case 'v':
            at.collecting = 'value'
            return
          case 'f':
            at.calculated = true
            at.collecting = 'formula'
            return
          case 't':
            if (at.type === 'inlineStr' && at.phonetic === 0) at.collecting = 'value'
            return
          case 'rPh':
            at.phonetic += 1
            return
          case 'row':
            beginRow(at, attributes['r'], bounds, entry.name)
        }
      },
      text: (text) => {
        if (at.collecting === undefined) return
        if (at.collecting === 'value') at.value = at.value === '' ? text : at.value + text
        else at.formula += text
        if (at.value.length > limits.cellText || at.formula.length > limits.cellText)
          refuse('cell_text_too_long', entry.name, String(limits.cellText))
      },
      close: (name) => {
        switch (name) {
          case 'v':
          case 'f':
          case 't':
            at.collecting = undefined
            return
          case 'rPh':
            at.phonetic -= 1
            return
          case 'c': {
            const cell = cellOf(at, index)
            if (cell === undefined || at.cells === undefined) return
            if (at.column >= limits.columns) refuse('too_many_columns', entry.name, String(limits.columns))
            bounds.budget.cells -= 1
            if (bounds.budget.cells < 0) refuse('too_many_cells', entry.name, String(limits.cells))
            at.cells[at.column] = cell
            return
          }
          case 'row':
            if (at.cells === undefined || at.cells.length === 0) return
            if (rows.length >= bounds.mostRows + HEADER_ROWS)
              refuse('too_many_rows', entry.name, String(bounds.mostRows))
            rows.push({ row: at.rowNumber, cells: at.cells })
            at.cells = undefined
        }
      },
    },
    seen,
  )
  return rows
}

/** Rows of markers and headers that stand above the lines. */
const HEADER_ROWS = 5

function beginRow(at: Cursor, r: string | undefined, bounds: Bounds, sheet: string): void {
  const next = r === undefined ? at.rowNumber + 1 : Number(r)
  if (!Number.isInteger(next) || next <= at.rowNumber || next > 1_048_576) refuse('broken_workbook', sheet)
  at.rowNumber = next
  at.rowElements += 1
  if (at.rowElements > bounds.mostRows + bounds.limits.blankRows)
    refuse('too_many_rows', sheet, String(bounds.mostRows))
  at.cells = []
  at.column = -1
}

function beginCell(
  at: Cursor,
  r: string | undefined,
  type: string | undefined,
  style: string | undefined,
  sheet: string,
): void {
  const column = r === undefined ? at.column + 1 : columnIndex(r)
  if (column <= at.column || column > 16_383) refuse('broken_workbook', sheet)
  at.column = column
  at.type = type ?? 'n'
  at.style = style === undefined ? -1 : Number(style)
  at.value = ''
  at.formula = ''
  at.calculated = false
  at.collecting = undefined
}

/** `AB12` is 27; a reference that is none is -1. */
function columnIndex(reference: string): number {
  let index = 0
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) return at === 0 || at > 3 ? -1 : index - 1
    index = index * 26 + code - 64
  }
  return -1
}

function cellOf(at: Cursor, index: WorkbookIndex): RawCell | undefined {
  const { value, calculated } = at
  if (value === '') {
    if (!calculated) return undefined
    // A formula whose result is an empty text is an empty cell; one that was never calculated says nothing at all.
    return at.type === 'str' ? undefined : { kind: 'uncalculated', text: `=${ownText(at.formula)}`, calculated }
  }
  switch (at.type) {
    case 's': {
      const text = index.strings[Number(value)]
      if (text === undefined) refuse('broken_workbook', value)
      return text === '' ? undefined : { kind: 'text', text, calculated }
    }
    case 'inlineStr':
    case 'str':
      return { kind: 'text', text: ownText(value), calculated }
    case 'b':
      if (!/^(?:0|1|true|false)$/.test(value)) refuse('broken_workbook', value)
      return { kind: 'boolean', text: value === '1' || value === 'true' ? 'true' : 'false', calculated }
    case 'e':
      return { kind: 'error', text: value, calculated }
    case 'd':
      if (!/^\d{4}-\d{2}-\d{2}(?:T[0-9:.]*Z?)?$/.test(value)) refuse('broken_workbook', value)
      return { kind: 'date', text: value.slice(0, 10), calculated }
    default:
      return numberCell(value, index, at.style, calculated)
  }
}

function numberCell(value: string, index: WorkbookIndex, style: number, calculated: boolean): RawCell {
  const format: CellKind = index.formats[style] ?? 'number'
  if (format === 'date')
    return { kind: 'date', text: dayOfSerial(value, index.system1904) ?? ownText(value), calculated }
  return { kind: format, text: ownText(value), calculated }
}
