/** Fills the template by program, as a manufacturer's own system would. */
import type ExcelJS from 'exceljs'
import { parseDay } from '@maqami/engine/value/date.ts'
import { serialOfDay } from '../read/cell-text.ts'
import { NO, YES } from '../check/check-cells.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import type { ReturnColumn, ReturnSchema } from '../schema/return-schema.ts'
import { sheetTitle } from './workbook-style.ts'
import { FIRST_LINE, templateOf } from './write-template.ts'

/** By column; numbers as numbers, everything else as the policy language writes it (`2026-07-15`, `true`, `smartphone`). */
export type FilledLine = Readonly<Record<string, string | number | undefined>>
export type FilledSheets = Readonly<Record<string, readonly FilledLine[]>>

export function filledTemplate(schema: ReturnSchema, language: Language, sheets: FilledSheets): ExcelJS.Workbook {
  const workbook = templateOf(schema, language)
  for (const sheet of schema.sheets) {
    const worksheet = workbook.getWorksheet(sheetTitle(sheet.label[language]))
    sheets[sheet.name]?.forEach((line, index) => {
      for (const column of sheet.columns) {
        const value = line[column.name]
        if (value !== undefined && worksheet !== undefined)
          worksheet.getCell(FIRST_LINE + index, column.index + 1).value = cellValue(column, value, language)
      }
    })
  }
  return workbook
}

function cellValue(column: ReturnColumn, value: string | number, language: Language): string | number {
  if (typeof value === 'number') return value
  if (column.type.kind === 'category')
    return column.type.members.find((member) => member.name === value)?.words[language] ?? value
  if (column.type.kind === 'boolean') return value === 'true' ? YES[language] : value === 'false' ? NO[language] : value
  const day = column.type.kind === 'date' ? parseDay(value) : undefined
  return day === undefined ? value : serialOfDay(day)
}
