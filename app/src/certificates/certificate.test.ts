import { describe, expect, test } from 'vitest'
import { type CertificateOrder, orderedOn, placeOf, refusedOrder, statusOn } from './certificate.ts'

const DAYS = { valid_from: '2026-08-01', valid_until: '2027-07-31' }

function order(
  kind: CertificateOrder['kind'],
  effective_on: string,
  ordered_by: CertificateOrder['ordered_by'] = 'laboratory',
): CertificateOrder {
  const recorded = { recorded_at: `${effective_on}T06:00:00.000Z`, recorded_by: 'somebody' }
  return { certificate_id: '', position: 1, kind, effective_on, reasons: 'why', ordered_by, ...recorded }
}

describe('what a certificate is on a day', () => {
  test.each([
    ['2026-07-31', 'not_yet_valid'],
    ['2026-08-01', 'valid'],
    ['2027-07-31', 'valid'],
    ['2027-08-01', 'expired'],
  ])('on %s it is %s, by its days', (day, status) => {
    expect(statusOn({ ...DAYS, orders: [] }, day)).toBe(status)
  })

  const orders = [order('suspend', '2026-09-10'), order('restore', '2026-10-01'), order('withdraw', '2026-12-24')]
  test.each([
    ['2026-09-09', 'valid'],
    ['2026-09-10', 'suspended'],
    ['2026-09-30', 'suspended'],
    ['2026-10-01', 'valid'],
    ['2026-12-23', 'valid'],
    ['2026-12-24', 'withdrawn'],
    // Withdrawn it stays, also when its days are over.
    ['2028-01-01', 'withdrawn'],
  ])('on %s it is %s, by its orders', (day, status) => {
    expect(statusOn({ ...DAYS, orders }, day)).toBe(status)
  })

  test('what was restored says nothing in a status list, whether its days are over or not', () => {
    expect(orderedOn(orders.slice(0, 2), '2030-01-01')).toBeUndefined()
  })
})

describe('what can be ordered', () => {
  const today = '2026-11-01'
  const suspended = [order('suspend', '2026-10-01', 'authority')]

  test('from its first day to today, and not a day beyond', () => {
    const on = (effective_on: string) =>
      refusedOrder({ ...DAYS, orders: [] }, { kind: 'suspend', effective_on, ordered_by: 'laboratory' }, today)?.code
    expect(['2026-07-31', '2026-08-01', '2026-11-01', '2026-11-02'].map(on)).toEqual([
      'certificate_order_day',
      undefined,
      undefined,
      'certificate_order_day',
    ])
  })

  test('not before the order before it', () => {
    const restore = { kind: 'restore', ordered_by: 'authority' } as const
    expect(refusedOrder({ ...DAYS, orders: suspended }, { ...restore, effective_on: '2026-09-30' }, today)).toEqual({
      code: 'certificate_order_day',
      place: '/body/effective_on',
      from: '2026-10-01',
      today,
    })
    expect(
      refusedOrder({ ...DAYS, orders: suspended }, { ...restore, effective_on: '2026-10-01' }, today),
    ).toBeUndefined()
  })

  test.each<[string, readonly CertificateOrder[], CertificateOrder['kind'], CertificateOrder['ordered_by'], string]>([
    ['a suspended one is not suspended again', suspended, 'suspend', 'authority', 'certificate_suspended'],
    ['one in force is not restored', [], 'restore', 'authority', 'certificate_not_suspended'],
    [
      'the laboratory does not restore what the authority suspended',
      suspended,
      'restore',
      'laboratory',
      'certificate_by_authority',
    ],
    ['a withdrawn one stays so', [order('withdraw', '2026-10-01')], 'restore', 'authority', 'certificate_over'],
  ])('%s', (_, orders, kind, ordered_by, code) => {
    expect(refusedOrder({ ...DAYS, orders }, { kind, effective_on: today, ordered_by }, today)?.code).toBe(code)
  })
})

test('its place in the lists is its number', () => {
  expect(placeOf('C-000012')).toBe(12)
  expect(placeOf('C-1000000')).toBe(1_000_000)
  expect(() => placeOf('D-000012')).toThrow(/no number/)
})
