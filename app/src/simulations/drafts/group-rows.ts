/** Rows that are told together: those of one firm in one year, of one size and band. */
import type { Columns } from '@maqami/engine/batch/columns.ts'
import { type Industry, type IndustryYear, yearAt } from './read-industry.ts'

export interface Group {
  /** As places in the names of the industry. */
  readonly firm: number
  readonly size: number
  readonly band: number
  readonly year: IndustryYear
}

export interface Groups {
  /** By row. */
  readonly of: Int32Array
  readonly all: readonly Group[]
}

export function groupRows({ firms, sizes, bands }: Industry, columns: Columns, yearStarts: string): Groups {
  const of = new Int32Array(columns.rows)
  const days = (columns.periodEnds ?? columns.days).values
  const years = new Map<number, number>()
  const labels: IndustryYear[] = []
  const placeOf = (day: number): number => {
    const year = yearAt(day, yearStarts)
    const known = labels.findIndex((one) => one.year === year.year)
    return known === -1 ? labels.push(year) - 1 : known
  }
  const yearOf = new Uint16Array(of.length)
  let [lastDay, year] = [Number.NaN, 0]
  for (let row = 0; row < of.length; row += 1) {
    const day = days[row] as number
    if (day !== lastDay) {
      year = years.get(day) ?? placeOf(day)
      years.set(day, year)
      lastDay = day
    }
    yearOf[row] = year
  }
  const all: Group[] = []
  const [widths, most] = [[labels.length, sizes.names.length, bands.names.length] as const, MOST_PLACES]
  const count = firms.names.length * widths[0] * widths[1] * widths[2]
  const places = count <= most ? new Int32Array(count) : new Map<number, number>()
  for (let row = 0; row < of.length; row += 1) {
    const [firm, size, band] = [firms.of[row] as number, sizes.of[row] as number, bands.of[row] as number]
    const at = yearOf[row] as number
    const key = ((firm * widths[0] + at) * widths[1] + size) * widths[2] + band
    // Counted from 1: what was not met yet has no place.
    let place = (places instanceof Map ? places.get(key) : places[key]) ?? 0
    if (place === 0) {
      place = all.push({ firm, size, band, year: labels[at] as IndustryYear })
      if (places instanceof Map) places.set(key, place)
      else places[key] = place
    }
    of[row] = place - 1
  }
  return { of, all }
}

/** As many as a table of four bytes each may have. */
const MOST_PLACES = 4_000_000

/** Larger groups of those that have the same name, in the order in which they are met. */
export function joined<Key>(
  { all }: Groups,
  nameOf: (group: Group) => string | number,
  keyOf: (group: Group) => Key,
): { readonly places: Int32Array; readonly keys: readonly Key[] } {
  const known = new Map<string | number, number>()
  const keys: Key[] = []
  const places = Int32Array.from(all, (group) => {
    const name = nameOf(group)
    const place = known.get(name) ?? keys.push(keyOf(group)) - 1
    known.set(name, place)
    return place
  })
  return { places, keys }
}
