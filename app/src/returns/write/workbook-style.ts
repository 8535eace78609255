/** How workbooks of Maqami look, and how they become bytes: the same workbook always becomes the same bytes. */
import { createRequire } from 'node:module'
import type ExcelJS from 'exceljs'
import { withoutTimes } from '../../kernel/stable-zip.ts'
import { cut, xmlText } from '../plain-text.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import type { ColumnType } from '../schema/return-schema.ts'

export const GREEN = 'FF0B5D3B'
const GREY = 'FF4F5B57'
export const WARM = 'FFF4F1EC'
const RED = 'FFF9D6D2'
const AMBER = 'FFFBE7C0'

/** What every spreadsheet program has, or has a substitute for. */
export const FACE = { name: 'Calibri', family: 2 } as const

/** The instant that workbooks carry as the one of their making: none, since it would differ from run to run. */
const NO_INSTANT = new Date(0)

/** The library takes half of the time in which a command starts, and few commands write a workbook. */
export function excel(): typeof ExcelJS {
  return createRequire(import.meta.url)('exceljs') as typeof ExcelJS
}

export function newWorkbook(title: string): ExcelJS.Workbook {
  const workbook = new (excel().Workbook)()
  workbook.creator = 'Maqami'
  workbook.lastModifiedBy = 'Maqami'
  workbook.title = title
  workbook.created = NO_INSTANT
  workbook.modified = NO_INSTANT
  return workbook
}

export async function workbookBytes(workbook: ExcelJS.Workbook): Promise<Buffer> {
  return withoutTimes(Buffer.from(await workbook.xlsx.writeBuffer()))
}

/** Codes keep their zeros by being texts; amounts show what they hold, up to four decimals. */
export function formatOf(type: ColumnType): string {
  switch (type.kind) {
    case 'count':
      return '#,##0'
    case 'money':
    case 'number':
      return '#,##0.00##'
    case 'percent':
      return '0.00%'
    case 'date':
      return DATE_FORMAT
    case 'text':
    case 'category':
    case 'boolean':
    case 'month':
    case 'currency':
      return '@'
  }
}

export const DATE_FORMAT = 'yyyy-mm-dd'

/** Wide enough for what stands in the column, and for its header in a few lines. */
export function widthOf(type: ColumnType, label: string): number {
  return Math.max(leastWidth(type), Math.min(30, Math.ceil(label.length / 2)))
}

function leastWidth(type: ColumnType): number {
  switch (type.kind) {
    case 'money':
      return 20
    case 'text':
    case 'category':
      return 24
    case 'currency':
    case 'percent':
      return 13
    case 'count':
    case 'number':
    case 'date':
    case 'month':
    case 'boolean':
      return 16
  }
}

export function styleHeader(cell: ExcelJS.Cell, required: boolean): void {
  cell.fill = solid(required ? GREEN : GREY)
  cell.font = { ...FACE, bold: true, color: { argb: 'FFFFFFFF' }, size: 11 }
  cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
}

/** Headers wrap; Urdu needs the more room. */
export function headerHeight(texts: readonly { readonly text: string; readonly width: number }[]): number {
  const lines = texts.map(({ text, width }) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.25) / width)), 0),
  )
  return 12 + 18 * Math.max(2, ...lines)
}

export function styleFault(cell: ExcelJS.Cell, severity: 'error' | 'warning'): void {
  cell.fill = solid(severity === 'error' ? RED : AMBER)
}

export function solid(argb: string): ExcelJS.Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

/** What a spreadsheet program takes as the name of a sheet, at most. */
export const LONGEST_TITLE = 31

/** A name that a spreadsheet program takes for a sheet. */
export function sheetTitle(label: string): string {
  return cut(xmlText(label).replaceAll(/[[\]:*?/\\'\t\n\r]/g, ' '), LONGEST_TITLE).trim()
}

/** Printed sideways and fitted to the width of the paper. */
export const PAGE: Partial<ExcelJS.PageSetup> = {
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
}

export function viewOf(language: Language, frozenRows: number): Partial<ExcelJS.WorksheetView> {
  const view = { rightToLeft: language === 'ur', showGridLines: true }
  return frozenRows === 0 ? view : { ...view, state: 'frozen', ySplit: frozenRows }
}
