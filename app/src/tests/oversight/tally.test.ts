import { toText } from '@maqami/engine/value/exact.ts'
import { expect, test } from 'vitest'
import { chanceOf, compareShares, type Tally } from './tally.ts'

const tally = (failed: number, reports: number) => ({ failed, reports })
const differenceOf = (one: Tally, others: Tally, compared: number) => compareShares(one, others, compared).difference
const chance = (a: number, of: number, b: number, ofOthers: number) =>
  toText(chanceOf(tally(a, of), tally(b, ofOthers)))

test('the chance is the sum of the tables that are no likelier, by the examples of the books', () => {
  // Fisher's tea: three of four cups against one of four. Of C(8,4) = 70 ways 1, 16, 36, 16 and 1: all but the 36.
  expect(chance(3, 4, 1, 4)).toBe('17/35')
  // Convictions of twins (R, fisher.test: p-value = 0.0005367): 13 + 17·78 + 136·286 = 40,235 at the one end and C(17,12) = 6,188 at the other,
  // of C(30,12) = 86,493,225; both divided by 13.
  expect(chance(2, 17, 10, 13)).toBe(`${46_423 / 13}/${86_493_225 / 13}`)
  expect(46_423 / 86_493_225).toBeCloseTo(0.000_536_7, 7)
})

test('where nothing or everything fails there is nothing to tell apart', () => {
  expect(chance(0, 9, 0, 30)).toBe('1')
  expect(chance(9, 9, 30, 30)).toBe('1')
})

test('it is the same from both sides, and for failures as for passes', () => {
  expect(chance(2, 17, 10, 13)).toBe(chance(10, 13, 2, 17))
  expect(chance(2, 17, 10, 13)).toBe(chance(15, 17, 3, 13))
})

test('fewer than five reports on either side are too few, and five against five can differ', () => {
  expect(differenceOf(tally(4, 4), tally(0, 50), 1)).toBe('too_few')
  expect(differenceOf(tally(50, 50), tally(0, 4), 1)).toBe('too_few')
  // 2 of C(10,5) = 252, twice: 4/252 = 1.6%.
  expect(differenceOf(tally(5, 5), tally(0, 5), 2)).toBe('fails_more')
  expect(differenceOf(tally(0, 5), tally(5, 5), 2)).toBe('fails_less')
})

test('the more laboratories are compared at once, the rarer must be what names one', () => {
  // 2/252 × 6 = 12/252 = 4.8%; × 7 = 14/252 = 5.6%.
  expect(differenceOf(tally(5, 5), tally(0, 5), 6)).toBe('fails_more')
  expect(differenceOf(tally(5, 5), tally(0, 5), 7)).toBe('no_difference')
})

test('just below the level it differs, and just above it does not', () => {
  // 2 of C(12,6) = 924: 23 times that is 46/924 = 4.98%, 24 times 5.19%.
  expect(differenceOf(tally(6, 6), tally(0, 6), 23)).toBe('fails_more')
  expect(differenceOf(tally(6, 6), tally(0, 6), 24)).toBe('no_difference')
})

test('ten thousand reports are compared to the last digit', () => {
  expect(differenceOf(tally(1000, 5000), tally(1000, 5000), 1)).toBe('no_difference')
  expect(differenceOf(tally(1000, 5000), tally(500, 5000), 1)).toBe('fails_more')
})
