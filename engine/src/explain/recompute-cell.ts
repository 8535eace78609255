/** What a parameter comes to on a day, as far as an explanation can be held against itself: its row, its limits, its cell. */
import { parseDay, parseMonth } from '../value/date.ts'
import { parseQuantity } from '../value/notation.ts'
import { type NoValue, NOT_IMPOSED, type Outcome, type Refusal, refused } from '../value/outcome.ts'
import type { Why } from './explanation.ts'
import { valueOf } from './said.ts'

type ParameterNode = Extract<Why, { kind: 'parameter' }>

/** Why no row holds on that day, as far as the explanation can be checked without the parameter: that its limits say so. */
export function rowRefusal(why: ParameterNode, day: number): NoValue | undefined {
  const end = parseDay(why.end.day)
  if (why.end.kind === 'good_until' && end !== undefined && day > end) {
    return refusedAs(
      why,
      'after_last_known',
      (one) => 'limit' in one && one.limit === why.end.day && parseDay(one.day) === day,
    )
  }
  if (why.row === undefined) {
    const early = refusedAs(
      why,
      'before_first_row',
      (one) => 'limit' in one && parseDay(one.day) === day && day < (firstDay(one.limit) ?? day),
    )
    return (
      early ??
      refusedAs(
        why,
        'day_not_known',
        (one) => 'limit' in one && parseDay(one.day) === day && isWithin(day, one.limit),
      ) ??
      refused({ reason: 'no_case', name: why.name })
    )
  }
  return day < (firstDay(why.row) ?? day + 1) ? refused({ reason: 'no_case', name: why.name }) : undefined
}

function firstDay(text: string): number | undefined {
  return parseDay(text) ?? parseMonth(text)?.first
}

function isWithin(day: number, month: string): boolean {
  const days = parseMonth(month)
  return days !== undefined && day >= days.first && day <= days.last
}

/** The refusal that the parameter itself claims, where it is of that kind and holds together. */
function refusedAs(
  why: ParameterNode,
  reason: Refusal['reason'],
  fits: (refusal: Refusal) => boolean,
): NoValue | undefined {
  if (why.said.state !== 'refused') return undefined
  const claimed = why.said.refusals.find((one) => one.reason === reason && one.name === why.name && fits(one))
  return claimed === undefined ? undefined : refused(claimed)
}

export function cellOutcome(why: ParameterNode): Outcome | undefined {
  const claimed = (reason: Refusal['reason']): NoValue | undefined =>
    refusedAs(why, reason, (one) => 'row' in one && one.row === why.row)
  if (why.cell === undefined) return claimed('no_cell') ?? claimed('beyond_last_band')
  if (why.cell === 'none') return NOT_IMPOSED
  if (why.cell === 'unknown') return claimed('unknown_cell')
  const { type } = why
  return type.kind === 'number' || type.kind === 'calendar'
    ? parseQuantity(why.cell, type.unit)
    : valueOf(why.cell, type)
}
