/** The sheet that lists everything that is wrong with a return, with links to the cells. */
import type ExcelJS from 'exceljs'
import { xmlText } from '../plain-text.ts'
import { columnLetters } from '../read/raw-return.ts'
import type { ReturnError } from '../return-errors.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import type { Bilingual } from '../schema/return-schema.ts'
import { FACE, styleFault, styleHeader } from './workbook-style.ts'

const HEADERS: readonly Bilingual[] = [
  { en: 'Code', ur: 'کوڈ' },
  { en: 'Sheet', ur: 'شیٹ' },
  { en: 'Cell', ur: 'خانہ' },
  { en: 'Found', ur: 'کیا لکھا ہے' },
  { en: 'What to do', ur: 'کیا کریں' },
]

export function writeErrorSheet(
  list: ExcelJS.Worksheet,
  errors: readonly ReturnError[],
  total: number,
  titleOf: (sheet: string) => string | undefined,
  language: Language,
): void {
  const shown = errors.filter((error) => error.severity === 'error').length
  const title: Bilingual = {
    en:
      total === 0
        ? 'No errors'
        : `${total} ${total === 1 ? 'error' : 'errors'}${shown < total ? `, of which the first ${shown} are listed` : ''}`,
    ur:
      total === 0
        ? 'کوئی غلطی نہیں'
        : `${total} ${total === 1 ? 'غلطی' : 'غلطیاں'}${shown < total ? `، جن میں سے پہلی ${shown} درج ہیں` : ''}`,
  }
  list.getCell(1, 1).value = title[language]
  list.getCell(1, 1).font = { ...FACE, bold: true, size: 14 }
  HEADERS.forEach((header, index) => {
    const cell = list.getCell(2, index + 1)
    cell.value = header[language]
    styleHeader(cell, true)
    list.getColumn(index + 1).width = [24, 18, 10, 28, 110][index] ?? 20
  })
  const ordered = [
    ...errors.filter((error) => error.severity === 'error'),
    ...errors.filter((error) => error.severity === 'warning'),
  ]
  ordered.forEach((error, index) => {
    const row = list.getRow(index + 3)
    const sheet = error.sheet === undefined ? undefined : titleOf(error.sheet)
    const place = error.row === undefined ? '' : `${error.column ?? columnLetters(0)}${error.row}`
    const sentence = error.sentence[language]
    row.values = [error.code, sheet ?? error.sheet ?? '', place, error.found ?? '', sentence].map(xmlText)
    row.alignment = { wrapText: true, vertical: 'top' }
    row.getCell(5).alignment = { wrapText: true, vertical: 'top', readingOrder: language === 'ur' ? 'rtl' : 'ltr' }
    row.height = 6 + 16 * Math.ceil((sentence.length * 1.1) / 110)
    row.numFmt = '@'
    if (sheet !== undefined && place !== '') {
      // A formula, since a link of the other kind counts as one to another file.
      const target = `#'${sheet}'!${place}`.replaceAll('"', '""')
      row.getCell(3).value = { formula: `HYPERLINK("${target}","${place}")`, result: place }
      row.getCell(3).numFmt = 'General'
      row.getCell(3).font = { ...FACE, underline: true, color: { argb: 'FF0B5D3B' } }
    }
    styleFault(row.getCell(1), error.severity)
    row.commit()
  })
  if (shown >= total) return
  const last = list.getRow(ordered.length + 3)
  last.getCell(5).value = {
    en: `… and ${total - shown} more. Correct these and send the return again.`,
    ur: `… اور ${total - shown} مزید۔ انہیں درست کر کے گوشوارہ دوبارہ بھیجیں۔`,
  }[language]
  last.commit()
}
