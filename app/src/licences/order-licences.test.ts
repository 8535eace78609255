/** Which orders are missing, given which sanctions have effect. */
import { describe, expect, it } from 'vitest'
import { type LicenceStatus, restrictedOn, statusOn } from './licence.ts'
import { ordersFor, type Restriction } from './order-licences.ts'

const ON = '2027-10-01'
const GRANTED = {
  licence_id: 'one',
  position: 1,
  kind: 'grant' as const,
  effective_on: '2026-07-01',
  reason: 'Seen.',
  percent: null,
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
  quota: 100,
  scope: [],
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
  const determinations = new Set(['suspend', 'revoke', 'restrict 60', 'restrict 40'])
  const orders = ordersFor(licence, { ...asked, determinations, determination_id: 'cause' })
  const given = orders.map((order, at) => ({ ...GRANTED, ...order, position: licence.orders.length + 1 + at }))
  return {
    licence: { ...licence, orders: [...licence.orders, ...given] },
    orders: orders.map(
      ({ kind, effective_on, percent }) => `${kind} ${effective_on}${percent === null ? '' : ` ${percent}`}`,
    ),
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

describe('a restriction of the quota', () => {
  const share = (percent: string, from: string): Restriction => ({
    ...restriction('restrict', from),
    determination_id: `restrict ${percent}`,
    percent,
  })
  const suspend = restriction('suspend', '2027-09-15')

  it('goes beside a suspension: each is lifted by itself', () => {
    const both = after(LICENCE, [suspend, share('60', ON)], '2027-09-15')
    expect(both.orders).toEqual(['suspend 2027-09-15', `restrict ${ON} 60`])
    const unsuspended = after(both.licence, [share('60', ON)], '2027-10-05')
    expect(unsuspended.orders).toEqual(['restore 2027-10-05'])
    expect(restrictedOn(unsuspended.licence, '2027-10-05')).toBe('60')
    const lifted = after(both.licence, [suspend], '2027-10-05')
    expect(lifted.orders).toEqual(['lift 2027-10-05'])
    expect(statusOn(lifted.licence, '2027-10-05')).toBe('suspended')
  })

  it('of two is the stricter, and the other holds when that falls', () => {
    const one = after(LICENCE, [share('60', ON)], ON)
    const both = after(one.licence, [share('60', ON), share('40', '2027-11-01')], ON)
    expect([one.orders, both.orders]).toEqual([[`restrict ${ON} 60`], ['restrict 2027-11-01 40']])
    // A weaker one that comes later changes nothing, also where its digits are more.
    expect(after(both.licence, [share('60', ON), share('40', '2027-11-01')], '2027-12-01').orders).toEqual([])
    expect(after(one.licence, [share('60', ON), share('60.0', '2027-11-01')], ON).orders).toEqual([])
    const cured = after(both.licence, [share('60', ON)], '2027-12-01')
    expect(cured.orders).toEqual(['restrict 2027-12-01 60'])
    const free = after(cured.licence, [], '2027-12-02')
    expect(free.orders).toEqual(['lift 2027-12-02'])
    expect(restrictedOn(free.licence, '2027-12-02')).toBeNull()
  })

  it('that was to take effect later is taken back before its day', () => {
    const ahead = after(LICENCE, [share('60', '2027-11-01')], ON)
    const quashed = after(ahead.licence, [], '2027-10-15')
    expect(quashed.orders).toEqual(['lift 2027-11-01'])
    expect(restrictedOn(quashed.licence, '2027-11-02')).toBeNull()
  })

  it('that was ordered about who held the licence before is not loosened, and is made stricter', () => {
    const others = { ...GRANTED, position: 2, kind: 'restrict' as const, percent: '50', effective_on: ON }
    const licence = { ...LICENCE, orders: [GRANTED, { ...others, determination_id: 'about another' }] }
    expect(after(licence, [], ON).orders).toEqual([])
    expect(after(licence, [share('60', ON)], ON).orders).toEqual([])
    expect(after(licence, [share('40', ON)], ON).orders).toEqual([`restrict ${ON} 40`])
  })

  it('reaches no licence without a quota, and one that has quotas of lines alone', () => {
    expect(after({ ...LICENCE, quota: null }, [share('60', ON)], ON).orders).toEqual([])
    const line = { position: 1, hs_prefix: '8714', quota: 50, drawn: 0, valid_from: ON, valid_until: '2029-06-30' }
    expect(after({ ...LICENCE, quota: null, scope: [line] }, [share('60', ON)], ON).orders).toEqual([
      `restrict ${ON} 60`,
    ])
  })
})
