import * as fc from 'fast-check'
import { assert } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEED } from '../lamps-fixture.ts'
import { isCurrency, productUnit, quotientUnit, sameUnit } from './unit.ts'

describe('sums, differences and comparisons', () => {
  it.each([
    ['PKR', 'PKR', 'PKR'],
    ['zero', 'PKR', 'PKR'],
    ['days', 'zero', 'days'],
    ['one', 'percent', 'percent'],
    ['count', 'one', 'count'],
    ['zero', 'one', 'one'],
    ['PKR per USD', 'PKR per USD', 'PKR per USD'],
  ])('%s and %s give %s', (a, b, unit) => {
    expect(sameUnit(a, b)).toBe(unit)
    expect(sameUnit(b, a)).toBe(unit)
  })

  it.each([
    ['PKR', 'days'],
    ['PKR', 'USD'],
    ['percent', 'count'],
    ['percent', 'number'],
    ['one', 'PKR'],
    ['one', 'days'],
    ['PKR per USD', 'USD per PKR'],
    ['PKR per USD', 'PKR'],
    ['days', 'count'],
  ])('%s and %s do not mix', (a, b) => {
    expect(sameUnit(a, b)).toBeUndefined()
    expect(sameUnit(b, a)).toBeUndefined()
  })
})

describe('products and quotients', () => {
  it.each([
    ['PKR per USD', 'USD', 'PKR'],
    ['USD', 'PKR per USD', 'PKR'],
    ['count', 'PKR', 'PKR'],
    ['percent', 'PKR', 'PKR'],
    ['one', 'PKR', 'PKR'],
    ['PKR per USD', 'USD per PKR', 'percent'],
    ['PKR', 'PKR', 'PKR PKR'],
    ['percent', 'percent', 'percent'],
    ['percent', 'count', 'number'],
  ])('%s times %s is %s', (a, b, unit) => {
    expect(productUnit(a, b)).toBe(unit)
  })

  it.each([
    ['PKR', 'PKR', 'percent'],
    ['PKR', 'USD', 'PKR per USD'],
    ['PKR', 'PKR per USD', 'USD'],
    ['PKR', 'percent', 'PKR'],
    ['PKR', 'count', 'PKR'],
    ['count', 'count', 'percent'],
    ['count', 'percent', 'number'],
    ['percent', 'one', 'percent'],
    ['one', 'PKR', '1 per PKR'],
    ['PKR PKR', 'PKR', 'PKR'],
    ['days', 'days', 'percent'],
  ])('%s divided by %s is %s', (a, b, unit) => {
    expect(quotientUnit(a, b)).toBe(unit)
  })

  const unit = fc.constantFrom('percent', 'count', 'number', 'days', 'PKR', 'USD', 'PKR per USD', 'USD per PKR')
  const dimensioned = fc.constantFrom('days', 'PKR', 'USD', 'PKR per USD', 'USD per PKR')

  it(`the order of a product does not matter (seed ${SEED})`, () => {
    assert(
      fc.property(unit, unit, (a, b) => productUnit(a, b) === productUnit(b, a)),
      { seed: SEED, numRuns: 200 },
    )
  })

  it('what is multiplied and divided again keeps its unit', () => {
    assert(
      fc.property(dimensioned, dimensioned, (a, b) => quotientUnit(productUnit(a, b), b) === a),
      { seed: SEED, numRuns: 200 },
    )
  })
})

describe('currencies', () => {
  it.each(['PKR', 'USD', 'XAU'])('%s is one', (code) => expect(isCurrency(code)).toBe(true))
  it.each(['pkr', 'PK', 'PKRS', 'PKR ', 'P1R', '', 'ＰＫＲ'])("'%s' is none", (code) =>
    expect(isCurrency(code)).toBe(false),
  )
})
