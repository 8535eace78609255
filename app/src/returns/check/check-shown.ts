/** Warns of what the filer's program shows otherwise than it is read, or not at all: figures that were not meant count like any other. */
import { formatDay } from '@maqami/engine/value/date.ts'
import { columnLetters } from '../read/raw-return.ts'
import { type ErrorList, report } from '../return-errors.ts'
import type { ReturnColumn } from '../schema/return-schema.ts'
import type { CheckContext } from './check-lines.ts'
import type { FoundSheet } from './find-columns.ts'
import { type ReturnLine, textOfValue } from './return-lines.ts'

export function warnOfShown(context: CheckContext, found: FoundSheet, lines: readonly ReturnLine[]): void {
  if (lines.length === 0) return
  const { errors } = context
  warnOfHidden(errors, found)
  warnOfCells(errors, found, lines)
  warnOfMerged(errors, found)
  warnOfLater(context, found, lines)
}

function warnOfHidden(errors: ErrorList, { sheet: { columns }, raw, positions }: FoundSheet): void {
  const sheet = raw.name
  if (raw.state !== 'visible') report(errors, 'hidden_sheet', { sheet })
  for (const column of columns) {
    const at = positions[column.index] ?? -1
    if (at !== -1 && raw.hiddenColumns.some(([first, last]) => first <= at && at <= last))
      report(errors, 'hidden_column', { sheet, column: columnLetters(at), label: column.label })
  }
}

interface Disguised {
  readonly column: ReturnColumn
  readonly at: number
  readonly text: string
}

/** Rows that are hidden, calculated, or in a format that shows another figure: each told once for a sheet, with the first. */
function warnOfCells(
  errors: ErrorList,
  { sheet: { columns }, raw, positions }: FoundSheet,
  lines: readonly ReturnLine[],
): void {
  const sheet = raw.name
  const [hidden, calculated, misleading]: [number[], number[], number[]] = [[], [], []]
  let disguised: Disguised | undefined
  let next = 0
  for (const row of raw.rows) {
    if (lines[next]?.row !== row.row) continue
    next += 1
    let [isCalculated, misleads] = [false, false]
    for (const column of columns) {
      const at = positions[column.index] ?? -1
      const cell = at === -1 ? undefined : row.cells[at]
      if (cell === undefined) continue
      if (cell.calculated) isCalculated = true
      if (cell.misleads !== true) continue
      misleads = true
      disguised ??= { column, at, text: cell.text }
    }
    if (row.hidden) hidden.push(row.row)
    if (isCalculated) calculated.push(row.row)
    if (misleads) misleading.push(row.row)
  }
  if (hidden.length > 0) report(errors, 'hidden_rows', { sheet, row: hidden[0], found: String(hidden.length) })
  // What a file says a formula came to need not be what the filer's program would show.
  if (calculated.length > 0)
    report(errors, 'calculated', { sheet, row: calculated[0], found: String(calculated.length) })
  if (disguised !== undefined)
    report(errors, 'shown_otherwise', {
      sheet,
      row: misleading[0],
      column: columnLetters(disguised.at),
      label: disguised.column.label,
      found: String(misleading.length),
      expected: disguised.text,
    })
}

function warnOfMerged(errors: ErrorList, { raw, positions, firstLine }: FoundSheet): void {
  const merged = raw.merged.filter(
    ({ rows, columns }) => rows[1] >= firstLine && positions.some((at) => columns[0] <= at && at <= columns[1]),
  )
  const [first] = merged
  if (first === undefined) return
  const more = merged.length === 1 ? '' : ` +${merged.length - 1}`
  report(errors, 'merged_cells', {
    sheet: raw.name,
    row: Math.max(first.rows[0], firstLine),
    column: columnLetters(first.columns[0]),
    found: `${first.ref}${more}`,
  })
}

/** What is reported of days that had not come on the day of the assessment. */
function warnOfLater(
  { errors, day }: CheckContext,
  { sheet, raw, positions }: FoundSheet,
  lines: readonly ReturnLine[],
): void {
  if (day === undefined) return
  const today = formatDay(day)
  for (const column of sheet.columns) {
    if (!column.inYear || (column.type.kind !== 'month' && column.type.kind !== 'date')) continue
    // Months and days are written so that they sort as texts.
    const later = lines.filter(({ values }) => {
      const text = textOfValue(values[column.index])
      return text > today.slice(0, text.length)
    })
    if (later.length === 0) continue
    report(errors, 'after_day', {
      sheet: raw.name,
      row: later[0]?.row,
      column: columnLetters(positions[column.index] ?? 0),
      label: column.label,
      found: String(later.length),
      expected: today,
    })
  }
}
