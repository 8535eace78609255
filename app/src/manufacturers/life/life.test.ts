/** Who answers for a firm on a day, and how it is called. */
import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boundOn,
  type FirmEventRefusal,
  nameOn,
  type Proposed,
  type Standing,
  unfitEvent,
  unfitLicences,
} from './life.ts'

const FIRMS = ['A', 'B', 'C', 'D']
const SINCE = '2026-07-01'

function event(more: Partial<Proposed>): Proposed {
  const nothing = { new_name: null, answers_id: null, parts: [], follows: null }
  return { firm_id: 'A', kind: 'merged', effective_on: '2026-08-01', ...nothing, ...more }
}

const merged = (firm_id: string, answers_id: string, effective_on: string): Proposed =>
  event({ firm_id, answers_id, effective_on })

function refusal(proposed: Proposed, life: readonly Proposed[] = [], holder?: Standing): FirmEventRefusal | undefined {
  const parties = new Map(FIRMS.map((id) => [id, { id, name: `Firm ${id}`, since: id === 'D' ? undefined : SINCE }]))
  return unfitEvent(proposed, { life, parties, holder })
}

describe('who answers for a firm', () => {
  test('is the firm until the day before, and the other from the day on, also through several', () => {
    const life = [merged('A', 'B', '2026-08-01'), merged('B', 'C', '2027-01-01')]
    const days = ['2026-07-31', '2026-08-01', '2026-12-31', '2027-01-01']
    expect(days.map((day) => boundOn(life, 'A', day))).toEqual(['A', 'B', 'B', 'C'])
    expect(days.map((day) => boundOn(life, 'B', day))).toEqual(['B', 'B', 'B', 'C'])
  })

  test('is the firm itself where it is split and goes on', () => {
    const parts = ['A', 'B'].map((firm_id) => ({ firm_id, licences: [] }))
    const split = event({ kind: 'split', answers_id: 'A', parts })
    expect(refusal(split)).toBeUndefined()
    expect(boundOn([split], 'A', '2030-01-01')).toBe('A')
  })

  test('is one firm on every day, which goes on that day, whatever was proposed; and what is read again says the same', () => {
    const day = integer({ min: 10, max: 28 }).map((one) => `2026-08-${one}`)
    const firm = constantFrom('A', 'B', 'C')
    const proposed = record({ firm_id: firm, answers_id: firm, effective_on: day, isSplit: boolean() }).map((one) => {
      const parts = ['A', 'B', 'C'].map((firm_id) => ({ firm_id, licences: [] }))
      return event(one.isSplit ? { ...one, kind: 'split', parts } : one)
    })
    assert(
      property(array(proposed, { maxLength: 6 }), day, firm, (all, on, asked) => {
        // As it is approved, one after the other, with what follows written down beside it as the database has it.
        const life: Proposed[] = []
        const rows: { readonly firm: string; readonly answers: string; readonly from: string }[] = []
        for (const one of all) {
          if (refusal(one, life) !== undefined) continue
          life.push(one)
          const { firm_id, answers_id } = one
          if (answers_id === null || answers_id === firm_id) continue
          const last = new Map(rows.map((row) => [row.firm, row.answers]))
          const ended = [firm_id, ...[...last].filter(([, answers]) => answers === firm_id).map(([gone]) => gone)]
          for (const gone of ended) rows.push({ firm: gone, answers: answers_id, from: one.effective_on })
        }
        const bound = boundOn(life, asked, on)
        expect(boundOn(life, bound, on)).toBe(bound)
        expect(rows.findLast((row) => row.firm === asked && row.from <= on)?.answers ?? asked).toBe(bound)
        expect(boundOn(life.toReversed(), asked, on)).toBe(bound)
      }),
    )
  })
})

test('a firm is called by the name of the day', () => {
  const names = [
    { name: 'Ravi Cycles', from_on: null },
    { name: 'Ravi Works', from_on: '2026-08-01' },
  ]
  expect(['2020-01-01', '2026-07-31', '2026-08-01'].map((day) => nameOn(names, day))).toEqual([
    'Ravi Cycles',
    'Ravi Cycles',
    'Ravi Works',
  ])
})

describe('an event is refused', () => {
  test('where it leads in a circle', () => {
    expect(refusal(merged('A', 'A', '2026-08-01'))?.code).toBe('event_circle')
    const chain = [merged('B', 'C', '2026-08-01'), merged('C', 'A', '2026-08-02')]
    expect(refusal(merged('A', 'B', '2026-09-01'), chain)).toEqual({
      code: 'event_circle',
      firm: 'Firm A',
      other: 'Firm B',
    })
  })

  test('of a firm that is no more, or that leads to one', () => {
    const life = [merged('A', 'B', '2026-08-01')]
    const ended = { code: 'party_ended', firm: 'Firm A', since: '2026-08-01' }
    expect(refusal(merged('A', 'C', '2026-08-02'), life)).toEqual(ended)
    expect(refusal(merged('C', 'A', '2026-07-02'), life)).toEqual(ended)
    expect(refusal(event({ kind: 'renamed', new_name: 'Again', effective_on: '2026-08-02' }), life)).toEqual(ended)
  })

  test('before one of the firms was authorised, from its day on it is not', () => {
    expect(refusal(merged('A', 'B', '2026-06-30'))?.code).toBe('event_before_firm')
    expect(refusal(merged('A', 'B', SINCE))).toBeUndefined()
    expect(refusal(merged('A', 'D', '2026-08-01'))).toEqual({ code: 'party_not_authorised', firm: 'Firm D' })
    expect(refusal(merged('A', 'Z', '2026-08-01'))).toEqual({ code: 'party_unknown' })
  })

  test('before what last happened to the firm, on the same day it is not', () => {
    const life = [merged('B', 'A', '2026-08-10')]
    expect(refusal(merged('A', 'C', '2026-08-09'), life)).toMatchObject({
      code: 'event_before_last',
      last: '2026-08-10',
    })
    expect(refusal(merged('A', 'C', '2026-08-10'), life)).toBeUndefined()
    // Who takes over takes over several, in any order.
    expect(refusal(merged('C', 'A', '2026-08-09'), life)).toBeUndefined()
  })

  test('that renames a firm as it is called, or as another is', () => {
    const renamed = (new_name: string, holder?: Standing) => refusal(event({ kind: 'renamed', new_name }), [], holder)
    expect(renamed('Firm A')?.code).toBe('name_kept')
    const holder = { id: 'B', name: 'Firm B', since: SINCE }
    expect(renamed('firm b', holder)).toEqual({ code: 'name_taken', name: 'firm b', holder: 'Firm B' })
    expect(renamed('Firm N')).toBeUndefined()
  })

  test('that splits a firm into one, into the same twice, or leaves open who answers for what is old', () => {
    const split = (answers_id: string, ...firms: readonly string[]) =>
      refusal(event({ kind: 'split', answers_id, parts: firms.map((firm_id) => ({ firm_id, licences: [] })) }))?.code
    expect(split('B', 'B')).toBe('split_parts')
    expect(split('B', 'B', 'B')).toBe('split_parts')
    expect(split('A', 'B', 'C')).toBe('split_answerer')
    expect(split('B', 'B', 'C')).toBeUndefined()
  })

  test('that splits a firm and leaves a licence out, names one twice, or one that it does not hold', () => {
    const licences = (...given: readonly (readonly string[])[]) =>
      unfitLicences({ kind: 'split', parts: given.map((numbers) => ({ firm_id: 'B', licences: numbers })) }, ['1', '2'])
    expect(licences(['1'], ['2'])).toBeUndefined()
    expect(licences(['1'], [])).toEqual({ code: 'split_incomplete', numbers: ['2'] })
    expect(licences(['1', '2'], ['1'])).toEqual({ code: 'split_licence', number: '1' })
    expect(licences(['1', '2'], ['3'])).toEqual({ code: 'split_licence', number: '3' })
  })
})
