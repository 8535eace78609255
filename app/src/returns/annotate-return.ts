/**
 * Hands a return back with what is wrong marked in its cells. It is written anew from the cells that were read, unknown sheets and
 * columns among them, row for row, so that it can be corrected and filed again. Formulas come back as their values.
 */
import type ExcelJS from 'exceljs'
import { parseDay } from '@maqami/engine/value/date.ts'
import { readStoredNumber, serialOfDay } from './cell-text.ts'
import { type FoundSheet, isOwnSheet } from './find-columns.ts'
import type { ReadReturn } from './read-return.ts'
import type { ReturnError } from './return-errors.ts'
import { columnLetters, type RawCell, type RawSheet } from './raw-return.ts'
import type { Bilingual, Language, ReturnSchema } from './return-schema.ts'
import { ERROR_SHEETS, MARKER_SHEET } from './template-names.ts'
import { writeMarker } from './write-template.ts'
import { DATE_FORMAT, FACE, formatOf, newWorkbook, PAGE, sheetTitle, styleFault, styleHeader, viewOf, widthOf, workbookBytes } from './workbook-style.ts'

/** Undefined when the file could not be opened, so that there are no cells to mark. */
export function annotate(read: ReadReturn, schema: ReturnSchema, language: Language): Promise<Buffer> | undefined {
  if (read.cells === undefined) return undefined
  const { raw, found } = read.cells
  const errors = read.ok ? read.warnings : read.errors
  const total = read.ok ? 0 : read.total
  const workbook = newWorkbook(schema.title[language])
  const list = workbook.addWorksheet(ERROR_SHEETS[language], { views: [viewOf(language, 2)], pageSetup: PAGE })
  const titles = titlesOf(raw.sheets)
  for (const sheet of raw.sheets) {
    if (Object.values(ERROR_SHEETS).includes(sheet.name) || sheet.name === MARKER_SHEET) continue
    const place = found.find((one) => one.raw === sheet)
    const worksheet = workbook.addWorksheet(titles.get(sheet.name) ?? sheet.name, { state: sheet.state, views: [viewOf(language, place === undefined ? 0 : place.firstLine - 1)] })
    writeCells(worksheet, sheet, place)
  }
  writeMarker(workbook, markerOf(raw.sheets) ?? schema)
  for (const error of errors) markCell(workbook, titles, error, language)
  writeList(list, errors, total, titles, language)
  return workbookBytes(workbook)
}

/** A CSV file may have a name that no sheet can have; two may then become the same. */
function titlesOf(sheets: readonly RawSheet[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  const taken = new Set<string>()
  for (const sheet of sheets) {
    const plain = sheetTitle(sheet.name) || 'Sheet'
    let title = plain
    for (let count = 2; taken.has(title.toLowerCase()); count += 1) title = `${plain.slice(0, 27)} ${count}`
    taken.add(title.toLowerCase())
    titles.set(sheet.name, title)
  }
  return titles
}

/** The marker is kept as it was: a return of another version does not become one of this by being annotated. */
function markerOf(sheets: readonly RawSheet[]): { programme: string; version: string } | undefined {
  const rows = sheets.find((sheet) => sheet.name === MARKER_SHEET)?.rows
  const said = (key: string): string | undefined => rows?.find((row) => row.cells[0]?.text === key)?.cells[1]?.text
  const [programme, version] = [said('return'), said('version')]
  return programme === undefined || version === undefined ? undefined : { programme, version }
}

function writeCells(worksheet: ExcelJS.Worksheet, sheet: RawSheet, place: FoundSheet | undefined): void {
  place?.sheet.columns.forEach((column, index) => {
    const at = place.positions[index] ?? -1
    if (at === -1) return
    const target = worksheet.getColumn(at + 1)
    target.numFmt = formatOf(column.type)
    target.width = widthOf(column.type, column.label.en)
  })
  const required = new Set(place?.sheet.columns.flatMap((column) => (column.required ? [place.positions[column.index] ?? -1] : [])))
  for (const row of sheet.rows) {
    const target = worksheet.getRow(row.row)
    row.cells.forEach((cell, at) => {
      if (cell === undefined) return
      const written = target.getCell(at + 1)
      const isHeader = place !== undefined && row.row < place.firstLine
      const column = place?.sheet.columns.find((one) => place.positions[one.index] === at)
      writeCell(written, cell, isHeader || column === undefined ? undefined : formatOf(column.type))
      if (isHeader && !isOwnSheet(sheet.name)) styleHeader(written, required.has(at))
    })
    if (row.row === place?.markerRow) target.hidden = true
    else if (place !== undefined && row.row < place.firstLine) target.height = 66
  }
}

/** A number that a spreadsheet would alter is written as text, so that no digit is lost. */
function writeCell(target: ExcelJS.Cell, cell: RawCell, format: string | undefined): void {
  switch (cell.kind) {
    case 'date': {
      const day = parseDay(cell.text)
      target.value = day === undefined ? cell.text : serialOfDay(day)
      target.numFmt = day === undefined ? '@' : DATE_FORMAT
      return
    }
    case 'number':
    case 'percent': {
      const number = readStoredNumber(cell.text, cell.calculated)
      target.value = typeof number === 'string' ? cell.text : Number(number.text)
      target.numFmt = typeof number === 'string' ? '@' : cell.kind === 'percent' ? '0.00%' : 'General'
      if (format !== undefined && format !== '@' && format !== DATE_FORMAT && cell.kind === 'number' && format !== '0.00%') target.numFmt = format
      return
    }
    case 'written':
      writeWritten(target, cell.text, format)
      return
    case 'boolean':
      target.value = cell.text === 'true'
      return
    case 'error':
      target.value = isErrorValue(cell.text) ? { error: cell.text } : cell.text
      return
    case 'text':
    case 'uncalculated':
      target.value = cell.text
      target.numFmt = '@'
  }
}

/** A cell of a CSV file becomes the number or day that its column makes of it, and else stays a text. */
function writeWritten(target: ExcelJS.Cell, text: string, format: string | undefined): void {
  const percent = format === '0.00%' && text.endsWith('%')
  const number = format === '@' || format === undefined || format === DATE_FORMAT ? 'not a number' : readStoredNumber(percent ? text.slice(0, -1).trim() : text, false)
  const day = format === DATE_FORMAT ? parseDay(text.trim()) : undefined
  if (day !== undefined) target.value = serialOfDay(day)
  else if (typeof number !== 'string' && percent) target.value = Number((Number(number.text) / 100).toPrecision(15))
  else if (typeof number !== 'string' && format !== '0.00%') target.value = Number(number.text)
  else target.value = text
  target.numFmt = typeof target.value === 'string' || format === undefined ? '@' : format
}

type ErrorValue = ExcelJS.CellErrorValue['error']
const ERROR_VALUES: readonly string[] = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!']

function isErrorValue(text: string): text is ErrorValue {
  return ERROR_VALUES.includes(text)
}

function markCell(workbook: ExcelJS.Workbook, titles: ReadonlyMap<string, string>, error: ReturnError, language: Language): void {
  const worksheet = error.sheet === undefined ? undefined : workbook.getWorksheet(titles.get(error.sheet) ?? error.sheet)
  if (worksheet === undefined || error.row === undefined) return
  const cell = worksheet.getCell(`${error.column ?? 'A'}${error.row}`)
  styleFault(cell, error.severity)
  const said = typeof cell.note === 'string' ? `${cell.note}\n\n` : ''
  cell.note = `${said}${error.code}\n${error.sentence[language]}`
}

const HEADERS: readonly Bilingual[] = [
  { en: 'Code', ur: 'کوڈ' },
  { en: 'Sheet', ur: 'شیٹ' },
  { en: 'Cell', ur: 'خانہ' },
  { en: 'Found', ur: 'کیا لکھا ہے' },
  { en: 'Expected', ur: 'کیا درکار ہے' },
  { en: 'What to do', ur: 'کیا کریں' },
]

function writeList(
  list: ExcelJS.Worksheet,
  errors: readonly ReturnError[],
  total: number,
  titles: ReadonlyMap<string, string>,
  language: Language,
): void {
  const shown = errors.length
  const title: Bilingual = {
    en: total === 0 ? 'No errors' : `${total} errors${shown < total ? `, of which the first ${shown} are listed` : ''}`,
    ur: total === 0 ? 'کوئی غلطی نہیں' : `${total} غلطیاں${shown < total ? `، جن میں سے پہلی ${shown} درج ہیں` : ''}`,
  }
  list.getCell(1, 1).value = title[language]
  list.getCell(1, 1).font = { ...FACE, bold: true, size: 14 }
  HEADERS.forEach((header, index) => {
    const cell = list.getCell(2, index + 1)
    cell.value = header[language]
    styleHeader(cell, true)
    list.getColumn(index + 1).width = [24, 18, 10, 28, 28, 90][index] ?? 20
  })
  errors.forEach((error, index) => {
    const row = list.getRow(index + 3)
    const sheet = error.sheet === undefined ? undefined : titles.get(error.sheet)
    const place = error.row === undefined ? '' : `${error.column ?? columnLetters(0)}${error.row}`
    row.values = [error.code, sheet ?? error.sheet ?? '', place, error.found ?? '', error.expected ?? '', error.sentence[language]]
    row.alignment = { wrapText: true, vertical: 'top' }
    row.numFmt = '@'
    if (sheet !== undefined && place !== '') {
      row.getCell(3).value = { text: place, hyperlink: `#'${sheet}'!${place}` }
      row.getCell(3).font = { ...FACE, underline: true, color: { argb: 'FF0B5D3B' } }
    }
    styleFault(row.getCell(1), error.severity)
  })
}
