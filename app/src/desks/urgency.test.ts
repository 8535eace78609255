import { expect, test } from 'vitest'
import { byUrgency } from './urgency.ts'

function waiting(
  since: string,
  used_days?: number,
  limit_days: number | null = 30,
  stopped_since: string | null = null,
) {
  return used_days === undefined ? { since } : { since, clock: { used_days, limit_days, stopped_since, last_on: null } }
}

test('reviews come first by the days that are left, then what waited longest, then what waits for a firm', () => {
  const stopped = waiting('2027-01-01', 29, 30, '2027-01-30')
  const [late, pressing, fresh] = [waiting('2027-02-20', 31), waiting('2027-01-05', 28), waiting('2027-02-01', 3)]
  const [oldest, limitless, newest] = [waiting('2026-11-01'), waiting('2026-12-01', 90, null), waiting('2027-02-28')]
  const all = [newest, stopped, oldest, fresh, limitless, pressing, late]
  expect(all.toSorted(byUrgency)).toEqual([late, pressing, fresh, oldest, limitless, newest, stopped])
})
