/** Who is bound for what is made under contract. */
import { array, assert, constantFrom, integer, property, record, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Agreement,
  agreementOn,
  type AgreementRefusal,
  boundForMade,
  type NewAgreement,
  unfitAgreement,
} from './agreement.ts'

const MADE = { maker_id: 'M', programme: 'bicycles', brand: 'Indus', model: 'Volt' }

function agreement(more: Partial<Agreement> = {}): Agreement {
  return {
    id: '1',
    maker_id: 'M',
    owner_id: 'O',
    owner_name: 'Indus Brands',
    programme: 'bicycles',
    brand: 'Indus',
    models: [],
    bound: 'owner',
    contract: 'C-1 of 1 July 2026',
    from_on: '2026-08-01',
    until_on: '2027-06-30',
    ended: null,
    ...more,
  }
}

function refusal(more: Partial<NewAgreement>, ...others: readonly Agreement[]): AgreementRefusal['code'] | undefined {
  return unfitAgreement(agreement(more), others)?.code
}

test('the owner of the brand is bound from the first day of the agreement to its last, else the maker', () => {
  const on = (day: string, ...all: readonly Agreement[]) => boundForMade(all, MADE, day)
  const days = ['2026-07-31', '2026-08-01', '2027-06-30', '2027-07-01']
  expect(days.map((day) => on(day, agreement()))).toEqual(['M', 'O', 'O', 'M'])
  const ended = agreement({ ended: { last_on: '2026-12-31', reason: 'By consent.' } })
  expect(['2026-12-31', '2027-01-01'].map((day) => on(day, ended))).toEqual(['O', 'M'])
  expect(on('2026-08-01', agreement({ bound: 'maker' }))).toBe('M')
})

test('an agreement covers the models that it names, or all of the brand, of its maker and programme', () => {
  const on = (more: Partial<Agreement>) => boundForMade([agreement(more)], MADE, '2026-08-01')
  expect([on({ models: ['volt'] }), on({ models: ['Roadster'] })]).toEqual(['O', 'M'])
  expect([on({ brand: 'Ravi' }), on({ programme: 'pk-medmp-2026' }), on({ maker_id: 'N' })]).toEqual(['M', 'M', 'M'])
})

test('one is refused that ends before it begins, is with itself, or binds whom the register does not know', () => {
  expect(refusal({ until_on: '2026-07-31' })).toBe('agreement_period')
  expect(refusal({ until_on: '2026-08-01' })).toBeUndefined()
  expect(refusal({ owner_id: 'M' })).toBe('agreement_with_itself')
  expect(refusal({ owner_id: null })).toBe('owner_not_registered')
  expect(refusal({ owner_id: null, bound: 'maker' })).toBeUndefined()
})

test('one that covers a model on a day on which another does is refused', () => {
  const other = agreement()
  expect(refusal({}, other)).toBe('agreements_overlap')
  expect(refusal({ brand: 'INDUS', from_on: '2027-06-30', until_on: null }, other)).toBe('agreements_overlap')
  expect(refusal({ from_on: '2027-07-01', until_on: null }, other)).toBeUndefined()
  expect(refusal({ from_on: '2026-01-01', until_on: '2026-07-31' }, other)).toBeUndefined()
  expect(refusal({ programme: 'pk-medmp-2026' }, other)).toBeUndefined()
  expect(refusal({ models: ['Volt'] }, agreement({ models: ['Roadster'] }))).toBeUndefined()
  expect(refusal({ models: ['Volt'] }, agreement({ models: ['VOLT', 'Roadster'] }))).toBe('agreements_overlap')
  const ended = agreement({ ended: { last_on: '2026-12-31', reason: 'By consent.' } })
  expect(refusal({ from_on: '2027-01-01' }, ended)).toBeUndefined()
})

test('of those that were not refused one at most covers a model on a day', () => {
  const day = integer({ min: 1, max: 9 }).map((one) => `2026-08-0${one}`)
  const written = record({
    days: tuple(day, day),
    models: array(constantFrom('Volt', 'volt', 'Roadster'), { maxLength: 2 }),
    brand: constantFrom('Indus', 'indus', 'Ravi'),
  })
  assert(
    property(array(written, { maxLength: 6 }), day, (all, on) => {
      const kept: Agreement[] = []
      for (const { days, models, brand } of all) {
        const one = agreement({ from_on: days[0], until_on: days[1], models, brand })
        if (unfitAgreement(one, kept) === undefined) kept.push(one)
      }
      const covering = kept.filter((one) => agreementOn([one], MADE, on) !== undefined)
      expect(covering.length).toBeLessThanOrEqual(1)
    }),
  )
})
