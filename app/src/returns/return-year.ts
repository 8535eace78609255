/** The programme's year that a return is about. */
import { addMonths, type Day, parseDay, partsOf } from '@maqami/engine/value/date.ts'

export interface ReturnYear {
  /** `2026-27`; `2026` where the programme's year is the calendar's. */
  readonly label: string
  readonly first: Day
  readonly last: Day
}

/** Reads `2026-27` (or `2026` where years begin on 1 January); undefined when it is not a year of the programme. */
export function yearOf(label: string, yearStarts: string): ReturnYear | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(label)
  const start = match?.[1] ?? ''
  const first = parseDay(`${start}-${yearStarts}`)
  if (match === null || first === undefined) return undefined
  const expected = yearStarts === '01-01' ? undefined : String((Number(start) + 1) % 100).padStart(2, '0')
  if (match[2] !== expected) return undefined
  return { label, first, last: addMonths(first, 12, 'earlier') - 1 }
}

/** The label of the year of the calendar in which a year of the programme begins. */
function labelOf(begins: number, yearStarts: string): string {
  return yearStarts === '01-01' ? String(begins) : `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`
}

/** The years of the programme that begin between two days, and are over on the second. */
export function yearsEnded(from: Day, today: Day, yearStarts: string): readonly string[] {
  const first = partsOf(from).year - 1
  const labels = Array.from({ length: partsOf(today).year - first + 1 }, (_, nth) => labelOf(first + nth, yearStarts))
  return labels.filter((label) => {
    const year = yearOf(label, yearStarts)
    return year !== undefined && year.last >= from && year.last < today
  })
}

const DAYS_OF_TWO_YEARS = 731

/** `2026-27` on 1 July 2027. */
export function lastYearEnded(today: Day, yearStarts: string): string {
  return yearsEnded(today - DAYS_OF_TWO_YEARS, today, yearStarts).at(-1) ?? ''
}
