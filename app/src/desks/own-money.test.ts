/** What a firm is told of its money on its desk. */
import { expect, test } from 'vitest'
import type { Phase } from '../ledger/entry.ts'
import { ownMoney } from './own-money.ts'

function entry(phase: Phase, own: string, programme = 'bicycles', rehearsal = false) {
  const posting = { kind: 'firm', account: 'training_grant', currency: 'PKR' } as never
  const others = own.startsWith('-') ? own.slice(1) : `-${own}`
  const postings = [
    { ...(posting as object), manufacturer_id: 'ravi', amount: own },
    { ...(posting as object), manufacturer_id: null, amount: others },
  ] as never
  return { programme, rehearsal, phase, postings }
}

const of = (...entries: readonly ReturnType<typeof entry>[]) =>
  ownMoney(entries, 'ravi').map(({ granted, open, side }) => [granted, open, side])

test('what was granted stays granted when it is paid, and nothing is open then', () => {
  expect(of(entry('commit', '-39000.00'))).toEqual([['39000.00', '39000.00', 'due_to']])
  expect(of(entry('commit', '-39000.00'), entry('pay', '39000.00'))).toEqual([['39000.00', '0.00', 'settled']])
})

test('what was granted and taken back is not granted', () => {
  // 39,000 granted, 9,000 of it taken back after all was paid: 30,000 granted, 9,000 owed by the firm.
  const entries = [entry('commit', '-39000.00'), entry('pay', '39000.00'), entry('commit', '9000.00')]
  expect(of(...entries)).toEqual([['30000.00', '9000.00', 'due_from']])
})

test('a charge is owed and was never granted', () => {
  expect(of(entry('charge', '500.00'))).toEqual([['0.00', '500.00', 'due_from']])
})

test('programmes and rehearsals stand apart, and the money of others is not counted', () => {
  expect(
    of(entry('commit', '-1.00'), entry('commit', '-2.00', 'kites'), entry('commit', '-4.00', 'kites', true)),
  ).toEqual([
    ['1.00', '1.00', 'due_to'],
    ['2.00', '2.00', 'due_to'],
    ['4.00', '4.00', 'due_to'],
  ])
  expect(ownMoney([entry('commit', '-1.00')], 'sutlej')).toEqual([])
})
