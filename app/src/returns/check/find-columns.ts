/**
 * Finds the sheets and columns of the return in what was read: by the hidden marker row of the template, and where that is gone, by
 * the names of sheets and headers. Never by position.
 */
import { folded } from '../plain-text.ts'
import { type ErrorList, report } from '../return-errors.ts'
import { columnLetters, HEADER_ROWS, type RawRow, type RawSheet } from '../read/raw-return.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import type { Bilingual, ReturnSchema, ReturnSheet } from '../schema/return-schema.ts'
import { ERROR_SHEETS, LIST_SHEET, MARKER_SHEET, README_SHEETS } from '../schema/template-names.ts'

export interface FoundSheet {
  readonly sheet: ReturnSheet
  readonly raw: RawSheet
  /** Where each column of the schema stands in the rows, or -1. */
  readonly positions: readonly number[]
  /** Whether a column of the file, from 0, has a header. */
  readonly headed: readonly boolean[]
  /** The first row of lines. */
  readonly firstLine: number
  readonly markerRow: number | undefined
}

const OWN_SHEETS: ReadonlySet<string> = new Set([
  MARKER_SHEET,
  LIST_SHEET,
  README_SHEETS.en,
  README_SHEETS.ur,
  ERROR_SHEETS.en,
  ERROR_SHEETS.ur,
])
const MARKER = /^([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)$/

export function isOwnSheet(name: string): boolean {
  return OWN_SHEETS.has(name)
}

export function findSheets(
  schema: ReturnSchema,
  sheets: readonly RawSheet[],
  errors: ErrorList,
): readonly FoundSheet[] {
  const found: FoundSheet[] = []
  for (const raw of sheets) {
    if (isOwnSheet(raw.name)) continue
    const sheet = sheetFor(schema, raw)
    if (sheet === undefined) {
      if (raw.rows.length > 0) report(errors, 'unknown_sheet', { sheet: raw.name })
      continue
    }
    const other = found.find((one) => one.sheet === sheet)
    if (other === undefined) found.push(findColumns(sheet, raw, errors))
    else report(errors, 'duplicate_sheet', { sheet: raw.name, found: other.raw.name })
  }
  for (const sheet of schema.sheets) {
    if (!found.some((one) => one.sheet === sheet))
      report(errors, 'missing_sheet', { found: sheet.label, sheet: sheet.name })
  }
  return schema.sheets.flatMap((sheet) => found.find((one) => one.sheet === sheet) ?? [])
}

function sheetFor(schema: ReturnSchema, raw: RawSheet): ReturnSheet | undefined {
  for (const row of raw.rows) {
    if (row.row > HEADER_ROWS) break
    const marked = row.cells.map((cell) => MARKER.exec(cell?.text ?? '')?.[1]).find((name) => name !== undefined)
    const sheet = marked === undefined ? undefined : schema.sheets.find((one) => one.name === marked)
    if (sheet !== undefined) return sheet
  }
  const name = folded(raw.name)
  return schema.sheets.find((sheet) => [sheet.name, sheet.label.en, sheet.label.ur].some((one) => folded(one) === name))
}

function findColumns(sheet: ReturnSheet, raw: RawSheet, errors: ErrorList): FoundSheet {
  const top = raw.rows.filter((row) => row.row <= HEADER_ROWS)
  const marker = top.find((row) => row.cells.some((cell) => MARKER.exec(cell?.text ?? '')?.[1] === sheet.name))
  const header = marker === undefined ? headerRow(sheet, top) : raw.rows.find((row) => row.row === marker.row + 1)
  const byName = byHeader(sheet)
  const named = marker === undefined ? byName : byMarker(sheet)
  const from = marker ?? header
  const positions: number[] = sheet.columns.map(() => -1)
  const headed: boolean[] = []
  const width = Math.max(from?.cells.length ?? 0, header?.cells.length ?? 0)
  for (let at = 0; at < width; at += 1) {
    const index = named(from?.cells[at]?.text ?? '')
    const said = header?.cells[at]?.text
    const place = { sheet: raw.name, row: header?.row, column: columnLetters(at) }
    const column = index === -1 ? undefined : sheet.columns[index]
    headed.push(column !== undefined || folded(said ?? from?.cells[at]?.text ?? '') !== '')
    if (column === undefined) {
      const text = said ?? from?.cells[at]?.text
      if (text !== undefined && text.trim() !== '') report(errors, 'unknown_column', { ...place, found: text })
    } else if (positions[index] !== -1) {
      report(errors, 'duplicate_column', { ...place, label: column.label, other: columnLetters(positions[index] ?? 0) })
    } else {
      positions[index] = at
      if (marker !== undefined && byName(said ?? '') !== index)
        report(errors, 'header_renamed', { ...place, label: column.label, found: said ?? '' })
    }
  }
  sheet.columns.forEach((column, index) => {
    if (positions[index] === -1 && !column.later)
      report(errors, 'missing_column', { sheet: raw.name, row: from?.row, label: column.label, expected: column.name })
  })
  return {
    sheet,
    raw,
    positions,
    headed,
    firstLine: Math.max(marker === undefined ? 0 : marker.row + 2, header === undefined ? 1 : header.row + 1),
    markerRow: marker?.row,
  }
}

/** The first row in which most filled cells are headers of the sheet. */
function headerRow(sheet: ReturnSheet, rows: readonly RawRow[]): RawRow | undefined {
  const named = byHeader(sheet)
  return (
    rows.find(
      (row) =>
        row.cells.filter((cell) => cell !== undefined && named(cell.text) !== -1).length >=
        Math.min(2, sheet.columns.length),
    ) ?? rows[0]
  )
}

function byMarker(sheet: ReturnSheet): (text: string) => number {
  return (text) => {
    const [, of, name] = MARKER.exec(text) ?? []
    return of === sheet.name ? sheet.columns.findIndex((column) => column.name === name) : -1
  }
}

/** A header is the column's name, its label in either language, or both labels as the template writes them. */
function byHeader(sheet: ReturnSheet): (text: string) => number {
  const names = new Map<string, number>()
  sheet.columns.forEach((column, index) => {
    for (const label of [
      column.label.ur,
      column.label.en,
      headerText(column.label, 'en'),
      headerText(column.label, 'ur'),
      column.name,
    ])
      names.set(folded(label), index)
  })
  return (text) => names.get(folded(text)) ?? -1
}

/** How the template writes a header: in both languages, its own first. */
export function headerText(label: Bilingual, language: Language): string {
  if (label.en === label.ur) return label.en
  return language === 'en' ? `${label.en}\n${label.ur}` : `${label.ur}\n${label.en}`
}
