import { describe, expect, it } from 'vitest'
import { addMonths, daysInMonth, formatDay, parseDay, parseMonth, partsOf } from './date.ts'

const DAY_IN_MILLISECONDS = 86_400_000

/** The platform's own calendar, in UTC, as the oracle. */
function oracle(days: number): { readonly text: string; readonly date: Date } {
  const date = new Date(days * DAY_IN_MILLISECONDS)
  return { text: date.toISOString().slice(0, 10), date }
}

const FIRST = Date.UTC(1900, 0, 1) / DAY_IN_MILLISECONDS
const LAST = Date.UTC(2199, 11, 31) / DAY_IN_MILLISECONDS

describe('every day from 1900 to 2199', () => {
  it('is read and written as the calendar has it, and comes back the same', () => {
    const wrong: string[] = []
    for (let day = FIRST; day <= LAST; day += 1) {
      const { text, date } = oracle(day)
      const { year, month, day: dayOfMonth } = partsOf(day)
      const same = parseDay(text) === day && formatDay(day) === text
      if (
        !same ||
        year !== date.getUTCFullYear() ||
        month !== date.getUTCMonth() + 1 ||
        dayOfMonth !== date.getUTCDate()
      )
        wrong.push(text)
    }
    expect(wrong).toEqual([])
    // 75 of the 300 years can be divided by four; 1900 and 2100 are no leap years all the same, so 73 are
    expect(LAST - FIRST + 1).toBe(300 * 365 + 73)
  })

  it('counts from 1970-01-01', () => {
    expect(parseDay('1970-01-01')).toBe(0)
    expect(parseDay('1969-12-31')).toBe(-1)
    expect(parseDay('2000-02-29')).toBe(11016)
  })

  it('a month ends where the calendar ends it', () => {
    for (let year = 1900; year <= 2199; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate())
      }
    }
  })
})

describe('what is not a day', () => {
  it.each([
    '2027-02-29',
    '2100-02-29',
    '1900-02-29',
    '2027-04-31',
    '2027-00-10',
    '2027-13-01',
    '2027-01-00',
    '2027-01-32',
    '1899-12-31',
    '2200-01-01',
    '2027-1-1',
    '27-01-01',
    '2027/01/01',
    '20270101',
    '2027-01-01T00:00',
    ' 2027-01-01',
    '2027-01-01 ',
    '2027-01-01\n',
    '-2027-01-01',
    '٢٠٢٧-٠١-٠١',
    '２０２７-01-01',
    '2027−01−01',
    '',
    'none',
  ])("'%s' is refused", (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  it.each(['2000-02-29', '2028-02-29', '1900-01-01', '2199-12-31'])('%s is one', (text) => {
    expect(parseDay(text)).toBeDefined()
  })
})

describe('a month whose day is not known', () => {
  it.each([
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2027-03', '2027-03-01', '2027-03-31'],
    ['2027-12', '2027-12-01', '2027-12-31'],
  ])('%s runs from %s to %s', (month, first, last) => {
    expect(parseMonth(month)).toEqual({ first: parseDay(first), last: parseDay(last) })
  })

  it.each(['2024-13', '2024-00', '2024', '2024-2', '2024-02-01', '1899-12', '2024-02 '])("'%s' is no month", (text) => {
    expect(parseMonth(text)).toBeUndefined()
  })
})

describe('adding months', () => {
  it.each([
    // day, months, earlier, later
    ['2027-01-31', 1, '2027-02-28', '2027-03-01'],
    ['2028-01-31', 1, '2028-02-29', '2028-03-01'],
    ['2028-01-30', 1, '2028-02-29', '2028-03-01'],
    ['2027-01-29', 1, '2027-02-28', '2027-03-01'],
    ['2027-01-28', 1, '2027-02-28', '2027-02-28'],
    ['2027-03-31', 1, '2027-04-30', '2027-05-01'],
    ['2027-03-31', -1, '2027-02-28', '2027-03-01'],
    ['2027-12-31', 2, '2028-02-29', '2028-03-01'],
    ['2024-02-29', 12, '2025-02-28', '2025-03-01'],
    ['2024-02-29', 48, '2028-02-29', '2028-02-29'],
    ['2024-02-29', -12, '2023-02-28', '2023-03-01'],
    ['2027-06-30', 0, '2027-06-30', '2027-06-30'],
    ['2027-01-15', -13, '2025-12-15', '2025-12-15'],
  ])('%s and %i months is %s when earlier, %s when later', (day, months, earlier, later) => {
    const from = parseDay(day) ?? Number.NaN
    expect(formatDay(addMonths(from, months, 'earlier'))).toBe(earlier)
    expect(formatDay(addMonths(from, months, 'later'))).toBe(later)
  })

  it('from the end of every month, forward and back, agrees with the calendar', () => {
    for (let year = 2023; year <= 2028; year += 1) {
      for (let month = 0; month < 12; month += 1) {
        const end = new Date(Date.UTC(year, month + 1, 0))
        const from = end.getTime() / DAY_IN_MILLISECONDS
        for (let months = -30; months <= 30; months += 1) {
          const target = new Date(Date.UTC(year, month + months, 1))
          const lastOfTarget = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate()
          const overflows = end.getUTCDate() > lastOfTarget
          const earlier = Date.UTC(
            target.getUTCFullYear(),
            target.getUTCMonth(),
            Math.min(end.getUTCDate(), lastOfTarget),
          )
          expect(addMonths(from, months, 'earlier')).toBe(earlier / DAY_IN_MILLISECONDS)
          expect(addMonths(from, months, 'later')).toBe(earlier / DAY_IN_MILLISECONDS + (overflows ? 1 : 0))
        }
      }
    }
  })
})
