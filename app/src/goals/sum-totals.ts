/** Totals of a year by measure, from the rows of accepted returns or from the cells of an edition. Pure. */
import { add, parseDecimal, ZERO } from '@maqami/engine/value/exact.ts'
import { cellIn, type EditionContent } from '../publications/publication.ts'
import type { Measure } from '../returns/figures/figure.ts'
import { plus, type Told, type TotalsOf } from './actual-values.ts'

export interface TotalRow {
  readonly measure: string
  readonly period: string
  readonly part: string
  readonly value: string
}

/** The year of the programme that a month or a year belongs to. */
export function yearOfPeriod(period: string, yearStarts: string): string {
  const [year = '', second = ''] = period.split('-')
  const month = Number(second)
  // What stands behind a year is the next one, and no month as long as programmes begin after 2011.
  if (second === '' || month > 12) return period
  const begins = month >= Number(yearStarts.slice(0, 2)) ? Number(year) : Number(year) - 1
  return yearStarts === '01-01' ? String(begins) : `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`
}

export function totalsIn(rows: readonly TotalRow[], measures: readonly Measure[], yearStarts: string): TotalsOf {
  const found = Map.groupBy(rows, ({ measure, period }) => `${measure} ${yearOfPeriod(period, yearStarts)}`)
  const stocks = new Set(measures.filter(({ kind }) => kind === 'stock').map(({ name }) => name))
  return (measure, parts, year) => {
    const own = found.get(`${measure} ${year}`) ?? []
    // How many there are at the end of a year is not the sum of its months.
    const last = stocks.has(measure) ? own.map(({ period }) => period).reduce((a, b) => (a > b ? a : b), '') : undefined
    const counted = own.filter(
      ({ period, part }) => (last === undefined || period === last) && (parts.length === 0 || parts.includes(part)),
    )
    return own.length === 0 ? undefined : counted.map(({ value }) => parseDecimal(value) ?? ZERO).reduce(add, ZERO)
  }
}

/** What anybody may know: what was published last of each year. */
export function totalsPublished(editions: readonly EditionContent[], measures: readonly Measure[]): TotalsOf {
  return (measure, parts, year) => {
    const series = editions.find((one) => one.year === year)?.series.find((one) => one.series === measure)
    if (series === undefined) return undefined
    const dimension = measures.find(({ name }) => name === measure)?.dimensions[0]?.name
    const places = parts.length === 0 || dimension === undefined ? [{}] : parts.map((part) => ({ [dimension]: part }))
    return places
      .map((at): Told => {
        const cell = cellIn(series, at)
        if (cell === undefined) return ZERO
        return cell.value === null ? 'withheld' : (parseDecimal(cell.value) ?? ZERO)
      })
      .reduce(plus, undefined)
  }
}
