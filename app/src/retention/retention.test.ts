import { type Day, formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { expect, test } from 'vitest'
import { periodOf, type ReturnYear, yearOf } from '../returns/return-year.ts'
import { destroyableOn, type FileUse, ruleOf } from './retention.ts'

const JULY = '07-01'

function day(text: string): Day {
  const found = parseDay(text)
  if (found === undefined) throw new Error(text)
  return found
}
function year(label: string): ReturnYear {
  const found = yearOf(label, JULY)
  if (found === undefined) throw new Error(label)
  return found
}
function month(label: string): ReturnYear {
  const found = periodOf(label, { period: 'month' }, JULY)
  if (found === undefined) throw new Error(label)
  return found
}
const neverFiled = (uploaded: string): FileUse => ({ uploaded_on: day(uploaded), filed: undefined })
const filed = (period: ReturnYear, ...held: readonly ReturnYear[]): FileUse => ({
  uploaded_on: day('2027-07-10'),
  filed: { period, held },
})
function goesOn(uses: readonly FileUse[], years = 10): string | undefined {
  const found = destroyableOn(uses, years)
  return found === undefined ? undefined : formatDay(found)
}

test('the file of a version that was never filed goes on the same day of the next year', () => {
  expect(goesOn([neverFiled('2027-07-10')])).toBe('2028-07-10')
  expect(goesOn([neverFiled('2028-02-28')])).toBe('2029-02-28')
})

test('one of 29 February goes on 1 March, after a whole year', () => {
  expect(goesOn([neverFiled('2028-02-29')])).toBe('2029-03-01')
})

test('the file of a filed version is kept for the years that are set, counted from the end of its year or month', () => {
  // The year 2026-27 ends with 30 June 2027; it is kept through 30 June 2037.
  expect(goesOn([filed(year('2026-27'))])).toBe('2037-07-01')
  expect(goesOn([filed(year('2026-27'))], 1)).toBe('2028-07-01')
  // February 2028 has 29 days, of 2038 the last is the 28th.
  expect(goesOn([filed(month('2028-02'))])).toBe('2038-03-01')
  expect(goesOn([filed(month('2026-12'))])).toBe('2037-01-01')
})

test('while something is open about its year the file stays, and that of each of its months', () => {
  const open = year('2026-27')
  expect(goesOn([filed(year('2026-27'), open)])).toBeUndefined()
  expect(goesOn([filed(month('2026-07'), open)])).toBeUndefined()
  expect(goesOn([filed(month('2027-06'), open)])).toBeUndefined()
  expect(goesOn([filed(month('2027-07'), open)])).toBe('2037-08-01')
  expect(goesOn([filed(year('2027-28'), open)])).toBe('2038-07-01')
})

test('a file of several versions goes when the last of them may, and by the rule for filed ones', () => {
  const both = [neverFiled('2027-07-10'), filed(year('2026-27'))]
  expect([goesOn(both), ruleOf(both)]).toEqual(['2037-07-01', 'filed'])
  expect(goesOn([neverFiled('2027-07-10'), filed(year('2026-27'), year('2026-27'))])).toBeUndefined()
  expect(ruleOf([neverFiled('2027-07-10')])).toBe('never_filed')
  expect(goesOn([])).toBeUndefined()
})
