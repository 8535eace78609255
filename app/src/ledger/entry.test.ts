import { expect, test } from 'vitest'
import { balancesOf, type Entry } from './entry.ts'

const FIRM = '00000000-0000-7000-8000-000000000001'

function booked(programme: string, rehearsal: boolean, amount: string): Entry {
  return {
    id: `${programme} ${amount}`,
    manufacturer_id: FIRM,
    programme,
    year: '2026-27',
    subject: '{}',
    rehearsal,
    phase: 'commit',
    finding: 'training_grant',
    determination_id: '00000000-0000-7000-8000-000000000002',
    reverses: null,
    booked_on: '2027-08-02',
    posted_at: '2027-08-02T04:00:00.000Z',
    posted_by: 'officer',
    postings: [{ kind: 'payable', account: 'training_grant', manufacturer_id: FIRM, currency: 'PKR', amount }],
  }
}

test('a balance sums what was booked to an account under one programme', () => {
  const balances = balancesOf([booked('bicycles', false, '-40000.00'), booked('bicycles', false, '15000.50')])
  // 15,000.50 − 40,000.00.
  expect(balances.map(({ amount }) => amount)).toEqual(['-24999.50'])
})

test('an account of the same name under another programme, or in a rehearsal, has a balance of its own', () => {
  const balances = balancesOf([
    booked('bicycles', false, '-40000.00'),
    booked('bicycles', true, '-1000.00'),
    booked('kites', false, '-500.00'),
  ])
  expect(balances.map(({ programme, rehearsal, amount }) => [programme, rehearsal, amount])).toEqual([
    ['bicycles', false, '-40000.00'],
    ['bicycles', true, '-1000.00'],
    ['kites', false, '-500.00'],
  ])
})
