/** What follows from the orders about a licence on a day. */
import { expect, test } from 'vitest'
import { isAlive, type LicenceOrder, statusOn } from './licence.ts'

function orders(...given: readonly (readonly [LicenceOrder['kind'], string])[]): readonly LicenceOrder[] {
  return given.map(([kind, effective_on], index) => ({
    licence_id: 'one',
    position: index + 1,
    kind,
    effective_on,
    reason: 'Seen.',
    determination_id: null,
    event_id: null,
    to_id: null,
    recorded_at: '2027-04-01T09:00:00.000Z',
    recorded_by: 'officer',
  }))
}
const PERIOD = { valid_from: '2026-07-01', valid_until: '2029-06-30' }

test('a licence that ended with its firm stays ended, also where the event became known after a later order', () => {
  // Suspended in January and restored in March; in April it is approved that the firm ended in February.
  const licence = {
    ...PERIOD,
    orders: orders(
      ['grant', '2026-07-01'],
      ['suspend', '2027-01-15'],
      ['restore', '2027-03-01'],
      ['lapse', '2027-02-01'],
    ),
  }
  const days = ['2027-01-14', '2027-01-31', '2027-02-01', '2027-03-01', '2028-01-01']
  expect(days.map((day) => statusOn(licence, day))).toEqual(['good', 'suspended', 'expired', 'expired', 'expired'])
  expect(isAlive(licence, '2027-03-01')).toBe(false)
})

test('one that was revoked before stays revoked', () => {
  const licence = { ...PERIOD, orders: orders(['grant', '2026-07-01'], ['revoke', '2027-01-15']) }
  expect(statusOn(licence, '2030-01-01')).toBe('revoked')
})
