/** Whether months or years that are added to a date can lead to a day that does not exist. */
import { type Cell, cellsOf } from '../load/parameters.ts'
import { type Day, formatDay } from '../value/date.ts'
import { type Exact, exact, isWhole, multiply } from '../value/exact.ts'
import type { Typed } from './typed.ts'

/** Of the two sides of a sum or difference. Years lead astray only from 29 February, months from any day after the 28th. */
export function canBeAmbiguous(left: Typed, right: Typed): boolean {
  const [date, added] = left.type.kind === 'date' ? [left, right] : [right, left]
  if (added.type.kind !== 'calendar') return false
  return fallsOn(date, added.type.unit === 'years' ? isLeapDay : isLateDay)
}

function isLeapDay(day: Day): boolean {
  return formatDay(day).endsWith('-02-29')
}

function isLateDay(day: Day): boolean {
  return Number(formatDay(day).slice(8)) > 28
}

/** Whether the date can be such a day, as far as the formulas and the tables tell; what a fact says cannot be told. */
function fallsOn(date: Typed, isSuch: (day: Day) => boolean): boolean {
  if (date.kind === 'parameter') return valuesOf(date).some((value) => isSuch(value as Day))
  if (date.kind === 'provision') return date.provision.cases.some(({ amount }) => fallsOn(amount, isSuch))
  if (date.kind === 'extreme') return date.of.some((one) => fallsOn(one, isSuch))
  if (date.kind !== 'arithmetic') return true
  const [base, years] = date.left.type.kind === 'date' ? [date.left, date.right] : [date.right, date.left]
  if (years.type.kind !== 'calendar' || years.type.unit !== 'years' || years.kind !== 'parameter') return true
  // From one 29 February to another there are four years, or a multiple of it.
  const leaps = valuesOf(years).some((value) => isWhole(multiply(value as Exact, exact(1, 4))))
  return isSuch === isLeapDay && !leaps ? false : fallsOn(base, isSuch)
}

function valuesOf({ parameter }: Extract<Typed, { kind: 'parameter' }>): readonly Cell['value'][] {
  return parameter.rows.flatMap((row) =>
    [...cellsOf(row.cells)].flatMap((cell) => (cell.kind === 'value' ? [cell.value] : [])),
  )
}
