import { formatDay, parseDay, type Day } from '@maqami/engine/value/date.ts'
import { assert, array, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAt } from './clock.ts'
import { isWorkingDay, joinStops, lastDayOf, movedOn, workingDayFrom } from './period.ts'

const NONE = { holidays: new Set<Day>(), stops: [] }

function day(text: string): Day {
  const found = parseDay(text)
  if (found === undefined) throw new RangeError(text)
  return found
}

function last(
  begun: string,
  length: number,
  counted_in: 'days' | 'working_days' = 'days',
  circumstances: {
    readonly holidays?: readonly string[]
    readonly stops?: readonly (readonly [string, string])[]
  } = {},
): string {
  const { holidays = [], stops = [] } = circumstances
  return formatDay(
    lastDayOf(
      { begun_on: day(begun), length, counted_in },
      {
        holidays: new Set(holidays.map(day)),
        stops: stops.map(([from, until]) => ({ from: day(from), until: day(until) })),
      },
    ),
  )
}

describe('in days', () => {
  test('the day after the first is the first that counts', () => {
    // 1 March and ten days is the 11th.
    expect(last('2027-03-01', 10)).toBe('2027-03-11')
    expect(last('2027-03-01', 0)).toBe('2027-03-01')
  })
  test('a month ends where it ends, and February with its leap day', () => {
    // January has 31 days: 31 January and 1 is 1 February. 2028 is a leap year: 28 February and 1 is the 29th, and 2 is 1 March.
    expect(last('2027-01-31', 1)).toBe('2027-02-01')
    expect([last('2028-02-28', 1), last('2028-02-28', 2), last('2027-02-28', 1)]).toEqual([
      '2028-02-29',
      '2028-03-01',
      '2027-03-01',
    ])
  })
  test('the fiscal year that turns changes nothing', () => {
    expect([last('2027-06-29', 1), last('2027-06-29', 2)]).toEqual(['2027-06-30', '2027-07-01'])
    // 1 September 2027 and 90 days: 29 of September, 31 of October, 30 of November are 90.
    expect(last('2027-09-01', 90)).toBe('2027-11-30')
  })
  test('a last day on a holiday stays there: a law that moves it says so', () => {
    // 15 August 2027 is a Sunday.
    expect(last('2027-08-05', 10, 'days', { holidays: ['2027-08-14'] })).toBe('2027-08-15')
  })
})

describe('in working days', () => {
  test('the weekend does not count', () => {
    // 6 August 2027 is a Friday: Monday the 9th is the first, Friday the 13th the fifth.
    expect([last('2027-08-06', 1, 'working_days'), last('2027-08-06', 5, 'working_days')]).toEqual([
      '2027-08-09',
      '2027-08-13',
    ])
  })
  test('a holiday does not count, and one on a weekend costs nothing more', () => {
    // The Friday is a holiday: the fifth working day is Monday the 16th. Independence Day, the 14th, is a Saturday.
    expect(last('2027-08-06', 5, 'working_days', { holidays: ['2027-08-13', '2027-08-14'] })).toBe('2027-08-16')
  })
  test('a last day that is a holiday moves to the next working day', () => {
    // Of no days at all the last is the first: Saturday 7 August, and then Monday the 9th, which is a holiday.
    expect(last('2027-08-07', 0, 'working_days', { holidays: ['2027-08-09'] })).toBe('2027-08-10')
  })
  test('an Eid that the moon puts off by a day moves what was counted over it', () => {
    // 10 days from Monday 1 March 2027 without holidays: Monday the 15th. Three days of Eid from Wednesday the 10th to Friday the 12th: the 18th.
    const eid = ['2027-03-10', '2027-03-11', '2027-03-12']
    expect(last('2027-03-01', 10, 'working_days')).toBe('2027-03-15')
    expect(last('2027-03-01', 10, 'working_days', { holidays: eid })).toBe('2027-03-18')
    // Sighted a day later, its third day falls on a Saturday, which never counted.
    expect(last('2027-03-01', 10, 'working_days', { holidays: ['2027-03-11', '2027-03-12', '2027-03-13'] })).toBe(
      '2027-03-17',
    )
  })
  test('Saturday and Sunday are the weekend', () => {
    const week = ['2027-08-09', '2027-08-10', '2027-08-11', '2027-08-12', '2027-08-13', '2027-08-14', '2027-08-15']
    expect(week.map((one) => isWorkingDay(day(one), new Set()))).toEqual([true, true, true, true, true, false, false])
    expect(formatDay(workingDayFrom(day('2027-08-14'), new Set()))).toBe('2027-08-16')
    // Before 1970 the days have numbers below zero: 28 December 1969 was a Sunday.
    expect(isWorkingDay(day('1969-12-28'), new Set())).toBe(false)
  })
})

describe('a stopped clock', () => {
  test('stands from the day of a request to the day before its answer', () => {
    // 30 days from 1 March are up on the 31st; five days, the 10th to the 14th, do not count.
    expect(last('2027-03-01', 30, 'days', { stops: [['2027-03-10', '2027-03-15']] })).toBe('2027-04-05')
    expect(formatDay(movedOn(day('2027-03-31'), [{ from: day('2027-03-10'), until: day('2027-03-15') }]))).toBe(
      '2027-04-05',
    )
  })
  test('two stops over the same days stand still once, and one after the last day not at all', () => {
    const stops = [
      ['2027-03-10', '2027-03-15'],
      ['2027-03-12', '2027-03-17'],
      ['2027-06-01', '2027-06-30'],
    ] as const
    // Seven days, the 10th to the 16th: 31 March and 7.
    expect(last('2027-03-01', 30, 'days', { stops })).toBe('2027-04-07')
  })
  test('a last day that is moved is what counting day by day gives', () => {
    const spans = array(record({ from: integer({ min: 1, max: 60 }), length: integer({ min: 0, max: 20 }) }), {
      maxLength: 5,
    })
    assert(
      property(spans, integer({ min: 0, max: 60 }), (given, length) => {
        const stops = given.map(({ from, length: days }) => ({ from, until: from + days }))
        const counted = lastDayOf({ begun_on: 0, length, counted_in: 'days' }, { ...NONE, stops })
        // Of the day on which a clock with no days left stands, moving says the first that counts again, counting the day itself.
        const moved = length > 0 ? movedOn(length, stops) : counted
        expect(moved).toBe(counted)
        expect(joinStops(stops).every(({ until }, nth, all) => until < (all[nth + 1]?.from ?? Infinity))).toBe(true)
      }),
    )
  })
})

test('what is served just before midnight in Karachi counts for that day there', () => {
  // Pakistan is five hours before UTC: 18:59:59 is 23:59:59 of the same day, 19:00 the next day.
  expect(formatDay(dayAt('2027-06-30T18:59:59.999Z'))).toBe('2027-06-30')
  expect(formatDay(dayAt('2027-06-30T19:00:00.000Z'))).toBe('2027-07-01')
  expect(formatDay(dayAt('2028-02-28T19:00:00.000Z'))).toBe('2028-02-29')
})
