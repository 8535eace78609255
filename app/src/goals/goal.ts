/** Goals of a programme: what is to be reached by when, and by what rules it is told how far one is from it. Pure. */
import type { Localized } from '@maqami/engine/load/fields.ts'
import type { Reading, Standing } from '@maqami/engine/load/standing.ts'
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  isZero,
  multiply,
  negate,
  subtract,
  ZERO,
} from '@maqami/engine/value/exact.ts'

/** `percent` is kept as a ratio. */
export const UNITS = ['percent', 'USD', 'PKR', 'persons', 'count'] as const
export type Unit = (typeof UNITS)[number]

/** From which figures of accepted returns the actual value of a year comes. */
export type Actual =
  /** What the year comes to, or of a stock how it stands at its end. */
  | {
      readonly kind: 'year'
      readonly measure: string
      readonly parts: readonly string[]
      /** What is estimated from the measure: so many for each; undefined where it is the measure itself. */
      readonly times: Exact | undefined
    }
  | { readonly kind: 'to_date'; readonly measure: string; readonly parts: readonly string[] }
  /** What of a measure is not another one, as a share. */
  | { readonly kind: 'share_without'; readonly measure: string; readonly of: string; readonly parts: readonly string[] }

export interface Goal {
  readonly name: string
  readonly label: Localized
  readonly unit: Unit
  /** By year, the last one last. Empty where nobody has named a number. */
  readonly targets: readonly YearValue[]
  /** Where the path begins. */
  readonly from: YearValue | undefined
  readonly standing: Standing
  readonly source: { readonly title: string; readonly url: string }
  readonly actual: Actual | undefined
  /** A series of the statistics of record, for years without returns. */
  readonly statistic: string | undefined
  readonly reading: Reading | undefined
}

export interface YearValue {
  readonly year: string
  readonly value: Exact
}

export interface GoalRules {
  /** Of the path: from this share on it is green, from that on amber. */
  readonly green: Exact
  readonly amber: Exact
  readonly forecast_years: number
  readonly reading: Reading | undefined
}

export interface Goals {
  readonly rules: GoalRules
  readonly goals: readonly Goal[]
}

/** The first year of the calendar in a year of a programme. */
export function startOf(year: string): number {
  return Number(year.slice(0, 4))
}

/** Where it should stand in a year: on a straight line between the years that are named; undefined before the first. */
export function pathAt({ targets, from }: Pick<Goal, 'targets' | 'from'>, year: string): Exact | undefined {
  const points = [...(from === undefined ? [] : [from]), ...targets]
  const at = startOf(year)
  const next = points.findIndex((one) => startOf(one.year) >= at)
  if (next === -1) return points.at(-1)?.value
  const [before, after] = [points[next - 1], points[next]]
  if (after === undefined || startOf(after.year) === at) return after?.value
  if (before === undefined) return undefined
  const share = exact(at - startOf(before.year), startOf(after.year) - startOf(before.year))
  return add(before.value, multiply(subtract(after.value, before.value), share))
}

/** On the straight line that lies closest to the last years (least squares), not below zero; undefined with fewer than two. */
export function forecastAt(actuals: readonly YearValue[], year: string, years: number): Exact | undefined {
  const last = actuals.slice(-years)
  if (last.length < 2) return undefined
  const count = exact(last.length)
  const mean = (of: (one: YearValue) => Exact): Exact => divide(last.map(of).reduce(add, ZERO), count)
  const x = mean((one) => exact(startOf(one.year)))
  const y = mean((one) => one.value)
  const products = last
    .map((one) => multiply(subtract(exact(startOf(one.year)), x), subtract(one.value, y)))
    .reduce(add, ZERO)
  const squares = last
    .map((one) => multiply(subtract(exact(startOf(one.year)), x), subtract(exact(startOf(one.year)), x)))
    .reduce(add, ZERO)
  if (isZero(squares)) return undefined
  const found = add(y, multiply(divide(products, squares), subtract(exact(startOf(year)), x)))
  return compare(found, ZERO) < 0 ? ZERO : found
}

export const COLOURS = ['green', 'amber', 'red', 'grey'] as const
export type Colour = (typeof COLOURS)[number]

export interface Judged {
  readonly colour: Colour
  /** The last year with an actual value. */
  readonly now: YearValue | undefined
  readonly path: Exact | undefined
  /** What the actual value is above the path; below zero where it is behind. */
  readonly gap: Exact | undefined
  readonly target: YearValue | undefined
  /** For the year of the target. */
  readonly forecast: Exact | undefined
}

/** Grey where there is no target, no actual value, or no path yet. */
export function judgeGoal(
  goal: Pick<Goal, 'targets' | 'from'>,
  rules: GoalRules,
  actuals: readonly YearValue[],
): Judged {
  const now = actuals.at(-1)
  const target = goal.targets.at(-1)
  const path = now === undefined ? undefined : pathAt(goal, now.year)
  const forecast = target === undefined ? undefined : forecastAt(actuals, target.year, rules.forecast_years)
  const gap = now === undefined || path === undefined ? undefined : add(now.value, negate(path))
  return { colour: colourOf(now?.value, path, rules), now, path, gap, target, forecast }
}

function colourOf(now: Exact | undefined, path: Exact | undefined, { green, amber }: GoalRules): Colour {
  if (now === undefined || path === undefined) return 'grey'
  if (compare(now, multiply(path, green)) >= 0) return 'green'
  return compare(now, multiply(path, amber)) >= 0 ? 'amber' : 'red'
}

export type GoalRefusal = { readonly code: 'goals_unknown' }
