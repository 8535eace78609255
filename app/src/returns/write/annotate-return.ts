/**
 * Hands a return back with what is wrong marked in its cells. It is written anew from the cells that were read, unknown sheets and
 * columns among them, row for row, so that it can be corrected and filed again. Formulas come back as their values.
 *
 * It is written as a stream, since the largest return that is accepted would take half a gigabyte as a workbook in memory.
 */
import { PassThrough } from 'node:stream'
import { setTimeout as turn } from 'node:timers/promises'
import type ExcelJS from 'exceljs'
import { writeCell } from './annotate-cell.ts'
import { addRule, type Lists, writeLists } from './column-rules.ts'
import { type FoundSheet, isOwnSheet } from '../check/find-columns.ts'
import { cut, xmlText } from '../plain-text.ts'
import { columnLetters, type RawSheet } from '../read/raw-return.ts'
import type { ReadCells, ReadReturn } from '../read-return.ts'
import type { ReturnError } from '../return-errors.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { ANNUAL } from '../schema/load-return-schema.ts'
import type { ReturnSchema } from '../schema/return-schema.ts'
import { ERROR_SHEETS, LIST_SHEET, MARKER_SHEET } from '../schema/template-names.ts'
import {
  formatOf,
  LONGEST_TITLE,
  PAGE,
  sheetTitle,
  styleFault,
  styleHeader,
  viewOf,
  widthOf,
  excel,
} from './workbook-style.ts'
import { writeErrorSheet } from './write-error-sheet.ts'
import { writeMarker } from './write-template.ts'

/** Undefined when the file could not be opened, so that there are no cells to mark. */
export function annotate(read: ReadReturn, schema: ReturnSchema, language: Language): Promise<Buffer> | undefined {
  return read.cells === undefined ? undefined : write(read.cells, read, schema, language)
}

async function write(cells: ReadCells, read: ReadReturn, schema: ReturnSchema, language: Language): Promise<Buffer> {
  const { raw, found } = cells
  const errors = read.ok ? read.warnings : read.errors
  const stream = new PassThrough()
  const written = collect(stream)
  const workbook = new (excel().stream.xlsx.WorkbookWriter)({
    stream,
    useStyles: true,
    useSharedStrings: false,
    zip: { zlib: { level: 1 } },
  })
  const titles = titlesOf(raw.sheets, language)
  const lists: Lists = []
  const list = workbook.addWorksheet(ERROR_SHEETS[language], { views: [viewOf(language, 2)], pageSetup: PAGE })
  const titleOf = (name: string): string | undefined => {
    const sheet = raw.sheets.find((one) => one.name === name)
    return sheet === undefined ? undefined : titles.get(sheet)
  }
  writeErrorSheet(list, errors, read.ok ? 0 : read.total, titleOf, language)
  list.commit()
  for (const [sheet, title] of titles) {
    const place = found.find((one) => one.raw === sheet)
    const worksheet = workbook.addWorksheet(title, {
      // A sheet of the return is there to be seen.
      state: place === undefined ? sheet.state : 'visible',
      views: [viewOf(language, place === undefined ? 0 : place.firstLine - 1)],
      pageSetup: PAGE,
    })
    await writeSheet(
      worksheet,
      sheet,
      place,
      errors.filter((error) => error.sheet === sheet.name),
      { language, lists },
    )
  }
  if (lists.length > 0) {
    const listSheet = workbook.addWorksheet(LIST_SHEET, { state: 'veryHidden' })
    writeLists(listSheet, lists)
    listSheet.commit()
  }
  writeMarker(workbook, markerOf(raw.sheets) ?? schema).commit()
  await workbook.commit()
  return written
}

async function collect(stream: PassThrough): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/**
 * The sheets that are written back, and what they are called: not as the sheets that are made anew, and no two the same, although a CSV
 * file may have a name that no sheet can have.
 */
function titlesOf(sheets: readonly RawSheet[], language: Language): ReadonlyMap<RawSheet, string> {
  const titles = new Map<RawSheet, string>()
  // Spreadsheet programs keep `History` for themselves.
  const taken = new Set([ERROR_SHEETS[language].toLowerCase(), MARKER_SHEET, LIST_SHEET, 'history'])
  for (const sheet of sheets) {
    if ([ERROR_SHEETS.en, ERROR_SHEETS.ur, MARKER_SHEET, LIST_SHEET].includes(sheet.name)) continue
    const plain = sheetTitle(sheet.name) || 'Sheet'
    let title = plain
    for (let count = 2; taken.has(title.toLowerCase()); count += 1)
      title = `${cut(plain, LONGEST_TITLE - String(count).length - 1)} ${count}`
    taken.add(title.toLowerCase())
    titles.set(sheet, title)
  }
  return titles
}

/** The marker is kept as it was: a return of another version does not become one of this by being annotated. */
function markerOf(sheets: readonly RawSheet[]): Pick<ReturnSchema, 'programme' | 'kind' | 'version'> | undefined {
  const rows = sheets.find((sheet) => sheet.name === MARKER_SHEET)?.rows
  const said = (key: string): string | undefined => rows?.find((row) => row.cells[0]?.text === key)?.cells[1]?.text
  const [programme, kind = ANNUAL, version] = [said('return'), said('kind'), said('version')]
  return programme === undefined || version === undefined ? undefined : { programme, kind, version }
}

/** Rows after which what was written is let out of memory. */
const ROWS_A_TURN = 100

async function writeSheet(
  worksheet: ExcelJS.Worksheet,
  sheet: RawSheet,
  place: FoundSheet | undefined,
  errors: readonly ReturnError[],
  { language, lists }: { readonly language: Language; readonly lists: Lists },
): Promise<void> {
  const formats = new Map<number, string>()
  const required = new Set<number>()
  for (const column of place?.sheet.columns ?? []) {
    const at = place?.positions[column.index] ?? -1
    if (at === -1) continue
    formats.set(at, formatOf(column.type))
    if (column.required) required.add(at)
    const target = worksheet.getColumn(at + 1)
    target.numFmt = formatOf(column.type)
    target.width = widthOf(column.type, column.label.en)
    const first = place?.firstLine ?? 1
    addRule(worksheet, column, at, [first, first + (place?.sheet.mostRows ?? 1) - 1], { language, lists })
  }
  const marks = Map.groupBy(errors, (error) => error.row)
  for (const [index, row] of sheet.rows.entries()) {
    const target = worksheet.getRow(row.row)
    const isHeader = place !== undefined && row.row < place.firstLine
    row.cells.forEach((cell, at) => {
      if (cell === undefined) return
      writeCell(target.getCell(at + 1), cell, isHeader ? undefined : formats.get(at))
      if (isHeader && !isOwnSheet(sheet.name)) styleHeader(target.getCell(at + 1), required.has(at))
    })
    if (row.row === place?.markerRow) target.hidden = true
    else if (isHeader) target.height = 66
    for (const error of marks.get(row.row) ?? []) markCell(target, error, language)
    target.commit()
    if (index % ROWS_A_TURN === 0) await turn(1)
  }
  worksheet.commit()
}

function markCell(row: ExcelJS.Row, error: ReturnError, language: Language): void {
  const cell = row.getCell(error.column ?? columnLetters(0))
  styleFault(cell, error.severity)
  const said = typeof cell.note === 'string' ? `${cell.note}\n\n` : ''
  cell.note = xmlText(`${said}${error.code}\n${error.sentence[language]}`)
}
