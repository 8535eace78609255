/** What may be paid, and what an overpayment bears: arithmetic shown beside each. */
import { add, compare, exact, toFixed, ZERO } from '@maqami/engine/value/exact.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactOf } from '../ledger/entry.ts'
import { interestOn, overpaidSlices, payableOf } from './payment.ts'

const ADVANCE = { advance_rate: '85' }
const shown = ({ now, held }: ReturnType<typeof payableOf>) => [toFixed(now, 2), toFixed(held, 2)]

test('85% is paid before the year is reconciled, rounded down, and the rest after it', () => {
  const committed = exact(4_000_001, 100)
  // 85% of 40,000.01 is 34,000.0085.
  expect(shown(payableOf({ committed, paid: ZERO }, ADVANCE, false))).toEqual(['34000.00', '6000.01'])
  expect(shown(payableOf({ committed, paid: exact(34_000) }, ADVANCE, false))).toEqual(['0.00', '6000.01'])
  expect(shown(payableOf({ committed, paid: exact(34_000) }, ADVANCE, true))).toEqual(['6000.01', '0.00'])
  expect(shown(payableOf({ committed, paid: ZERO }, { advance_rate: null }, false))).toEqual(['40000.01', '0.00'])
})

test('what was paid too much is never payable again, nor below zero', () => {
  expect(shown(payableOf({ committed: exact(30_000), paid: exact(40_000) }, ADVANCE, true))).toEqual(['0.00', '0.00'])
})

const PAYMENTS = [
  { on: '2027-07-10', amount: exact(34_000) },
  { on: '2027-08-01', amount: exact(6_000) },
]

test('what was paid last was paid too much first, and bears interest from its own day', () => {
  const slices = overpaidSlices(exact(10_000), PAYMENTS, { since: '', until: '2027-09-21' })
  // 21 days of July, 31 of August and 21 of September are 73; from 1 August it is 51.
  expect(slices.map(({ amount, from, days }) => [amount, from, days])).toEqual([
    ['6000.00', '2027-08-01', 51],
    ['4000.00', '2027-07-10', 73],
  ])
  // 7.3% of 6,000 for 51 of 365 days is 61.20, of 4,000 for 73 of 365 days 58.40.
  expect(toFixed(interestOn(slices, '7.3', 365), 2)).toBe('119.60')
})

test('no day bears interest twice: after a demand it runs from that day', () => {
  const [slice] = overpaidSlices(exact(1000), PAYMENTS, { since: '2027-09-20', until: '2027-09-21' })
  expect([slice?.from, slice?.days]).toEqual(['2027-09-20', 1])
})

test('interest counts the leap day, takes the year of the terms, and is rounded down once', () => {
  const paid = [{ on: '2028-02-28', amount: exact(1000) }]
  const slices = overpaidSlices(exact(1000), paid, { since: '', until: '2028-03-01' })
  expect(slices[0]?.days).toBe(2)
  // 10% of 1,000 for 2 of 360 days is 0.5555…, of 365 days 0.5479…
  expect(toFixed(interestOn(slices, '10', 360), 2)).toBe('0.55')
  expect(toFixed(interestOn(slices, '10', 365), 2)).toBe('0.54')
})

test('however it was paid, the parts of an overpayment sum to it exactly', () => {
  const cents = fc.integer({ min: 1, max: 1_000_000 }).map((hundredths) => exact(hundredths, 100))
  fc.assert(
    fc.property(
      fc.array(cents, { minLength: 1, maxLength: 8 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (all, part) => {
        const paid = all.reduce(add, ZERO)
        const overpaid = exactOf(toFixed(exact(Math.floor(Number(toFixed(paid, 2)) * 100 * part), 100), 2))
        const payments = all.map((amount) => ({ on: '2027-07-10', amount }))
        const slices = overpaidSlices(overpaid, payments, { since: '', until: '2027-08-10' })
        expect(compare(slices.map(({ amount }) => exactOf(amount)).reduce(add, ZERO), overpaid)).toBe(0)
      },
    ),
  )
})
