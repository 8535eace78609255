/** Writes a cell that was read so that it is read again as the same: nothing of its text is lost. */
import type ExcelJS from 'exceljs'
import { parseDay } from '@maqami/engine/value/date.ts'
import { readStoredNumber, readWrittenNumber, serialOfDay } from '../read/cell-text.ts'
import { xmlText } from '../plain-text.ts'
import type { RawCell } from '../read/raw-return.ts'
import { DATE_FORMAT } from './workbook-style.ts'

/** A number that a spreadsheet would alter is written as text, so that no digit is lost. */
export function writeCell(target: ExcelJS.Cell, cell: RawCell, format: string | undefined): void {
  switch (cell.kind) {
    case 'date': {
      const day = parseDay(cell.text)
      target.value = day === undefined ? stored(cell.text) : serialOfDay(day)
      target.numFmt = day === undefined ? (format ?? '@') : DATE_FORMAT
      return
    }
    case 'number':
    case 'percent': {
      const number = readStoredNumber(cell.text, cell.calculated)
      target.value = typeof number === 'string' ? stored(cell.text) : Number(number.text)
      target.numFmt = typeof number === 'string' ? (format ?? '@') : numberFormat(cell, format)
      return
    }
    case 'written':
      writeWritten(target, cell.text, format)
      return
    case 'boolean':
      target.value = cell.text === 'true'
      return
    case 'error':
      target.value = isErrorValue(cell.text) ? { error: cell.text } : stored(cell.text)
      return
    case 'text':
    case 'uncalculated':
      target.value = stored(cell.text)
      // A figure that is typed over a text is one only in the format of its column.
      target.numFmt = format ?? '@'
  }
}

/** That of its column, unless the same number would be another value in it: a day, or a hundred times as much. */
function numberFormat({ kind }: RawCell, format: string | undefined): string {
  if (kind === 'percent') return '0.00%'
  return format === undefined || format === DATE_FORMAT || format === '0.00%' ? 'General' : format
}

/** A cell of a CSV file becomes the number or day that its column makes of it, and else stays a text. */
function writeWritten(target: ExcelJS.Cell, text: string, format: string | undefined): void {
  const percent = format === '0.00%' && text.endsWith('%')
  const number =
    format === '@' || format === undefined || format === DATE_FORMAT
      ? 'not a number'
      : readWrittenNumber(percent ? text.slice(0, -1).trim() : text)
  const day = format === DATE_FORMAT ? parseDay(text.trim()) : undefined
  if (day !== undefined) target.value = serialOfDay(day)
  else if (typeof number !== 'string' && percent) target.value = Number((Number(number.text) / 100).toPrecision(15))
  else if (typeof number !== 'string' && format !== '0.00%') target.value = Number(number.text)
  else target.value = stored(text)
  target.numFmt = format ?? '@'
}

/** As XML holds it: what looks like the code of a character is not to be read as one. */
function stored(text: string): string {
  return xmlText(text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

type ErrorValue = ExcelJS.CellErrorValue['error']
const ERROR_VALUES: readonly string[] = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!']

function isErrorValue(text: string): text is ErrorValue {
  return ERROR_VALUES.includes(text)
}
