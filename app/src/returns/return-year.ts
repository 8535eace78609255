/** The programme's year that a return is about. */
import { addMonths, type Day, parseDay } from '@maqami/engine/value/date.ts'

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
