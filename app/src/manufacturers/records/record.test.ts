import { array, assert, constant, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Stated } from './content.ts'
import { isInForce, sharesBeyondAll, unfitStatement } from './record.ts'

const DAYS = { from_on: '2026-07-01', until_on: null }
const owner = (share_percent: string, more: object = {}) => ({
  name: 'A',
  country: 'PK',
  share_percent,
  ...DAYS,
  ...more,
})

describe('what a firm says of itself', () => {
  test('has a last day on or after the first, or none', () => {
    const ends = (until_on: string | null) =>
      unfitStatement({ kind: 'owner', content: { ...owner('10'), until_on } }, [])?.code
    expect([ends(null), ends('2026-07-01'), ends('2026-06-30')]).toEqual([undefined, undefined, 'record_period'])
  })

  test('names the contract of a brand that is made under one, and the country of an owner', () => {
    const brand = (basis: 'own' | 'contract', contract: string | null): Stated => ({
      kind: 'brand',
      content: { brand: 'Volt', owner: 'Volt Ltd', basis, contract, ...DAYS },
    })
    expect(unfitStatement(brand('contract', null), [])).toEqual({ code: 'contract_missing' })
    expect(unfitStatement(brand('contract', 'C-7 of 1 July 2026'), [])).toBeUndefined()
    expect(unfitStatement(brand('own', null), [])).toBeUndefined()
    const country = (letters: string) =>
      unfitStatement({ kind: 'owner', content: owner('10', { country: letters }) }, [])
    expect(country('QX')).toEqual({ code: 'country_unknown', country: 'QX' })
    expect(country('CN')).toBeUndefined()
  })

  test('gives no owner a share of nothing, and all of them no more than the whole, exactly', () => {
    expect(unfitStatement({ kind: 'owner', content: owner('0.00') }, [])).toEqual({ code: 'share_empty' })
    // Three times 33.333333 and 0.000001 make 100; another millionth is too much.
    const thirds = ['33.333333', '33.333333', '33.333333', '0.000001'].map((share) => owner(share))
    expect(sharesBeyondAll(thirds)).toBeUndefined()
    expect(sharesBeyondAll([...thirds, owner('0.000001', { from_on: '2027-01-01' })])).toEqual({
      code: 'shares_exceed',
      day: '2027-01-01',
      total: '100.000001',
    })
    // One sells to the other.
    expect(
      sharesBeyondAll([owner('100', { until_on: '2026-12-31' }), owner('100', { from_on: '2027-01-01' })]),
    ).toBeUndefined()
  })

  test('that is not refused has shares of at most the whole on every day', () => {
    const day = integer({ min: 1, max: 9 }).map((one) => `2027-01-0${one}`)
    const share = record({
      name: constant('A'),
      country: constant('PK'),
      share_percent: integer({ min: 1, max: 60 }).map(String),
      from_on: day,
      until_on: day,
    })
    assert(
      property(array(share, { maxLength: 5 }), day, (shares, on) => {
        const total = shares
          .filter((one) => isInForce(one, on))
          .reduce((sum, one) => sum + Number(one.share_percent), 0)
        const refusal = sharesBeyondAll(shares)
        expect(total <= 100 || refusal !== undefined).toBe(true)
      }),
    )
  })
})
