/**
 * Reads the rows of one sheet. Only the arrangement that spreadsheet programs write is taken: a sheet that one program could read in one
 * way and another in another is refused where it stands.
 */
import type { Attributes, XmlEvents } from '../../kernel/limited-xml.ts'
import { type CellBudget, chargeRow, chargeText } from './cell-budget.ts'
import { type CellFormat, dayOfSerial } from './cell-text.ts'
import { columnLetters, HEADER_ROWS, type MergedCells, type RawCell, type RawRow } from './raw-return.ts'
import { refuse, refuseAt } from '../return-refusal.ts'
import { beginText, closeInText, newRichText, openInText, ownText, type RichText, textPiece } from './rich-text.ts'
import type { WorkbookIndex } from './workbook-index.ts'

export interface SheetReader {
  readonly events: XmlEvents
  readonly rows: readonly RawRow[]
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[]
  readonly merged: readonly MergedCells[]
}

/** What one sheet is read into, and where the stream stands in it. */
interface Cursor {
  readonly sheet: string
  readonly index: WorkbookIndex
  readonly budget: CellBudget
  readonly mostRows: number
  readonly keep: (row: RawRow) => void
  readonly hiddenColumns: (readonly [number, number])[]
  readonly merged: MergedCells[]
  /** Rows are hidden unless they say how high they are. */
  zeroHeight: boolean
  place: 'before' | 'data' | 'row' | 'cell' | 'value' | 'formula' | 'inline' | 'after'
  depth: number
  rowNumber: number
  /** The row as the references of its cells must name it. */
  rowText: string
  rowElements: number
  /** Rows with content so far. */
  filledRows: number
  hidden: boolean
  cells: (RawCell | undefined)[]
  filled: number
  column: number
  type: string
  style: string | undefined
  value: string | undefined
  formula: string | undefined
  readonly inline: RichText
  isInline: boolean
}

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_383
const TYPES: ReadonlySet<string> = new Set(['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'])

/** `keep` takes each row instead of the reader, where a table is too large to be held whole. */
export function readSheet(
  sheet: string,
  index: WorkbookIndex,
  mostRows: number,
  budget: CellBudget,
  keep?: (row: RawRow) => void,
): SheetReader {
  const rows: RawRow[] = []
  const at: Cursor = {
    sheet,
    index,
    budget,
    mostRows,
    keep: keep ?? ((row) => rows.push(row)),
    hiddenColumns: [],
    merged: [],
    zeroHeight: false,
    place: 'before',
    depth: 0,
    rowNumber: 0,
    rowText: '',
    rowElements: 0,
    filledRows: 0,
    hidden: false,
    cells: [],
    filled: 0,
    column: -1,
    type: 'n',
    style: undefined,
    value: undefined,
    formula: undefined,
    inline: newRichText(),
    isInline: false,
  }
  const events: XmlEvents = {
    open: (name, attributes) => openElement(at, name, attributes),
    text: (piece) => takeText(at, piece),
    close: (name) => closeElement(at, name),
  }
  return { events, rows, hiddenColumns: at.hiddenColumns, merged: at.merged }
}

function openElement(at: Cursor, name: string, attributes: Attributes): void {
  at.depth += 1
  switch (at.place) {
    case 'row':
      if (name !== 'c') return ambiguous(at, STRANGE)
      return beginCell(at, attributes)
    case 'cell':
      return openInCell(at, name)
    case 'data':
      if (name !== 'row') return ambiguous(at, STRANGE)
      return beginRow(at, attributes)
    case 'inline':
      if (!openInText(at.inline, name)) ambiguous(at, TWO_VALUES)
      return
    case 'value':
    case 'formula':
      return ambiguous(at, STRANGE)
    case 'before':
    case 'after':
      return openAround(at, name, attributes)
  }
}

/** What stands before and after the table says how it is shown. */
function openAround(at: Cursor, name: string, attributes: Attributes): void {
  if (name === 'sheetData' && at.place === 'before' && at.depth === 2) at.place = 'data'
  else if (/(?:^|:)sheetData$|^(?:row|c)$/.test(name)) ambiguous(at, OUTSIDE)
  else if (name === 'col' && (isOn(attributes['hidden']) || isNothing(attributes['width'])))
    at.hiddenColumns.push(columnsOf(at, attributes))
  else if (name === 'sheetFormatPr') at.zeroHeight = isOn(attributes['zeroHeight'])
  else if (name === 'mergeCell') at.merged.push(mergedCells(at, attributes['ref'] ?? ''))
}

function takeText(at: Cursor, piece: string): void {
  if (at.place === 'value') at.value = at.value === '' ? piece : at.value + piece
  else if (at.place === 'formula') at.formula += piece
  else if (at.place === 'inline') textPiece(at.inline, piece)
  else return
  const { cellText } = at.budget.limits
  if ((at.value?.length ?? 0) > cellText || (at.formula?.length ?? 0) > cellText || at.inline.value.length > cellText)
    refuseAt('cell_text_too_long', { ...placeOf(at), expected: String(cellText) })
}

function closeElement(at: Cursor, name: string): void {
  at.depth -= 1
  switch (at.place) {
    case 'value':
    case 'formula':
      at.place = 'cell'
      return
    case 'inline':
      if (at.inline.state === 'item') at.place = 'cell'
      else closeInText(at.inline, name)
      return
    case 'cell':
      at.place = 'row'
      return keepCell(at)
    case 'row':
      at.place = 'data'
      return keepRow(at)
    case 'data':
      at.place = 'after'
      return
    case 'before':
    case 'after':
  }
}

function keepCell(at: Cursor): void {
  const { budget, index } = at
  const cell = cellOf(at, index)
  if (cell === undefined) return
  if (at.column >= budget.limits.columns)
    refuseAt('too_many_columns', { ...placeOf(at), found: at.sheet, expected: String(budget.limits.columns) })
  if (at.type !== 's') chargeText(budget, cell.text.length)
  at.filled += 1
  at.cells[at.column] = cell
}

function keepRow(at: Cursor): void {
  if (at.cells.length === 0) return
  if (at.filledRows >= at.mostRows + HEADER_ROWS) refuse('too_many_rows', at.sheet, String(at.mostRows))
  chargeRow(at.budget, at.filled, at.cells.length)
  at.filledRows += 1
  at.keep({ row: at.rowNumber, hidden: at.hidden, cells: at.cells })
  at.cells = []
}

function beginRow(at: Cursor, attributes: Attributes): void {
  const r = attributes['r']
  const next = r === undefined ? at.rowNumber + 1 : wholeNumber(r)
  if (next <= at.rowNumber || next > LAST_ROW) refuseAt('broken_workbook', { sheet: at.sheet, found: r })
  at.place = 'row'
  at.rowNumber = next
  at.rowText = String(next)
  at.rowElements += 1
  if (at.rowElements > at.mostRows + at.budget.limits.blankRows) refuse('too_many_rows', at.sheet, String(at.mostRows))
  const height = attributes['ht']
  at.hidden = isOn(attributes['hidden']) || isNothing(height) || (at.zeroHeight && height === undefined)
  at.filled = 0
  at.column = -1
}

function beginCell(at: Cursor, attributes: Attributes): void {
  const r = attributes['r']
  let column = at.column + 1
  if (r !== undefined) {
    const letters = r.length - at.rowText.length
    const named = columnIndex(r)
    if (named >= 0 && !(r.endsWith(at.rowText) && isLetter(r.charCodeAt(letters - 1))))
      ambiguous(at, { en: `a cell that calls itself ${r}`, ur: `ایک خانہ جو خود کو ${r} کہتا ہے` })
    if (named <= at.column || named > LAST_COLUMN)
      refuseAt('broken_workbook', { sheet: at.sheet, row: at.rowNumber, found: r })
    column = named
  }
  at.place = 'cell'
  at.column = column
  at.type = attributes['t'] ?? 'n'
  if (at.type !== 'n' && !TYPES.has(at.type))
    ambiguous(at, { en: `a cell of the type ${at.type}`, ur: `${at.type} قسم کا خانہ` })
  at.style = attributes['s']
  at.value = undefined
  at.formula = undefined
  at.isInline = false
}

function openInCell(at: Cursor, name: string): void {
  if (name === 'v' && at.value === undefined && at.type !== 'inlineStr') {
    at.place = 'value'
    at.value = ''
  } else if (name === 'f' && at.formula === undefined) {
    at.place = 'formula'
    at.formula = ''
  } else if (name === 'is' && !at.isInline && at.type === 'inlineStr') {
    at.place = 'inline'
    at.isInline = true
    beginText(at.inline)
  } else ambiguous(at, name === 'v' || name === 'f' || name === 'is' ? TWO_VALUES : STRANGE)
}

/** `AB12` is 27; a reference that is none is -1. */
function columnIndex(reference: string): number {
  let index = 0
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at)
    if (!isLetter(code)) return at === 0 || at > 3 ? -1 : index - 1
    index = index * 26 + code - 64
  }
  return -1
}

function isLetter(code: number): boolean {
  return code >= 65 && code <= 90
}

/** Only digits, seven at most: other programs do not read `0x3` as 3. Else -1. */
function wholeNumber(text: string): number {
  if (text.length === 0 || text.length > 7) return -1
  let number = 0
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

/** A height or width of nothing, however it is written. */
function isNothing(size: string | undefined): boolean {
  return size !== undefined && Number(size) === 0
}

function isOn(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true'
}

function columnsOf(at: Cursor, attributes: Attributes): readonly [number, number] {
  const [first, last] = [wholeNumber(attributes['min'] ?? ''), wholeNumber(attributes['max'] ?? '')]
  if (first < 1 || last < first || at.hiddenColumns.length > LAST_COLUMN)
    refuseAt('broken_workbook', { sheet: at.sheet })
  return [first - 1, last - 1]
}

/** `A3:B5`. */
function mergedCells(at: Cursor, ref: string): MergedCells {
  const [, firstCell = '', firstRow = '', lastCell = '', lastRow = ''] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref) ??
    refuseAt('broken_workbook', { sheet: at.sheet, found: ref })
  if (at.merged.length >= at.budget.limits.listed) refuse('list_too_long', undefined, String(at.budget.limits.listed))
  return {
    ref: ownText(ref),
    rows: [Number(firstRow), Number(lastRow)],
    columns: [columnIndex(`${firstCell}1`), columnIndex(`${lastCell}1`)],
  }
}

const STRANGE = { en: 'something that is not part of a cell', ur: 'ایسی چیز جو خانے کا حصہ نہیں' }
const TWO_VALUES = { en: 'a cell with two values', ur: 'دو قدروں والا خانہ' }
const OUTSIDE = { en: 'cells outside of the table of the sheet', ur: 'شیٹ کے جدول سے باہر خانے' }

function ambiguous(at: Cursor, what: { readonly en: string; readonly ur: string }): never {
  return refuseAt('ambiguous_workbook', { ...placeOf(at), expected: what })
}

function placeOf(at: Cursor): { sheet: string; row: number | undefined; column: string | undefined } {
  const inRow = at.place !== 'before' && at.place !== 'after' && at.rowNumber > 0
  return {
    sheet: at.sheet,
    row: inRow ? at.rowNumber : undefined,
    column: inRow && at.column >= 0 ? columnLetters(at.column) : undefined,
  }
}

function cellOf(at: Cursor, index: WorkbookIndex): RawCell | undefined {
  const calculated = at.formula !== undefined
  const value = at.isInline ? at.inline.value : (at.value ?? '')
  if (value === '') {
    if (!calculated) return undefined
    // A formula whose result is an empty text is an empty cell; one that was never calculated says nothing at all.
    return at.type === 'str' ? undefined : { kind: 'uncalculated', text: `=${ownText(at.formula ?? '')}`, calculated }
  }
  switch (at.type) {
    case 's': {
      const text = index.strings[wholeNumber(value)]
      if (text === undefined) return damaged(at, value)
      return text === '' ? undefined : { kind: 'text', text, calculated }
    }
    case 'inlineStr':
    case 'str':
      return { kind: 'text', text: ownText(value), calculated }
    case 'b':
      if (!/^(?:0|1|true|false)$/.test(value)) return damaged(at, value)
      return { kind: 'boolean', text: isOn(value) ? 'true' : 'false', calculated }
    case 'e':
      return { kind: 'error', text: ownText(value), calculated }
    case 'd':
      if (!/^\d{4}-\d{2}-\d{2}(?:T[0-9:.]*Z?)?$/.test(value)) return damaged(at, value)
      return { kind: 'date', text: value.slice(0, 10), calculated }
    default:
      return numberCell(value, index, at, calculated)
  }
}

const PLAIN_FORMAT: CellFormat = { kind: 'number', misleads: false }

function numberCell(value: string, index: WorkbookIndex, at: Cursor, calculated: boolean): RawCell {
  const style = at.style === undefined ? -1 : wholeNumber(at.style)
  if (at.style !== undefined && style === -1) return damaged(at, at.style)
  const { kind, misleads } = index.formats[style] ?? PLAIN_FORMAT
  if (kind === 'date') return { kind: 'date', text: dayOfSerial(value, index.system1904) ?? ownText(value), calculated }
  const text = ownText(value)
  return misleads ? { kind, text, calculated, misleads } : { kind, text, calculated }
}

function damaged(at: Cursor, found: string): never {
  return refuseAt('broken_workbook', { ...placeOf(at), found })
}
