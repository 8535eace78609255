/** That of a guarantee never more is called and released than was lodged, and no more is due from its issuer than was called. */
import { compare, exact, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { total } from '../../budgets/budget.ts'
import { digitsOf, type Entry, exactOf, transfer } from '../../ledger/entry.ts'
import {
  actsOnGuarantee,
  calledFor,
  dueByCase,
  dueFromIssuer,
  type Guarantee,
  GUARANTEE_ACTS,
  type GuaranteeAct,
  guaranteesIn,
  guaranteeState,
  type GuaranteeStep,
  sumsOfGuarantee,
  takenFrom,
  unfitStep,
} from './guarantee.ts'

const DAY = '2027-06-30'
const AT = { proposed_at: '2027-01-01T00:00:00.000Z', proposed_by: 'one' }
const APPROVED = {
  kind: 'approved',
  reason: null,
  signed_hash: null,
  recorded_at: AT.proposed_at,
  recorded_by: 'two',
} as const

function step(kind: GuaranteeStep['kind'], amount: string): GuaranteeStep {
  const reference = kind === 'call' ? 'D-000001' : null
  return { id: 's', kind, amount, reference, reason: 'x', ...AT, decided: APPROVED }
}

const LODGED: Guarantee = {
  id: 'g',
  number: 'G-000001',
  manufacturer_id: 'firm',
  programme: 'bicycles',
  licence_number: null,
  rehearsal: false,
  issuer: 'a bank',
  issuer_number: '1',
  currency: 'PKR',
  amount: '1000.00',
  expires_on: DAY,
  document_id: 'd',
  recorded_at: AT.proposed_at,
  recorded_by: 'one',
  steps: [step('lodge', '1000.00')],
}

const OF = { manufacturer_id: 'firm', programme: 'bicycles', year: '2026-27', subject: '{}', rehearsal: false } as const

function entry(finding: string, from: string, to: string, amount: string): Entry {
  const own = { kind: 'guarantee', manufacturer_id: null } as const
  const postings = transfer(
    { ...own, account: to },
    { ...own, account: from },
    { currency: 'PKR', amount: exactOf(amount) },
  )
  const posted = { booked_on: DAY, posted_at: AT.proposed_at, posted_by: 'two', determination_id: 'd', reverses: null }
  return { id: 'e', ...OF, ...posted, phase: 'call', finding, postings }
}

const called = (finding: string, amount: string) => entry(finding, finding, 'G-000001', amount)
const received = (finding: string, amount: string) => entry(finding, 'G-000001', finding, amount)

describe('a guarantee', () => {
  test('is called up to what is left of it and until its last day, and released after it too', () => {
    expect(actsOnGuarantee(LODGED, ZERO, DAY)).toEqual(['call', 'release'])
    expect(actsOnGuarantee(LODGED, ZERO, '2027-07-01')).toEqual(['release'])
    const part = { ...LODGED, steps: [...LODGED.steps, step('call', '400.00')] }
    // What was called in time is due after its last day, and is taken back by two officers.
    expect(actsOnGuarantee(part, exact(400), '2027-07-01')).toEqual(['withdraw', 'release'])
    expect(unfitStep(part, { kind: 'release', amount: '600.01' }, exact(400), DAY)).toEqual({
      code: 'guarantee_beyond',
      currency: 'PKR',
      most: '600.00',
    })
    expect(unfitStep(part, { kind: 'release', amount: '600.00' }, exact(400), DAY)).toBeUndefined()
    expect(unfitStep(part, { kind: 'call', amount: '0.00' }, exact(400), DAY)?.code).toBe('guarantee_beyond')
  })

  test('secures nothing before it is confirmed', () => {
    const recorded = { ...LODGED, steps: [{ ...step('lodge', '1000.00'), decided: null }] }
    expect(guaranteeState(recorded, ZERO, DAY)).toBe('recorded')
    expect(actsOnGuarantee(recorded, ZERO, DAY)).toEqual([])
    expect(guaranteeState(LODGED, ZERO, DAY)).toBe('in_force')
    expect(guaranteeState(LODGED, ZERO, '2027-07-01')).toBe('expired')
    const whole = { ...LODGED, steps: [...LODGED.steps, step('call', '1000.00')] }
    expect(guaranteeState(whole, exact(1), '2027-07-01')).toBe('expired')
    expect(guaranteeState(whole, ZERO, '2027-07-01')).toBe('ended')
  })

  test('owes for each case what was called for it and was neither received nor taken back', () => {
    const entries = [called('levy', '300.00'), called('surcharge', '200.00'), received('levy', '100.00')]
    const due = dueByCase(entries, 'G-000001')
    expect(due.map(({ finding, amount }) => `${finding} ${digitsOf(amount)}`)).toEqual([
      'levy 200.00',
      'surcharge 200.00',
    ])
    expect(dueByCase(entries, 'G-000002')).toEqual([])
    expect(digitsOf(calledFor(entries, { ...OF, finding: 'levy' }, 'PKR'))).toBe('200.00')
    expect(digitsOf(calledFor(entries, { ...OF, year: '2027-28', finding: 'levy' }, 'PKR'))).toBe('0.00')
    expect(takenFrom(due, exact(250)).map(({ amount }) => digitsOf(amount))).toEqual(['200.00', '50.00'])
  })

  test('is found in the text of a payment by its number, however a bank writes it', () => {
    expect(guaranteesIn('call g 000012 for D-000003, G-000012')).toEqual(['G-000012'])
    expect(guaranteesIn('BIG-000012')).toEqual([])
  })

  test('whatever officers do, called and released are never more than was lodged, and due never more than called', () => {
    const asked = fc.record({
      kind: fc.constantFrom<(GuaranteeAct | 'receive')[]>(...GUARANTEE_ACTS, 'receive'),
      amount: fc.integer({ min: 0, max: 120_000 }).map((cents) => (cents / 100).toFixed(2)),
      finding: fc.constantFrom('levy', 'surcharge'),
    })
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 30 }), (all) => {
        let guarantee = LODGED
        const entries: Entry[] = []
        for (const { kind, amount, finding } of all) {
          const due = dueFromIssuer(entries, 'G-000001')
          if (kind === 'receive') {
            const [one] = takenFrom(dueByCase(entries, 'G-000001'), exactOf(amount))
            if (one !== undefined) entries.push(received(one.finding, digitsOf(one.amount)))
            continue
          }
          if (unfitStep(guarantee, { kind, amount }, due, DAY) !== undefined) continue
          guarantee = { ...guarantee, steps: [...guarantee.steps, step(kind, amount)] }
          if (kind === 'call') entries.push(called(finding, amount))
          if (kind === 'withdraw')
            for (const one of takenFrom(dueByCase(entries, 'G-000001'), exactOf(amount)))
              entries.push(received(one.finding, digitsOf(one.amount)))
          const sums = sumsOfGuarantee(guarantee)
          expect(compare(sums.free, ZERO)).toBeGreaterThanOrEqual(0)
          expect(compare(sums.called, ZERO)).toBeGreaterThanOrEqual(0)
          expect(digitsOf(total([sums.called, sums.released, sums.free]))).toBe('1000.00')
          expect(compare(subtract(sums.called, dueFromIssuer(entries, 'G-000001')), ZERO)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
