/** That nothing that was received is lost, counted twice, or put to more than is owed. */
import { compare, exact, isZero, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { total } from '../budgets/budget.ts'
import { digitsOf } from '../ledger/entry.ts'
import { type Debt, type Demand, match, type Matched, type Received, referencesIn } from './match.ts'

function debt(name: string, owed: number, currency = 'PKR'): Debt {
  return { key: `${name} ${currency}`, finding: name, kind: 'surcharge', currency, owed: exact(owed) }
}

function demand(...debts: readonly Debt[]): Demand {
  return { rehearsal: false, isStayed: false, payers: ['K-1'], debts }
}

function line(nth: number, amount: number, reference = 'D-000001', more: Partial<Received> = {}): Received {
  const at = { received_on: '2027-08-01', account: 'A-1', bank_reference: String(nth).padStart(3, '0') }
  return { id: `line-${nth}`, ...at, currency: 'PKR', amount: exact(amount), payer_number: null, reference, ...more }
}

const said = ({ applied, credit, waits }: Matched) => [
  applied.map((one) => `${one.debt.finding} ${digitsOf(one.amount)}`),
  digitsOf(credit),
  waits,
]

describe('a line of a statement', () => {
  const penalty = new Map([['D-000001', demand(debt('penalty', 10_000))]])
  const one = (given: Received, demands: ReadonlyMap<string, Demand> = penalty, isRehearsal = false) =>
    match([given], demands, isRehearsal).map(said)[0]

  test('pays a part, and the rest stays owed for the next; what is beyond is a credit', () => {
    const lines = [line(1, 4000), line(2, 5000), line(3, 3000)]
    expect(match(lines, penalty, false).map(said)).toEqual([
      [['penalty 4000.00'], '0.00', null],
      [['penalty 5000.00'], '0.00', null],
      [['penalty 1000.00'], '2000.00', null],
    ])
  })

  test('is put to the debts of its determination in their order, and to no other', () => {
    const demands = new Map([
      ['D-000001', demand(debt('fee', 300), debt('penalty', 500))],
      ['D-000002', demand(debt('other', 900))],
    ])
    expect(one(line(1, 1000), demands)).toEqual([['fee 300.00', 'penalty 500.00'], '200.00', null])
  })

  test('waits for a person wherever it is not plain what it pays', () => {
    const waits = (given: Received, found?: Demand, isRehearsal?: boolean) => {
      const demands = found === undefined ? penalty : new Map([['D-000001', found]])
      return one(given, demands, isRehearsal)?.[2]
    }
    const owed = demand(debt('penalty', 10_000))
    expect(waits(line(1, 10, 'dues of the year'))).toBe('no_reference')
    expect(waits(line(1, 10, 'D-000001 and D-000002'))).toBe('several_references')
    expect(waits(line(1, 10, 'D-000009'))).toBe('unknown_reference')
    expect(waits(line(1, 10), owed, true)).toBe('other_rehearsal')
    expect(waits(line(1, 10), { ...owed, rehearsal: true }, false)).toBe('other_rehearsal')
    expect(waits(line(1, 10), { ...owed, isStayed: true })).toBe('stayed')
    expect(waits(line(1, 10), demand())).toBe('nothing_charged')
    expect(waits(line(1, 10, 'D-000001', { currency: 'USD' }))).toBe('other_currency')
    expect(waits(line(1, 10, 'D-000001', { payer_number: 'K-2' }))).toBe('other_payer')
    expect(waits(line(1, 10, 'D-000001', { payer_number: 'K-1' }))).toBeNull()
  })

  test('names a determination however its payer wrote the number', () => {
    expect(referencesIn('Payment d-000012, ref D 000012; CHQ D0000123')).toEqual(['D-000012', 'D-0000123'])
    expect(referencesIn('ID-000012 PKD-000013 D-12')).toEqual([])
  })
})

const lines = fc.array(
  fc.record({
    amount: fc.integer({ min: 1, max: 500 }),
    to: fc.integer({ min: 0, max: 3 }),
    day: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 12 },
)
const owed = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 3, maxLength: 3 })

test('what is applied, credited and left waiting is what was received, and no debt gets more than is owed', () => {
  fc.assert(
    fc.property(lines, owed, fc.infiniteStream(fc.nat()), (given, amounts, chances) => {
      const [a, b, c] = amounts.map((amount, nth) => debt(`debt-${nth}`, amount))
      if (a === undefined || b === undefined || c === undefined) throw new Error('three debts')
      // The second and the third share a debt, as where a later determination left it as it was. The number 0 is of nothing.
      const demands = new Map([
        ['D-000001', demand(a)],
        ['D-000002', demand(b, c)],
        ['D-000003', demand(c)],
      ])
      const received = given.map(({ amount, to, day }, nth) =>
        line(nth, amount, `D-00000${to}`, { received_on: `2027-08-0${day}` }),
      )
      const matched = match(received, demands, false)
      const applied = matched.flatMap((one) => one.applied)
      const waiting = received.filter(({ id }) => matched.find((one) => one.id === id)?.waits !== null)
      const all = total([
        ...applied.map(({ amount }) => amount),
        ...matched.map(({ credit }) => credit),
        ...waiting.map(({ amount }) => amount),
      ])
      expect(digitsOf(all)).toBe(digitsOf(total(received.map(({ amount }) => amount))))
      for (const one of [a, b, c]) {
        const paid = total(applied.filter(({ debt: { key } }) => key === one.key).map(({ amount }) => amount))
        expect(compare(paid, one.owed)).toBeLessThanOrEqual(0)
      }
      expect(applied.every(({ amount }) => compare(amount, ZERO) > 0)).toBe(true)
      // Nobody is credited while something of what he named is owed.
      for (const { number, credit } of matched.filter((one) => !isZero(one.credit))) {
        expect(compare(credit, ZERO)).toBe(1)
        for (const { key, owed: due } of demands.get(number ?? '')?.debts ?? []) {
          const paid = total(applied.filter((one) => one.debt.key === key).map(({ amount }) => amount))
          expect(isZero(subtract(due, paid))).toBe(true)
        }
      }
      // The order of the file does not matter.
      const keyed = received.map((one) => [chances.next().value ?? 0, one] as const)
      const shuffled = keyed.toSorted(([x], [y]) => x - y).map(([, one]) => one)
      expect(match(shuffled, demands, false).map((one) => [one.id, said(one)])).toEqual(
        matched.map((one) => [one.id, said(one)]),
      )
    }),
    { numRuns: 150 },
  )
})
