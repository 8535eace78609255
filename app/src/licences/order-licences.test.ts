/** Which orders are missing, given which sanctions have effect. */
import { describe, expect, it } from 'vitest'
import { type LicenceStatus, statusOn } from './licence.ts'
import { ordersFor, type Restriction } from './order-licences.ts'

const ON = '2027-10-01'
const GRANTED = {
  licence_id: 'one',
  position: 1,
  kind: 'grant' as const,
  effective_on: '2026-07-01',
  reason: 'Seen.',
  determination_id: null,
  event_id: null,
  to_id: null,
  recorded_at: '2026-07-01T09:00:00.000Z',
  recorded_by: 'officer',
}
const LICENCE: Parameters<typeof ordersFor>[0] = {
  kind: 'import_licence',
  manufacturer_id: 'firm',
  valid_from: '2026-07-01',
  valid_until: '2029-06-30',
  orders: [GRANTED],
}

function restriction(order: Restriction['order'], from: string): Restriction {
  return { determination_id: order, order, kinds: ['import_licence'], from, ordered_at: '2027-10-01T06:00:00.000Z' }
}

function after(
  licence: typeof LICENCE,
  restrictions: readonly Restriction[],
  on: string,
): { readonly licence: typeof LICENCE; readonly orders: readonly string[] } {
  const asked = { manufacturer_id: 'firm', programme: 'bicycles', rehearsal: false, restrictions, on }
  const determinations = new Set(['suspend', 'revoke'])
  const orders = ordersFor(licence, { ...asked, determinations, determination_id: 'cause' })
  const given = orders.map((order, at) => ({ ...GRANTED, ...order, position: licence.orders.length + 1 + at }))
  return {
    licence: { ...licence, orders: [...licence.orders, ...given] },
    orders: orders.map(({ kind, effective_on }) => `${kind} ${effective_on}`),
  }
}

describe('a revocation', () => {
  const revoke = restriction('revoke', ON)
  const suspend = restriction('suspend', '2027-09-15')
  const states = (licence: typeof LICENCE, ...days: readonly string[]): readonly LicenceStatus[] =>
    days.map((day) => statusOn(licence, day))

  it('is never the first sanction upon a licence', () => {
    expect(after(LICENCE, [revoke], ON).orders).toEqual([])
    // Nor with another of the same day.
    expect(after(LICENCE, [restriction('suspend', ON), revoke], ON).orders).toEqual([`suspend ${ON}`])
  })

  it('holds from its day on, whatever sanctions are lifted after it, until it falls itself', () => {
    const suspended = after(LICENCE, [suspend], '2027-09-15').licence
    const revoked = after(suspended, [suspend, revoke], ON)
    expect(revoked.orders).toEqual([`revoke ${ON}`])
    expect(states(revoked.licence, '2027-09-14', '2027-09-30', ON)).toEqual(['good', 'suspended', 'revoked'])
    const lifted = after(revoked.licence, [revoke], '2027-10-05')
    expect(lifted.orders).toEqual([])
    const quashed = after(lifted.licence, [], '2027-10-08')
    expect(quashed.orders).toEqual(['restore 2027-10-08'])
    expect(states(quashed.licence, '2027-10-07', '2027-10-08')).toEqual(['revoked', 'good'])
    // The suspension still stands where that was not lifted.
    const suspendedStill = after(revoked.licence, [suspend], '2027-10-08')
    expect(suspendedStill.orders).toEqual(['suspend 2027-10-08'])
    expect(states(suspendedStill.licence, '2027-10-08')).toEqual(['suspended'])
  })
})
