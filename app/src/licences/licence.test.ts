/** What follows from the orders about a licence on a day. */
import { describe, expect, it, test } from 'vitest'
import { isAlive, type LicenceOrder, remaining, restrictedOn, shareOf, statusOn } from './licence.ts'

function orders(...given: readonly (readonly [LicenceOrder['kind'], string])[]): readonly LicenceOrder[] {
  return given.map(([kind, effective_on], index) => ({
    licence_id: 'one',
    position: index + 1,
    kind,
    effective_on,
    reason: 'Seen.',
    percent: null,
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

describe('a restriction of the quota', () => {
  it('leaves whole units of it, and less than nothing is never left', () => {
    // 60% of 7 is 4.2; 33.333% of 1 000 000 is 333 330.
    expect([shareOf(7, '60'), shareOf(1_000_000, '33.333'), shareOf(7, '0'), shareOf(7, null)]).toEqual([
      4, 333_330, 0, 7,
    ])
    const left = (drawn: number) => remaining({ quota: 10, drawn }, '60')
    expect([left(0), left(5), left(6), left(7), left(10)]).toEqual([6, 1, 0, 0, 0])
    expect(remaining({ quota: null, drawn: 3 }, '60')).toBeUndefined()
  })

  it('holds from its day until it is lifted, whatever becomes of the state meanwhile, and changes none', () => {
    const given = orders(
      ['grant', '2026-07-01'],
      ['restrict', '2027-02-01'],
      ['suspend', '2027-03-01'],
      ['restore', '2027-04-01'],
      ['pass', '2027-04-15'],
      ['lift', '2027-05-01'],
    )
    const licence = {
      ...PERIOD,
      orders: given.map((one) => (one.kind === 'restrict' ? { ...one, percent: '60' } : one)),
    }
    const days = ['2027-01-31', '2027-02-01', '2027-03-01', '2027-04-20', '2027-05-01']
    expect(days.map((day) => restrictedOn(licence, day))).toEqual([null, '60', '60', '60', null])
    expect(days.map((day) => statusOn(licence, day))).toEqual(['good', 'good', 'suspended', 'good', 'good'])
  })
})
