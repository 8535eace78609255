/** Holds the columns of a line against each other: what one needs of another, and what may not be more or later. */
import { compare } from '@maqami/engine/value/exact.ts'
import type { CellValue } from './check-cells.ts'
import type { ErrorDetails, ReturnErrorCode } from '../return-errors.ts'
import { meets, type ReturnLine, textOfValue } from './return-lines.ts'
import type { Agreement, ReturnColumn, ReturnSheet } from '../schema/return-schema.ts'

export interface Disagreement {
  readonly code: ReturnErrorCode
  /** Where it is to be mended. */
  readonly column: ReturnColumn
  readonly details: ErrorDetails
}

/** What lines of the sheet disagree on. A cell that was wrong is blank here and not compared: its own error is enough. */
export function* disagreementsIn(
  sheet: ReturnSheet,
  lines: readonly ReturnLine[],
): Generator<{ readonly line: ReturnLine; readonly found: Disagreement }> {
  const agreed = sheet.columns.flatMap((column) => column.agreements.map((agreement) => ({ column, agreement })))
  if (agreed.length === 0) return
  for (const line of lines) {
    for (const { column, agreement } of agreed) {
      const found = disagreement(sheet, line, column, agreement)
      if (found !== undefined) yield { line, found }
    }
  }
}

function disagreement(
  sheet: ReturnSheet,
  line: ReturnLine,
  column: ReturnColumn,
  agreement: Agreement,
): Disagreement | undefined {
  const value = line.values[column.index]
  if (agreement.kind === 'needed_where') {
    if (value !== undefined || !meets(sheet, line, agreement.where)) return undefined
    const [first] = agreement.where
    const other = sheet.columns.find((one) => one.name === first?.column)
    const found = other === undefined ? undefined : textOfValue(line.values[other.index])
    return { code: 'needed_here', column, details: { found, other: other?.label } }
  }
  const other = sheet.columns[agreement.column]
  const bound = line.values[agreement.column]
  if (value === undefined || other === undefined) return undefined
  if (agreement.kind === 'needs')
    return bound === undefined ? { code: 'needed_beside', column: other, details: { other: column.label } } : undefined
  if (bound === undefined || !exceeds(value, bound)) return undefined
  const code = agreement.kind === 'not_above' ? 'more_than_other' : 'after_other'
  return {
    code,
    column,
    details: { found: textOfValue(value), expected: textOfValue(bound), other: other.label },
  }
}

function exceeds(value: CellValue, bound: CellValue): boolean {
  if (typeof value === 'string' || typeof bound === 'string') return false
  if ('day' in value) return 'day' in bound && value.day > bound.day
  return 'exact' in bound && compare(value.exact, bound.exact) > 0
}
