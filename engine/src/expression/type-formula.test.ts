import { describe, expect, it } from 'vitest'
import { complaintsAbout, engineFor, measure, parameter, provision, requirement } from '../lamps-fixture.ts'
import { describeType } from '../value/type.ts'

const VOCABULARY = `
price: { unit: PKR }
cost: { unit: USD }
rate_of_exchange: { unit: PKR per USD }
share: { unit: percent }
made: { unit: count }
factor: { unit: number }
held: { unit: days }
sold_on: { unit: date }
tested_on: { unit: date, event: true }
open: { unit: boolean }
form: { categories: [plug, bulb] }
shape: { categories: [round, square] }
note: { text: true }
lamps:
  key: lamp
  lines:
    lamp: { text: true }
    value: { unit: PKR }
    kind_of_lamp: { categories: [desk, wall] }
`

const PARAMETERS =
  parameter('fee', 'PKR', '{ 2026-01-01: PKR 5 }') +
  parameter('target', 'percent', '{ 2026-01-01: { plug: 10%, bulb: 20% } }', 'by: [form]\nseen_on: 2026-01-01') +
  parameter('by_open', 'percent', '{ 2026-01-01: { true: 10%, false: 20% } }', 'by: [open]\nseen_on: 2026-01-01') +
  parameter('by_made', 'percent', '{ 2026-01-01: { 1: 10% } }', 'by: [count]\nseen_on: 2026-01-01') +
  parameter('by_cost', 'percent', '{ 2026-01-01: { above: 10% } }', 'by: [band of USD]\nseen_on: 2026-01-01') +
  parameter('month', 'months', '{ 2026-01-01: 1 month }') +
  parameter('ninety', 'days', '{ 2026-01-01: 90 days }')

const OTHERS =
  requirement('is_open', 'open') +
  requirement('dear', 'value > 0', 'per: lamps') +
  measure('line_value', 'value', 'per: lamps') +
  measure('per_shape', 'target[plug]', 'per: shape')

/** Column 12 is where the formula begins, behind `  amount: '`. */
function complaintsOf(formula: string): readonly string[] {
  return complaintsAbout({
    vocabulary: VOCABULARY,
    parameters: PARAMETERS,
    provisions: measure('asked', formula) + OTHERS,
  })
}

describe('what does not mix does not load', () => {
  it.each([
    ['price + held', 12, "'price + held' mixes an amount in PKR and a number of days with '+'."],
    ['price > held', 12, "'price > held' compares an amount in PKR with a number of days."],
    ['price - cost', 12, "'price - cost' mixes an amount in PKR and an amount in USD with '-'."],
    ['price >= cost', 12, "'price >= cost' compares an amount in PKR with an amount in USD."],
    ['share + made', 12, "'share + made' mixes a rate in percent and a count"],
    ['share >= made', 12, 'compares a rate in percent with a count'],
    ['price + 1', 12, "'price + 1' mixes an amount in PKR and a number"],
    ['held + 1', 12, "'held + 1' mixes a number of days and a number"],
    ['held = 1', 12, 'compares a number of days with a number'],
    [
      'price + cost * rate_of_exchange * rate_of_exchange',
      12,
      'mixes an amount in PKR and an amount in PKR PKR per USD',
    ],
    ['sold_on + 1', 12, "mixes a date and a number with '+'"],
    ['sold_on + sold_on', 12, "mixes a date and a date with '+'"],
    ['ninety - sold_on', 12, "mixes a number of days and a date with '-'"],
    ['sold_on * 1', 12, "mixes a date and a number with '*'"],
    ['sold_on > held', 12, 'compares a date with a number of days'],
    ['form = round', 19, "'round' is a member of 'shape'. Compare it with one: 'shape = round'."],
    ['form = shape', 12, "'form = shape' compares a form with a shape."],
    ['form < plug', 12, 'asks which of two is larger, but a form has no order. Use = or !=.'],
    ['open >= open', 12, 'asks which of two is larger, but a condition (true or false) has no order'],
    ['form = open', 12, 'compares a form with a condition (true or false)'],
    ['plug', 12, "'plug' is a member of 'form'. Compare it with one: 'form = plug'."],
    ['not price', 16, "'not' takes a condition (true or false); 'price' is an amount in PKR."],
    ['open and price', 21, "'and' takes a condition (true or false); 'price' is an amount in PKR."],
    ['made or open', 12, "'or' takes a condition"],
    ['-open', 12, 'Only a number has a negative; this is a condition (true or false).'],
    ['-sold_on', 12, 'Only a number has a negative; this is a date.'],
    ['min(price, held)', 12, "'min(price, held)' mixes an amount in PKR and a number of days."],
    ['max(open)', 12, "'max' takes numbers or dates, not a condition (true or false)."],
    ['sum of kind_of_lamp over lamps', 12, 'A sum adds numbers, not a kind_of_lamp.'],
    ['sum of sold_on over lamps', 12, 'A sum adds numbers, not a date.'],
    ['max of kind_of_lamp over lamps', 12, "'max of' takes numbers or dates, not a kind_of_lamp."],
    [
      'sum of value over lamps where value',
      42,
      "'where' takes a condition (true or false); 'value' is an amount in PKR.",
    ],
    ['month + month = month', 12, 'mixes a number of months and a number of months'],
    ['note = note', 12, "'note' is a free text, which no formula may use."],
  ])('%s', (formula, column, sentence) => {
    const [found, ...others] = complaintsOf(formula)
    expect(others).toEqual([])
    expect(found).toContain(`main/provisions.yaml:3:${column}: `)
    expect(found).toContain(sentence)
  })
})

describe('what is not known does not load', () => {
  it.each([
    ['prise + fee', 12, "Nothing is called 'prise'. Did you mean 'price'?"],
    ['fee + prise', 18, "Did you mean 'price'?"],
    ['assesment_date', 12, "Did you mean 'assessment_date'?"],
    ['qqqqqq', 12, "Nothing is called 'qqqqqq'."],
    ['constructor', 12, "Nothing is called 'constructor'."],
    ['value', 12, "'value' is a column of 'lamps': it has a value for each line."],
    ['lamps', 12, "'lamps' is a group of lines, not a value."],
    ['is_open', 12, "'is_open' is a requirement: say 'is_open is met'."],
    ['asked is met', 12, 'a circle'],
    ['line_value is met', 12, "Only a requirement can be met; 'line_value' is a measure."],
    ['fee is met', 12, "Nothing is called 'fee'."],
    ['dear is met', 12, "'dear' has a value for each line of 'lamps'."],
    ['line_value', 12, "'line_value' has a value for each line of 'lamps'."],
    ['every is_open is met', 12, "'is_open' has one outcome; say 'is_open is met'."],
    ['target', 12, "'target' is a table: say for which form, as in 'target[…]'."],
    ['target[plug, bulb]', 12, "'target' is looked up by form; this gives 2 keys."],
    ['fee[plug]', 12, "'fee' is looked up by no key; this gives 1 key."],
    ['target[round]', 19, "'round' is a member of 'shape'."],
    ['target[shape]', 19, "'target' is looked up by form; 'shape' is a shape."],
    ['by_open[made]', 20, "'by_open' is looked up by open; 'made' is a count."],
    ['by_made[share]', 20, "'by_made' is looked up by count; 'share' is a rate in percent."],
    ['by_cost[price]', 20, "'by_cost' is looked up by an amount in USD; 'price' is an amount in PKR."],
    ['tarket[plug]', 12, "no parameter is called 'tarket'. Did you mean 'target'?"],
    ['price[plug]', 12, "no parameter is called 'price'."],
    ['fee on price', 12, "'on price' names a date; 'price' is an amount in PKR."],
    ['fee on soldon', 12, "Nothing is called 'soldon'. Did you mean 'sold_on'?"],
    ['count over lamp', 12, "no group of lines is called 'lamp'. Did you mean 'lamps'?"],
    ['count over each fom', 12, "no category is called 'fom'. Did you mean 'form'?"],
    ['count over each lamps', 12, "no category is called 'lamps'."],
    ['open is known', 12, "'open' is never none, so asking whether it is known decides nothing."],
    ['price + fee is known', 12, "'price + fee' is never none"],
  ])('%s', (formula, column, sentence) => {
    const found = complaintsOf(formula)
    expect(found[0]).toContain(`main/provisions.yaml:3:${column}: `)
    expect(found[0]).toContain(sentence)
  })
})

describe('circles', () => {
  it('of two measures are named in full, where the second closes it', () => {
    const found = complaintsAbout({
      vocabulary: VOCABULARY,
      provisions: measure('first', 'price + second') + measure('second', 'price + first'),
    })
    expect(found).toEqual([
      "main/provisions.yaml:6:20: 'first' needs 'second' needs 'first': a circle. One of them must be found without the others.",
    ])
  })

  it('of one with itself, and through a requirement, a guard or a line', () => {
    expect(complaintsAbout({ vocabulary: VOCABULARY, provisions: measure('own', 'own + price') })).toEqual([
      expect.stringContaining("'own' needs 'own': a circle."),
    ])
    const guarded =
      provision('entitlement', 'grant', 'when: enough is met\namount: price\nround: exact') +
      requirement('enough', 'grant > 0')
    expect(complaintsAbout({ vocabulary: VOCABULARY, provisions: guarded })).toEqual([
      expect.stringContaining("'grant' needs 'enough' needs 'grant': a circle."),
    ])
    const lines =
      measure('each_line', 'value + all_lines', 'per: lamps') + measure('all_lines', 'sum of each_line over lamps')
    expect(complaintsAbout({ vocabulary: VOCABULARY, provisions: lines })).toEqual([
      expect.stringContaining("'each_line' needs 'all_lines' needs 'each_line': a circle."),
    ])
  })

  it('a later provision may be used by an earlier one', () => {
    expect(
      complaintsAbout({
        vocabulary: VOCABULARY,
        provisions: measure('first', 'price + second') + measure('second', 'price'),
      }),
    ).toEqual([])
  })

  it('one wrong formula is one complaint, also when others build on it', () => {
    const provisions =
      measure('first', 'second + price') + requirement('third', 'first > 0') + measure('second', 'prise')
    expect(complaintsAbout({ vocabulary: VOCABULARY, provisions })).toEqual([
      expect.stringContaining("main/provisions.yaml:11:12: Nothing is called 'prise'."),
    ])
  })
})

describe('dates that may not exist', () => {
  it.each(['sold_on + month', 'month + sold_on', 'sold_on - month'])(
    '%s must say what becomes of 31 January',
    (formula) => {
      expect(complaintsOf(formula)).toEqual([
        expect.stringMatching(
          /^main\/provisions\.yaml:3:12: '.*' can fall on a day that does not exist \(31 January and one month\)\. Say 'ambiguous_dates: earlier' or 'later'/,
        ),
      ])
      expect(
        complaintsAbout({
          vocabulary: VOCABULARY,
          parameters: PARAMETERS,
          provisions: measure('asked', formula, 'ambiguous_dates: later'),
        }),
      ).toEqual([])
    },
  )

  it('days are never ambiguous', () => {
    expect(complaintsOf('sold_on + ninety')).toEqual([])
  })
})

describe('what does mix', () => {
  it.each([
    ['cost * rate_of_exchange', 'an amount in PKR'],
    ['price / rate_of_exchange', 'an amount in USD'],
    ['price / price', 'a rate in percent'],
    ['(price - 0) / price', 'a rate in percent'],
    ['1 - share', 'a rate in percent'],
    ['made * price', 'an amount in PKR'],
    ['made + 1', 'a count'],
    ['held + 1 day', 'a number of days'],
    ['sold_on - tested_on', 'a number of days'],
    ['sold_on + ninety', 'a date'],
    ['max(sold_on, tested_on)', 'a date'],
    ['max(0, price)', 'an amount in PKR'],
    ['0 = price', 'a condition (true or false)'],
    ['plug = form', 'a condition (true or false)'],
    ['form != plug', 'a condition (true or false)'],
    ['open = true', 'a condition (true or false)'],
    ['tested_on is known', 'a condition (true or false)'],
    ['target[form] is known', 'a condition (true or false)'],
    ['count over lamps', 'a count'],
    ['sum of value over lamps where kind_of_lamp = desk', 'an amount in PKR'],
    ['sum of line_value over lamps where dear is met', 'an amount in PKR'],
    ['sum of target[form] over each form', 'a rate in percent'],
    ['per_shape', 'a rate in percent'],
    ['by_cost[price / rate_of_exchange]', 'a rate in percent'],
    ['0', 'a number'],
  ])('%s is %s', (formula, type) => {
    const engine = engineFor({
      vocabulary: VOCABULARY,
      parameters: PARAMETERS,
      provisions: measure('asked', formula) + OTHERS,
    })
    const typed = engine.programme.typed.provisions.get('asked')
    expect(typed === undefined ? '' : describeType(typed.type)).toBe(type)
  })
})
