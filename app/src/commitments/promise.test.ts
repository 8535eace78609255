import { describe, expect, test } from 'vitest'
import { type CandidateStep, hasLapsed, unfitClasses, unfitStep } from './candidate.ts'
import { promiseStateOn, type Realisation, unfitAmount } from './promise.ts'

function seen(realised_on: string, amount: string | null): Realisation {
  return { realised_on, amount, words: 'Seen.', document_id: '', document_hash: '' }
}

describe('a promise', () => {
  const promise = { amount: '0.30', due_on: '2028-06-30' }

  test('is open on its last day and has lapsed on the next', () => {
    const state = (day: string) => promiseStateOn({ ...promise, realisations: [seen('2028-01-01', '0.29')] }, day)
    expect(['2028-06-29', '2028-06-30', '2028-07-01'].map(state)).toEqual(['open', 'open', 'lapsed'])
  })

  test('is kept once all of it was seen, to the last paisa, and late where that was after its day', () => {
    // 0.10 + 0.20 is 0.30, which it is not in binary.
    const kept = { ...promise, realisations: [seen('2028-06-30', '0.20'), seen('2028-01-01', '0.10')] }
    expect(promiseStateOn(kept, '2028-07-01')).toBe('kept')
    expect(promiseStateOn(kept, '2028-06-29')).toBe('open')
    const late = { ...promise, realisations: [seen('2028-07-01', '0.20'), seen('2028-01-01', '0.10')] }
    expect(promiseStateOn(late, '2028-07-01')).toBe('kept_late')
    const over = { ...promise, realisations: [seen('2028-06-30', '5000000000.01')] }
    expect(promiseStateOn(over, '2028-07-01')).toBe('kept')
  })

  test('of technology is kept when it was seen', () => {
    const transfer = { amount: null, due_on: '2028-06-30' }
    expect(promiseStateOn({ ...transfer, realisations: [] }, '2028-07-01')).toBe('lapsed')
    expect(promiseStateOn({ ...transfer, realisations: [seen('2028-06-30', null)] }, '2028-07-01')).toBe('kept')
  })

  test('has the amount of its kind', () => {
    const wrong = (
      kind: 'investment' | 'jobs' | 'technology_transfer',
      amount: string | null,
      currency: string | null,
    ) => unfitAmount({ kind, amount, currency })?.code
    expect(wrong('investment', '1.50', 'PKR')).toBeUndefined()
    expect(wrong('jobs', '1200.00', null)).toBeUndefined()
    expect(wrong('technology_transfer', null, null)).toBeUndefined()
    for (const [kind, amount, currency] of [
      ['investment', null, 'PKR'],
      ['investment', '0.00', 'PKR'],
      ['investment', '1.50', null],
      ['jobs', '1200.50', null],
      ['jobs', '1200.00', 'PKR'],
      ['technology_transfer', '1.00', null],
      ['technology_transfer', null, 'PKR'],
    ] as const)
      expect([kind, amount, currency, wrong(kind, amount, currency)]).toEqual([
        kind,
        amount,
        currency,
        'promise_amount',
      ])
  })
})

describe('a candidate', () => {
  const step: CandidateStep = {
    stage: 'memorandum',
    happened_on: '2028-06-30',
    owner_id: 'owner',
    next_step: 'Ask.',
    next_on: '2028-10-10',
  }

  test('has lapsed on the day after that of its next step', () => {
    expect(['2028-10-10', '2028-10-11'].map((day) => hasLapsed(step, day))).toEqual([false, true])
    expect(hasLapsed({ next_on: null }, '2028-10-11')).toBe(false)
  })

  test('does not go back, has something next until it ends, and ends once', () => {
    const before = { ...step, stage: 'talks' as const }
    const today = '2028-07-01'
    expect(unfitStep(step, before, today)).toBeUndefined()
    expect(unfitStep({ ...step, stage: 'talks' }, before, today)).toBeUndefined()
    expect(unfitStep({ ...step, stage: 'enquiry' }, before, today)?.code).toBe('candidate_backwards')
    expect(unfitStep({ ...step, happened_on: '2028-06-29' }, before, today)?.code).toBe('candidate_backwards')
    expect(unfitStep({ ...step, happened_on: '2028-07-02' }, before, today)?.code).toBe('candidate_ahead')
    expect(unfitStep({ ...step, next_on: null }, before, today)?.code).toBe('next_step_half')
    expect(unfitStep({ ...step, next_step: null }, before, today)?.code).toBe('next_step_half')
    const nothing = { ...step, next_step: null, next_on: null }
    expect(unfitStep(nothing, before, today)?.code).toBe('next_step_missing')
    expect(unfitStep({ ...nothing, stage: 'operating' }, before, today)).toBeUndefined()
    expect(unfitStep(step, { ...before, stage: 'withdrawn' }, today)?.code).toBe('candidate_over')
  })

  test('that makes components says which, each once', () => {
    expect(unfitClasses({ kind: 'brand', component_classes: [] })).toBeUndefined()
    expect(unfitClasses({ kind: 'component_maker', component_classes: ['camera'] })).toBeUndefined()
    expect(unfitClasses({ kind: 'component_maker', component_classes: [] })?.code).toBe('candidate_classes')
    expect(unfitClasses({ kind: 'brand', component_classes: ['camera', 'camera'] })?.code).toBe('candidate_classes')
  })
})
