import { join } from 'node:path'
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { expect, test } from 'vitest'
import { PROJECT_ROOT } from '../policy-releases/find-folder.ts'
import { loadRelease } from '../policy-releases/load-release.ts'
import { obligationsOf } from './return-obligations.ts'

const release = await loadRelease(join(PROJECT_ROOT, 'policy', 'bicycles'))

function due(from: string, until: string): readonly string[] {
  return obligationsOf(release, parseDay(from) ?? 0, parseDay(until) ?? 0).map(
    ({ kind, period, due_on }) => `${kind} ${period} by ${formatDay(due_on)}`,
  )
}

// The policy says 15 days after a month, and 90 after a year: 31 July and 31 August are among them.
test('a year owes a return for each of its months and one for itself, by the day on which each is due', () => {
  const all = due('2027-07-01', '2028-06-30')
  expect(all).toHaveLength(13)
  expect(all[0]).toBe('monthly 2027-07 by 2027-08-15')
  expect(all.slice(-2)).toEqual(['monthly 2028-06 by 2028-07-15', 'annual 2027-28 by 2028-09-28'])
})

test('a period counts by its last day, on the first and on the last day of the stretch', () => {
  expect(due('2027-07-31', '2027-07-31')).toEqual(['monthly 2027-07 by 2027-08-15'])
  expect(due('2027-08-01', '2027-08-30')).toEqual([])
  expect(due('2028-02-29', '2028-02-29')).toEqual(['monthly 2028-02 by 2028-03-15'])
  expect(due('2027-07-31', '2027-07-01')).toEqual([])
})
