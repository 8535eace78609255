/** Finds the cell of a table that is in force on a day, or refuses with the reason. */
import type { Axis, Cell, Cells, Parameter, Row } from '../load/parameters.ts'
import { type Day, formatDay } from '../value/date.ts'
import { compare, type Exact, toText } from '../value/exact.ts'
import { writeQuantity } from '../value/notation.ts'
import { NoValue, NOT_IMPOSED, type Outcome, refused } from '../value/outcome.ts'

/** The row that holds on that day, or why none does. */
export function rowOn(parameter: Parameter, day: Day): Row | NoValue {
  const { rows, end, name } = parameter
  if (end.kind === 'good_until' && day > end.day) {
    return refused({ reason: 'after_last_known', name, day: formatDay(day), limit: formatDay(end.day) })
  }
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index] as Row
    if (day < row.first) continue
    if (day > row.last || row.first === row.last) return row
    return refused({ reason: 'day_not_known', name, day: formatDay(day), limit: row.text })
  }
  return refused({ reason: 'before_first_row', name, day: formatDay(day), limit: rows[0]?.text ?? '' })
}

/** The cell for the keys, which are values, in the order of the parameter's axes. */
export function cellOf(parameter: Parameter, row: Row, keys: readonly Outcome[]): Cell | NoValue {
  let cells: Cells = row.cells
  for (let depth = 0; depth < keys.length; depth += 1) {
    const next = below(parameter, row, cells, keys[depth] as Outcome, parameter.by[depth])
    if (next instanceof NoValue) return next
    cells = next
  }
  if (cells.kind === 'cell') return cells.cell
  throw new Error(`'${parameter.name}' was looked up with too few keys`)
}

function below(parameter: Parameter, row: Row, cells: Cells, key: Outcome, axis: Axis | undefined): Cells | NoValue {
  switch (cells.kind) {
    case 'cell':
      throw new Error(`'${parameter.name}' was looked up with too many keys`)
    case 'keys': {
      const text = key instanceof NoValue ? key.kind : typeof key === 'object' ? toText(key) : String(key)
      return cells.cells.get(text) ?? refused({ reason: 'no_cell', name: parameter.name, key: text, row: row.text })
    }
    case 'bands': {
      const amount = key as Exact
      for (const band of cells.bands) {
        const order = compare(amount, band.bound)
        if (order < 0 || (order === 0 && band.inclusive)) return band.cells
      }
      if (cells.above !== undefined) return cells.above
      const text = axis?.kind === 'band' ? writeQuantity(amount, axis.unit) : toText(amount)
      return refused({ reason: 'beyond_last_band', name: parameter.name, key: text, row: row.text })
    }
  }
}

/** What a cell counts for in a formula. */
export function cellOutcome(parameter: Parameter, cell: Cell): Outcome {
  switch (cell.kind) {
    case 'value':
      return cell.value as Outcome
    case 'none':
      return NOT_IMPOSED
    case 'unknown':
      return refused({ reason: 'unknown_cell', name: parameter.name, key: cell.keys.join(', '), row: cell.since })
  }
}
