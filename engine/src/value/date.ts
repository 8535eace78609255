/**
 * Days of the Gregorian calendar, without time or zone, held as the count of days since 1970-01-01.
 * Years 1900 to 2199: nothing that this language speaks of lies outside, and a typing error usually does.
 */
export type Day = number

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

/** Days from 1970-01-01 to the given day, by counting in years that begin in March, so that the leap day comes last. */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

export interface YearMonthDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function partsOf(days: Day): YearMonthDay {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/** Reads `2027-06-30`; undefined for anything that is not a day of the calendar. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined
  return dayOf(year, month, day)
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** Why what has the form of a day is none: ` (June 2027 has 30 days)`; nothing where it has another form. */
export function noSuchDay(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const name = MONTHS[Number(month) - 1]
  if (day === undefined) return ''
  if (name === undefined) return ` (there is no month ${month})`
  const days = daysInMonth(Number(year), Number(month))
  return Number(day) > days ? ` (${name} ${year} has ${days} days)` : ''
}

export function formatDay(days: Day): string {
  const { year, month, day } = partsOf(days)
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

/** First and last day of a month written `2024-07`. */
export function parseMonth(text: string): { readonly first: Day; readonly last: Day } | undefined {
  const first = parseDay(`${text}-01`)
  if (first === undefined || !/^\d{4}-\d{2}$/.test(text)) return undefined
  const { year, month } = partsOf(first)
  return { first, last: first + daysInMonth(year, month) - 1 }
}

/** What becomes of a day that the month does not have: its last day, or the first of the next. */
export type AmbiguousDates = 'earlier' | 'later'

/** 31 January and one month is 28 (or 29) February when `earlier`, 1 March when `later`. */
export function addMonths(days: Day, months: number, ambiguous: AmbiguousDates): Day {
  const { year, month, day } = partsOf(days)
  const index = year * 12 + (month - 1) + months
  const y = Math.floor(index / 12)
  const m = (index % 12) + 1
  const last = daysInMonth(y, m)
  if (day <= last) return dayOf(y, m, day)
  return ambiguous === 'earlier' ? dayOf(y, m, last) : dayOf(y, m, last) + 1
}
