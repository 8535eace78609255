import { describe, expect, it } from 'vitest'
import { engineFor, measure, parameter, provision, requirement, said } from '../lamps-fixture.ts'

const EVENTS = `
tested_on: { unit: date, event: true }
sold_on: { unit: date }
rebate: { unit: PKR, event: true }
price: { unit: PKR }
approved: { unit: boolean, event: true }
open: { unit: boolean }
form: { categories: [plug, bulb], event: true }
lamps:
  key: lamp
  lines:
    lamp: { text: true, describes: true }
    sold: { unit: count }
    checked_on: { unit: date, event: true }
    bonus: { unit: PKR, event: true }
`

describe('an event that has not happened', () => {
  const engine = engineFor({
    vocabulary: EVENTS,
    parameters:
      parameter('grace', 'days', '{ 2026-01-01: 10 days }') +
      parameter('rate', 'percent', '{ 2026-01-01: { plug: 10%, bulb: 20% } }', 'by: [form]\nseen_on: 2026-01-01'),
    provisions:
      requirement('in_time', 'tested_on <= sold_on') +
      requirement('late', 'tested_on > sold_on') +
      requirement('same', 'tested_on = sold_on') +
      requirement('other', 'tested_on != sold_on') +
      requirement('not_in_time', 'not tested_on <= sold_on') +
      requirement('happened', 'tested_on is known') +
      requirement('not_happened', 'tested_on is not known') +
      measure('graced_until', 'tested_on + grace') +
      measure('days_between', 'sold_on - tested_on') +
      measure('net', 'price - rebate') +
      measure('turned', '-rebate') +
      measure('lesser', 'min(price, rebate)') +
      measure('shared', 'rebate / price') +
      measure('by_form', 'rate[form] * price') +
      measure('bonuses', 'sum of bonus over lamps') +
      measure('last_check', 'max of checked_on over lamps') +
      measure('unchecked', 'count over lamps where checked_on is not known') +
      measure('sold_unchecked', 'sum of sold over lamps where not checked_on <= sold_on'),
  })
  const none = { tested_on: 'none', sold_on: '2026-05-01', rebate: 'none', price: 'PKR 100', form: 'none' }

  it.each(['in_time', 'late', 'same', 'other'])('makes every comparison false: %s', (name) => {
    expect(said(engine, name, none)).toBe('not met')
  })

  it('so that the opposite of a comparison is true', () => {
    expect(said(engine, 'not_in_time', none)).toBe('met')
  })

  it('is known not to be known', () => {
    expect(said(engine, 'happened', none)).toBe('not met')
    expect(said(engine, 'not_happened', none)).toBe('met')
    expect(said(engine, 'happened', { tested_on: '2026-05-01' })).toBe('met')
    expect(said(engine, 'happened', {})).toBe('undetermined, needs tested_on')
    expect(said(engine, 'not_happened', {})).toBe('undetermined, needs tested_on')
  })

  it.each(['graced_until', 'days_between', 'net', 'turned', 'lesser', 'shared', 'by_form'])(
    'gives none in arithmetic: %s',
    (name) => {
      expect(said(engine, name, none)).toBe('none')
    },
  )

  it.each(['days_between', 'net', 'lesser', 'shared', 'by_form'])(
    'and does so whatever else is missing: %s',
    (name) => {
      expect(said(engine, name, { tested_on: 'none', rebate: 'none', form: 'none' })).toBe('none')
    },
  )

  it('is undetermined only when it is left out', () => {
    expect(said(engine, 'in_time', { sold_on: '2026-05-01' })).toBe('undetermined, needs tested_on')
    expect(said(engine, 'net', { price: 'PKR 100' })).toBe('undetermined, needs rebate')
  })

  it('in one line makes the sum over all lines none, as the arithmetic would', () => {
    const lamp = (name: string, bonus: string): Record<string, string> => ({
      lamp: name,
      sold: '2',
      bonus,
      checked_on: bonus === 'none' ? 'none' : '2026-04-01',
    })
    expect(said(engine, 'bonuses', { lamps: [lamp('a', 'PKR 1'), lamp('b', 'PKR 2')] })).toBe('PKR 3')
    expect(said(engine, 'bonuses', { lamps: [lamp('a', 'PKR 1'), lamp('b', 'none')] })).toBe('none')
    expect(said(engine, 'last_check', { lamps: [lamp('a', 'PKR 1'), lamp('b', 'none')] })).toBe('none')
    expect(said(engine, 'unchecked', { lamps: [lamp('a', 'PKR 1'), lamp('b', 'none'), lamp('c', 'none')] })).toBe('2')
    expect(said(engine, 'sold_unchecked', { ...none, lamps: [lamp('a', 'PKR 1'), lamp('b', 'none')] })).toBe('2')
  })
})

describe('a condition that has not come about', () => {
  const engine = engineFor({
    vocabulary: EVENTS,
    parameters: parameter(
      'exempt',
      'boolean',
      '{ 2026-01-01: { plug: true, bulb: none } }',
      'by: [form]\nseen_on: 2026-01-01',
    ),
    provisions:
      requirement('plain', 'approved') +
      requirement('with_another', 'approved and open') +
      requirement('another_first', 'open and approved') +
      requirement('or_another', 'approved or open') +
      requirement('opposite', 'not approved') +
      requirement('laid_down', 'exempt[form] and open') +
      provision('entitlement', 'grant', 'when: approved\namount: price\nround: exact') +
      provision('entitlement', 'grant_unless', 'unless: approved\namount: price\nround: exact') +
      'fee:\n  kind: measure\n  cases:\n    - { when: approved, amount: price }\n    - { otherwise: 0 }\n' +
      measure('fees', 'sum of sold over lamps where approved'),
  })
  const facts = { approved: 'none', open: 'true', price: 'PKR 7', form: 'bulb', lamps: [{ lamp: 'a', sold: '4' }] }

  it.each([
    ['plain', 'not met'],
    ['with_another', 'not met'],
    ['another_first', 'not met'],
    ['or_another', 'met'],
    ['opposite', 'met'],
    ['laid_down', 'not met'],
    ['grant', 'none'],
    ['grant_unless', 'PKR 7'],
    ['fee', 'PKR 0'],
    ['fees', '0'],
  ])('does not hold: %s is %s', (name, expected) => {
    expect(said(engine, name, facts)).toBe(expected)
  })

  it.each([
    ['plain', 'met'],
    ['with_another', 'met'],
    ['opposite', 'not met'],
    ['laid_down', 'met'],
    ['grant', 'PKR 7'],
    ['grant_unless', 'none'],
    ['fee', 'PKR 7'],
    ['fees', '4'],
  ])('and holds when it has: %s is %s', (name, expected) => {
    expect(said(engine, name, { ...facts, approved: 'true', form: 'plug' })).toBe(expected)
  })
})

describe('a cell by which the law imposes nothing', () => {
  const engine = engineFor({
    vocabulary: 'form: { categories: [plug, bulb, tube] }\nprice: { unit: PKR }\nsold_on: { unit: date }\n',
    parameters:
      parameter(
        'duty',
        'PKR',
        '{ 2026-01-01: { plug: PKR 5, bulb: none, tube: unknown } }',
        'by: [form]\nseen_on: 2026-01-01',
      ) +
      parameter(
        'duty_rate',
        'percent',
        '{ 2026-01-01: { plug: 5%, bulb: none, tube: unknown } }',
        'by: [form]\nseen_on: 2026-01-01',
      ) +
      parameter(
        'deadline',
        'date',
        '{ 2026-01-01: { plug: 2026-06-30, bulb: none, tube: unknown } }',
        'by: [form]\nseen_on: 2026-01-01',
      ),
    provisions:
      requirement('imposed', 'duty[form] is known') +
      requirement('at_least', 'price >= duty[form]') +
      requirement('below', 'price < duty[form]') +
      requirement('in_time', 'sold_on <= deadline[form]') +
      measure('with_duty', 'price + duty[form]') +
      measure('less_duty', 'price - duty[form]') +
      measure('rated', 'duty_rate[form] * price') +
      measure('part', 'duty[form] / price') +
      measure('into', 'price / duty[form]') +
      measure('greater', 'max(price, duty[form])') +
      provision('liability', 'charge', 'amount: duty[form]\nround: exact') +
      measure('with_charge', 'price + charge'),
  })
  const bulb = { form: 'bulb', price: 'PKR 8', sold_on: '2026-05-01' }

  it.each([
    ['imposed', 'not met'],
    ['at_least', 'met'],
    ['below', 'not met'],
    ['in_time', 'not met'],
    ['with_duty', 'PKR 8'],
    ['less_duty', 'PKR 8'],
    ['rated', 'none'],
    ['part', 'none'],
    ['into', 'refused, duty[form] (division_by_zero)'],
    ['greater', 'PKR 8'],
    ['charge', 'none'],
    ['with_charge', 'PKR 8'],
  ])('is zero in a sum and in a comparison, and none in a product: %s is %s', (name, expected) => {
    expect(said(engine, name, bulb)).toBe(expected)
  })

  it.each([
    ['imposed', 'met'],
    ['in_time', 'met'],
    // 8 + 5; 5% of 8; 5 / 8
    ['with_duty', 'PKR 13'],
    ['rated', 'PKR 0.4'],
    ['part', '62.5%'],
  ])('where there is a value it counts: %s is %s', (name, expected) => {
    expect(said(engine, name, { ...bulb, form: 'plug' })).toBe(expected)
  })

  it.each(['imposed', 'at_least', 'with_duty', 'greater', 'charge', 'with_charge'])(
    'where the law is not known, %s is refused',
    (name) => {
      expect(said(engine, name, { ...bulb, form: 'tube' })).toBe('refused, duty (unknown_cell)')
    },
  )

  it('nothing times what nobody knows is still nothing', () => {
    expect(said(engine, 'rated', { form: 'bulb' })).toBe('none')
    expect(said(engine, 'rated', { form: 'plug' })).toBe('undetermined, needs price')
  })
})
