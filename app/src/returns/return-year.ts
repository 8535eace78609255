/** What a return is about: a year of the programme, or a month. */
import { addMonths, type Day, formatDay, parseDay, parseMonth, partsOf } from '@maqami/engine/value/date.ts'

export interface ReturnYear {
  /** `2026-27`; `2026` where the programme's year is the calendar's; `2026-07` of a month. */
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

/** Of a return of that kind: `2026-07` where it is about a month. */
export function periodOf(
  label: string,
  { period }: { readonly period: 'year' | 'month' },
  yearStarts: string,
): ReturnYear | undefined {
  if (period === 'year') return yearOf(label, yearStarts)
  const month = parseMonth(label)
  return month === undefined ? undefined : { label, ...month }
}

/** Those that end between two days, both of them counted, in their order. */
export function periodsEnding(
  { period }: { readonly period: 'year' | 'month' },
  from: Day,
  until: Day,
  yearStarts: string,
): readonly ReturnYear[] {
  const [first, last] = [partsOf(from), partsOf(until)]
  const labels =
    period === 'year'
      ? Array.from({ length: last.year - first.year + 2 }, (_, nth) => labelOf(first.year - 1 + nth, yearStarts))
      : Array.from({ length: Math.max(0, (last.year - first.year) * 12 + last.month - first.month + 1) }, (_, nth) =>
          formatDay(addMonths(parseDay(`${formatDay(from).slice(0, 7)}-01`) ?? from, nth, 'earlier')).slice(0, 7),
        )
  return labels.flatMap((label) => {
    const found = periodOf(label, { period }, yearStarts)
    return found === undefined || found.last < from || found.last > until ? [] : [found]
  })
}

/** The label of the year of the calendar in which a year of the programme begins. */
function labelOf(begins: number, yearStarts: string): string {
  return yearStarts === '01-01' ? String(begins) : `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`
}

/** The years of the programme that begin between two days, and are over on the second. */
function yearsEnded(from: Day, today: Day, yearStarts: string): readonly string[] {
  return periodsEnding({ period: 'year' }, from, today - 1, yearStarts).map(({ label }) => label)
}

const DAYS_OF_TWO_YEARS = 731

/** `2026-27` on 1 July 2027. */
export function lastYearEnded(today: Day, yearStarts: string): string {
  return yearsEnded(today - DAYS_OF_TWO_YEARS, today, yearStarts).at(-1) ?? ''
}
