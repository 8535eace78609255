import { describe, expect, it } from 'vitest'
import { formatDay } from '../value/date.ts'
import { engineFor, finding, measure, parameter, provision, requirement, said } from '../lamps-fixture.ts'

describe('a requirement', () => {
  const engine = engineFor({
    vocabulary: 'asked: { unit: boolean }\nexcused: { unit: boolean }\ndone: { unit: boolean }\n',
    provisions:
      requirement('plain', 'done') +
      requirement('conditional', 'done', 'when: asked') +
      requirement('excusable', 'done', 'unless: excused') +
      requirement('whole', 'done', 'when: asked\nunless: excused'),
  })

  it.each([
    // asked, excused, done → plain, conditional, excusable, whole
    ['true', 'false', 'true', 'met', 'met', 'met', 'met'],
    ['true', 'false', 'false', 'not met', 'not met', 'not met', 'not met'],
    ['false', 'false', 'false', 'not met', 'met', 'not met', 'met'],
    ['true', 'true', 'false', 'not met', 'not met', 'met', 'met'],
    ['false', 'true', 'false', 'not met', 'met', 'met', 'met'],
  ])('asked %s, excused %s, done %s', (asked, excused, done, ...expected) => {
    expect(
      ['plain', 'conditional', 'excusable', 'whole'].map((name) => said(engine, name, { asked, excused, done })),
    ).toEqual(expected)
  })

  it('that is done is met, though nobody knows whether it was asked', () => {
    expect(said(engine, 'whole', { done: 'true' })).toBe('met')
    expect(said(engine, 'whole', { asked: 'false' })).toBe('met')
    expect(said(engine, 'whole', { excused: 'true' })).toBe('met')
    expect(said(engine, 'whole', { done: 'false', asked: 'true' })).toBe('undetermined, needs excused')
    expect(said(engine, 'whole', {})).toBe('undetermined, needs asked and excused and done')
  })
})

describe('an entitlement and a liability', () => {
  const engine = engineFor({
    vocabulary: 'price: { unit: PKR }\nasked: { unit: boolean }\nexcused: { unit: boolean }\n',
    parameters: parameter('rate', 'percent', '{ 2026-01-01: 12.5% }'),
    provisions:
      provision('entitlement', 'grant', 'when: asked\nunless: excused\namount: rate * price\nround: down to PKR 1') +
      provision('liability', 'fee', 'amount: rate * price\nround: up to PKR 1') +
      provision('liability', 'near_fee', 'amount: rate * price\nround: half up to PKR 1') +
      provision('liability', 'even_fee', 'amount: rate * price\nround: half even to PKR 1') +
      provision('liability', 'exact_fee', 'amount: rate * price\nround: exact') +
      provision('liability', 'share', 'amount: rate') +
      measure('both', 'grant + fee'),
  })
  // 12.5% of 20 is 2.50, of 28 is 3.50, of 20.04 is 2.505
  it.each([
    ['PKR 20', 'PKR 2', 'PKR 3', 'PKR 3', 'PKR 2', 'PKR 2.5'],
    ['PKR 28', 'PKR 3', 'PKR 4', 'PKR 4', 'PKR 4', 'PKR 3.5'],
    ['PKR 20.04', 'PKR 2', 'PKR 3', 'PKR 3', 'PKR 3', 'PKR 2.505'],
    ['PKR 16', 'PKR 2', 'PKR 2', 'PKR 2', 'PKR 2', 'PKR 2'],
  ])('round as the law says: on %s', (price, ...expected) => {
    const facts = { price, asked: 'true', excused: 'false' }
    expect(['grant', 'fee', 'near_fee', 'even_fee', 'exact_fee'].map((name) => said(engine, name, facts))).toEqual(
      expected,
    )
  })

  it('what is not due is none, counts as zero in a sum, and asks for nothing', () => {
    expect(said(engine, 'grant', { asked: 'false' })).toBe('none')
    expect(said(engine, 'grant', { asked: 'true', excused: 'true' })).toBe('none')
    expect(said(engine, 'both', { asked: 'false', price: 'PKR 20' })).toBe('PKR 3')
  })

  it('what may be due is undetermined, and says what both its condition and its amount lack', () => {
    expect(said(engine, 'grant', { asked: 'true' })).toBe('undetermined, needs excused and price')
    expect(said(engine, 'grant', { asked: 'true', price: 'PKR 20' })).toBe('undetermined, needs excused')
  })

  it('that is not money need not round', () => {
    expect(said(engine, 'share', {})).toBe('12.5%')
  })
})

describe('a sanction', () => {
  const engine = engineFor({
    vocabulary:
      'failed: { unit: boolean }\nserved_on: { unit: date, event: true }\ncured_on: { unit: date, event: true }\nprice: { unit: PKR }\n',
    parameters: parameter('cure_period', 'days', '{ 2026-01-01: 90 days }'),
    provisions:
      measure('cure_ends_on', 'served_on + cure_period') +
      provision(
        'sanction',
        'suspension',
        'when: failed\nunless: cured_on <= cure_ends_on\neffect: suspend licence\nfrom: cure_ends_on + 1 day',
      ) +
      provision(
        'sanction',
        'penalty',
        'when: failed\nunless: cured_on <= cure_ends_on\namount: price\nround: down to PKR 1\neffect: impose penalty\nfrom: cure_ends_on + 1 day',
      ),
  })
  const facts = { failed: 'true', served_on: '2027-09-01', cured_on: 'none', price: 'PKR 5.90' }

  it('begins on the day after the time to cure, 1 September + 90 days being 30 November', () => {
    expect(said(engine, 'suspension', facts)).toBe('from 2027-12-01')
    expect(said(engine, 'penalty', facts)).toBe('PKR 5 from 2027-12-01')
    const { from } = finding(engine, 'penalty', facts)
    expect(from === undefined ? undefined : formatDay(from)).toBe('2027-12-01')
  })

  it.each([
    ['no failure', { failed: 'false' }, 'none'],
    ['no notice', { served_on: 'none' }, 'none'],
    ['no notice, and nobody knows of a failure', { served_on: 'none', failed: undefined }, 'none'],
    ['cured on the last day', { cured_on: '2027-11-30' }, 'none'],
    ['cured a day late', { cured_on: '2027-12-01' }, 'from 2027-12-01'],
    ['nobody knows whether it was cured', { cured_on: undefined }, 'undetermined, needs cured_on'],
    ['nobody knows whether a notice was served', { served_on: undefined }, 'undetermined, needs served_on'],
    ['nobody knows of a failure', { failed: undefined }, 'undetermined, needs failed'],
  ])('%s', (_, change, expected) => {
    const changed = Object.fromEntries(
      Object.entries({ ...facts, ...change }).filter(([, value]) => value !== undefined),
    )
    expect(said(engine, 'suspension', changed)).toBe(expected)
    expect(said(engine, 'penalty', changed)).toBe(expected.startsWith('from') ? `PKR 5 ${expected}` : expected)
  })
})

describe('cases', () => {
  const engine = engineFor({
    vocabulary: 'price: { unit: PKR }\nform: { categories: [plug, bulb, tube] }\nlarge: { unit: boolean }\n',
    provisions: `
fee:
  kind: measure
  cases:
    - { when: form = plug, amount: price }
    - { when: form = plug or large, amount: price + price }
    - { otherwise: 0 }
${measure('by_case', 'fee')}`,
  })

  it('the first that holds is taken', () => {
    expect(said(engine, 'fee', { form: 'plug', large: 'true', price: 'PKR 5' })).toBe('PKR 5')
    expect(said(engine, 'fee', { form: 'tube', large: 'true', price: 'PKR 5' })).toBe('PKR 10')
    expect(said(engine, 'fee', { form: 'tube', large: 'false' })).toBe('PKR 0')
  })

  it('one that may hold makes the whole undetermined, whatever the later ones say', () => {
    expect(said(engine, 'fee', { form: 'tube', price: 'PKR 5' })).toBe('undetermined, needs large')
    expect(said(engine, 'fee', { price: 'PKR 5' })).toBe('undetermined, needs form')
    expect(said(engine, 'fee', { form: 'plug' })).toBe('undetermined, needs price')
  })
})

describe('what has a value for each line', () => {
  const engine = engineFor({
    vocabulary: `
year: { unit: count }
models:
  key: model
  lines:
    model: { text: true, describes: true }
    price: { unit: PKR }
    imported: { unit: PKR }
    electric: { unit: boolean }
`,
    parameters: parameter(
      'target',
      'percent',
      '{ 2026-01-01: { true: 10%, false: 30% } }',
      'by: [electric]\nseen_on: 2026-01-01',
    ),
    provisions:
      measure('local_rate', '(price - imported) / price', 'per: models\nround: half even to 0.01%') +
      requirement('local_enough', 'local_rate >= target[electric]', 'per: models') +
      requirement('dear', 'price > 0', 'per: models') +
      requirement('all_local', 'every local_enough is met') +
      requirement('not_all_local', 'every local_enough is not met') +
      measure('failing', 'count over models where local_enough is not met') +
      measure('least_rate', 'min of local_rate over models') +
      measure('dear_and_local', 'sum of price over models where local_enough is met and dear is met'),
  })
  const model = (name: string, imported: string, electric = 'false'): Record<string, string> => ({
    model: name,
    price: 'PKR 100',
    imported: `PKR ${imported}`,
    electric,
  })

  it('is asked line by line', () => {
    // 70 of 100 imported is 30% local, 71 is 29%; with a motor 90 is 10%
    const models = [model('a', '70'), model('b', '71'), model('c', '90', 'true')]
    expect(said(engine, 'all_local', { models })).toBe('not met')
    expect(said(engine, 'not_all_local', { models })).toBe('met')
    expect(said(engine, 'failing', { models })).toBe('1')
    expect(said(engine, 'least_rate', { models })).toBe('10%')
    expect(said(engine, 'dear_and_local', { models })).toBe('PKR 200')
  })

  it('the law’s own rounding decides: 70.005 leaves 29.995%, which is even at 30.00%; 70.015 leaves 29.985%, at 29.98%', () => {
    expect(said(engine, 'all_local', { models: [model('a', '70.005')] })).toBe('met')
    expect(said(engine, 'all_local', { models: [model('a', '70.015')] })).toBe('not met')
  })

  it('of no lines every one is met; of lines that are left out nothing is known', () => {
    expect(said(engine, 'all_local', { models: [] })).toBe('met')
    expect(said(engine, 'all_local', {})).toBe('undetermined, needs models')
  })

  it('one failure is enough, whatever is missing of the others', () => {
    expect(said(engine, 'all_local', { models: [{ model: 'x', electric: 'false' }, model('b', '71')] })).toBe('not met')
    expect(said(engine, 'all_local', { models: [{ model: 'x', electric: 'false' }, model('b', '70')] })).toBe(
      'undetermined, needs models[1].price and models[1].imported',
    )
  })

  it('has no finding of its own', () => {
    expect(() => finding(engine, 'local_rate', { models: [] })).toThrow('no finding')
  })
})
