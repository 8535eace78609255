/** What a goal has come to in each year: from the totals of accepted returns, of an edition, or of one firm, and from the statistics of record. Pure. */
import { add, divide, type Exact, isZero, multiply, parseDecimal, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import type { Figure, Series } from '../statistics/statistic.ts'
import { type Actual, type Goal, startOf, type YearValue } from './goal.ts'

/** A value, that it is withheld from the reader, or undefined where there is none. */
export type Told = Exact | 'withheld' | undefined

/** Of a measure in a year, all of it or some of the members by which its totals are kept. */
export type TotalsOf = (measure: string, parts: readonly string[], year: string) => Told

export interface ActualYear {
  readonly year: string
  readonly value: Exact | 'withheld'
  readonly from: 'returns' | 'statistic'
}

export function actualYears(
  { actual, statistic }: Pick<Goal, 'actual' | 'statistic'>,
  years: readonly string[],
  totals: TotalsOf,
  series: readonly Series[],
  yearStarts: string,
): readonly ActualYear[] {
  const returned = years.flatMap((year, nth): readonly ActualYear[] => {
    const value = actual === undefined ? undefined : actualOf(actual, year, years.slice(0, nth + 1), totals)
    return value === undefined ? [] : [{ year, value, from: 'returns' }]
  })
  const own = series.find(({ name }) => name === statistic)
  const recorded = (own?.figures ?? []).flatMap((figure): readonly ActualYear[] => {
    const year = yearWith(figure, yearStarts)
    const value = parseDecimal(figure.value)
    return value === undefined || returned.some((one) => one.year === year) ? [] : [{ year, value, from: 'statistic' }]
  })
  // Of a year the last figure counts: they stand in the order of their periods.
  const last = new Map([...recorded, ...returned].map((one) => [one.year, one]))
  return [...last.values()].toSorted((a, b) => startOf(a.year) - startOf(b.year))
}

function actualOf(actual: Actual, year: string, before: readonly string[], totals: TotalsOf): Told {
  switch (actual.kind) {
    case 'year':
      return timesOf(actual.times, totals(actual.measure, actual.parts, year))
    case 'to_date':
      return before.map((one) => totals(actual.measure, actual.parts, one)).reduce(plus, undefined)
    case 'share_without': {
      const [whole, without] = [actual.of, actual.measure].map((measure) => totals(measure, actual.parts, year))
      if (whole === 'withheld' || without === 'withheld') return 'withheld'
      return whole === undefined || isZero(whole) ? undefined : divide(subtract(whole, without ?? ZERO), whole)
    }
  }
}

function timesOf(times: Exact | undefined, value: Told): Told {
  return times === undefined || value === undefined || value === 'withheld' ? value : multiply(value, times)
}

/** What is withheld in part is withheld. */
export function plus(one: Told, other: Told): Told {
  if (one === undefined || other === undefined) return one ?? other
  return one === 'withheld' || other === 'withheld' ? 'withheld' : add(one, other)
}

/** The year of the programme in which the last month of a figure lies. */
function yearWith({ period }: Figure, yearStarts: string): string {
  const [year, month] = [Math.floor(period.last / 12), (period.last % 12) + 1]
  const begins = month >= Number(yearStarts.slice(0, 2)) ? year : year - 1
  return yearStarts === '01-01' ? String(begins) : `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`
}

/** Those that are known. */
export function knownYears(years: readonly ActualYear[]): readonly YearValue[] {
  return years.flatMap(({ year, value }) => (value === 'withheld' ? [] : [{ year, value }]))
}
