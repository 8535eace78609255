import { describe, expect, it } from 'vitest'
import { engineFor, measure, parameter, requirement, said } from '../lamps-fixture.ts'

describe('over lines', () => {
  const engine = engineFor({
    vocabulary: `
price: { unit: PKR }
lamps:
  key: lamp
  lines:
    lamp: { text: true, describes: true }
    form: { categories: [plug, bulb, tube] }
    sold: { unit: count }
    value: { unit: PKR }
    sold_on: { unit: date }
`,
    parameters:
      parameter(
        'duty',
        'percent',
        '{ 2026-01-01: { plug: 10%, bulb: 20%, tube: none } }',
        'by: [form]\nseen_on: 2026-01-01',
      ) + parameter('dated', 'percent', '{ 2026-01-01: 1%, 2027-01-01: 2% }'),
    provisions:
      measure('sum_of', 'sum of sold * value over lamps') +
      measure('largest', 'max of value over lamps') +
      measure('smallest', 'min of value over lamps') +
      measure('first_sale', 'min of sold_on over lamps') +
      measure('how_many', 'count over lamps') +
      measure('plugs', 'count over lamps where form = plug') +
      measure('dutied', 'sum of duty[form] * value over lamps') +
      measure('dated_sum', 'sum of dated on sold_on over lamps') +
      measure('mean', '(sum of value over lamps) / (count over lamps)') +
      measure('shared', 'price / (sum of value over lamps where form = bulb)') +
      measure('above_price', 'count over lamps where value > price'),
  })
  const lamps = [
    { lamp: 'a', form: 'plug', sold: '2', value: 'PKR 10', sold_on: '2026-03-01' },
    { lamp: 'b', form: 'bulb', sold: '3', value: 'PKR 0.5', sold_on: '2026-02-01' },
    { lamp: 'c', form: 'tube', sold: '1', value: 'PKR 7', sold_on: '2027-01-01' },
  ]

  it.each([
    // 2 × 10 + 3 × 0.5 + 1 × 7; 10% × 10 + 20% × 0.5 + nothing; 1% + 1% + 2%; 17.5 / 3
    ['sum_of', 'PKR 28.5'],
    ['largest', 'PKR 10'],
    ['smallest', 'PKR 0.5'],
    ['first_sale', '2026-02-01'],
    ['how_many', '3'],
    ['plugs', '1'],
    ['dutied', 'PKR 1.1'],
    ['dated_sum', '4%'],
    ['mean', '≈ PKR 5.8333'],
  ])('%s is %s', (name, expected) => {
    expect(said(engine, name, { lamps })).toBe(expected)
  })

  it('a sum of nothing is zero, and so is a count', () => {
    expect(said(engine, 'sum_of', { lamps: [] })).toBe('PKR 0')
    expect(said(engine, 'how_many', { lamps: [] })).toBe('0')
    expect(said(engine, 'plugs', { lamps: lamps.slice(1) })).toBe('0')
  })

  it('the least and the most of nothing are refused', () => {
    expect(said(engine, 'largest', { lamps: [] })).toBe('refused, max of (empty_extreme)')
    expect(said(engine, 'smallest', { lamps: [] })).toBe('refused, min of (empty_extreme)')
  })

  it('a division by zero names the divisor as it was written', () => {
    expect(said(engine, 'mean', { lamps: [] })).toBe('refused, count over lamps (division_by_zero)')
    expect(said(engine, 'shared', { lamps: [], price: 'PKR 1' })).toBe(
      'refused, sum of value over lamps where form = bulb (division_by_zero)',
    )
  })

  it('lines that are left out are missing, which is not the same as none', () => {
    for (const name of ['sum_of', 'largest', 'how_many', 'plugs', 'mean'])
      expect(said(engine, name, {})).toBe('undetermined, needs lamps')
  })

  it('a guard that is not known leaves all undetermined, and a fact outside the lines is named once', () => {
    expect(said(engine, 'above_price', { lamps })).toBe('undetermined, needs price')
    expect(said(engine, 'above_price', { lamps, price: 'PKR 6.99' })).toBe('2')
    expect(said(engine, 'plugs', { lamps: [...lamps, { lamp: 'd' }] })).toBe('undetermined, needs lamps[4].form')
  })
})

describe('a line that may or may not count', () => {
  const engine = engineFor({
    vocabulary:
      'lamps:\n  key: lamp\n  lines:\n    lamp: { text: true, describes: true }\n    counts: { unit: boolean }\n    bonus: { unit: PKR, event: true }\n',
    provisions: measure('bonuses', 'sum of bonus over lamps where counts'),
  })

  it('does not make the sum none while that is open', () => {
    expect(said(engine, 'bonuses', { lamps: [{ lamp: 'a', bonus: 'none' }] })).toBe(
      'undetermined, needs lamps[1].counts',
    )
    expect(said(engine, 'bonuses', { lamps: [{ lamp: 'a', bonus: 'none', counts: 'true' }] })).toBe('none')
    expect(said(engine, 'bonuses', { lamps: [{ lamp: 'a', bonus: 'none', counts: 'false' }] })).toBe('PKR 0')
  })
})

describe('over each member of a category', () => {
  const engine = engineFor({
    vocabulary: `
extra: { unit: PKR }
lamps:
  key: form
  lines:
    form: { categories: [plug, bulb, tube] }
    value: { unit: PKR }
`,
    parameters:
      parameter(
        'fee',
        'PKR',
        '{ 2026-01-01: { plug: PKR 1, bulb: PKR 20, tube: none } }',
        'by: [form]\nseen_on: 2026-01-01',
      ) +
      parameter(
        'least',
        'PKR',
        '{ 2026-01-01: { plug: PKR 5, bulb: PKR 6, tube: PKR 7 } }',
        'by: [form]\nseen_on: 2026-01-01',
      ),
    provisions:
      measure('all_fees', 'sum of fee[form] over each form') +
      measure('imposed', 'count over each form where fee[form] is known') +
      measure('dearest', 'max of fee[form] over each form') +
      measure('not_plug', 'sum of fee[form] over each form where form != plug') +
      measure('raised', 'fee[form] + extra', 'per: form') +
      measure('raised_together', 'sum of raised over each form') +
      measure('raised_of_lines', 'sum of raised over lamps') +
      requirement('filed', '(sum of value over lamps) >= least[form]', 'per: form') +
      requirement('every_form_filed', 'every filed is met') +
      measure('filed_forms', 'count over each form where filed is met'),
  })

  it.each([
    ['all_fees', 'PKR 21'],
    ['imposed', '2'],
    ['dearest', 'PKR 20'],
    ['not_plug', 'PKR 20'],
    // (1 + 2) + (20 + 2) + (0 + 2)
    ['raised_together', 'PKR 27'],
    // (20 + 2) + (1 + 2)
    ['raised_of_lines', 'PKR 25'],
    ['every_form_filed', 'not met'],
    ['filed_forms', '2'],
  ])('%s is %s', (name, expected) => {
    const lamps = [
      { form: 'bulb', value: 'PKR 4' },
      { form: 'plug', value: 'PKR 2' },
    ]
    expect(said(engine, name, { extra: 'PKR 2', lamps })).toBe(expected)
  })

  it('all are met when the sum reaches the highest, 7', () => {
    expect(said(engine, 'every_form_filed', { lamps: [{ form: 'plug', value: 'PKR 7' }] })).toBe('met')
    expect(said(engine, 'every_form_filed', { lamps: [{ form: 'plug', value: 'PKR 6.99' }] })).toBe('not met')
  })
})
