import * as fc from 'fast-check'
import { assert } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../canonical/canonical.ts'
import { engineFor, factsFor, measure, requirement, SEED } from '../lamps-fixture.ts'
import { determine } from './determine.ts'
import { exact } from '../value/exact.ts'
import { parseDay } from '../value/date.ts'
import type { Outcome } from '../value/outcome.ts'
import { MOST_LINES, plainFacts, readFacts } from './facts.ts'

const engine = engineFor({
  vocabulary: `
price: { unit: PKR }
change: { unit: PKR, at_least: PKR -100, at_most: PKR 100 }
share: { unit: percent, at_most: 100% }
year: { unit: count, at_least: 1 }
rate: { unit: PKR per USD }
held: { unit: days }
open: { unit: boolean }
form: { categories: [plug, bulb, constructor] }
note: { text: true }
tested_on: { unit: date, event: true }
sold_on: { unit: date }
lamps:
  key: lamp
  lines:
    lamp: { text: true, describes: true }
    value: { unit: PKR }
by_number:
  key: number
  lines:
    number: { unit: count }
by_day:
  key: day
  lines:
    day: { unit: date, event: true }
`,
  provisions:
    measure('total', 'sum of value over lamps') +
    requirement('is_open', 'open') +
    measure('quotient', 'price / change'),
})

function held(input: unknown): Readonly<Record<string, unknown>> {
  return plainFacts(engine.programme.vocabulary, factsFor(engine, input))
}

function problemsOf(input: unknown): readonly string[] {
  const read = readFacts(engine.programme.vocabulary, input)
  return read.ok ? [] : read.problems.map((one) => `${one.path}: ${one.sentence}`)
}

describe('what is wrong with facts is told in Urdu as in English', () => {
  const { vocabulary } = engineFor({
    vocabulary:
      'price: { unit: PKR, at_most: PKR 9 }\nparts: { key: part, lines: { part: { text: true, describes: true } } }\n',
    provisions: measure('fee', 'price'),
  }).programme

  it.each([
    [{ prise: 'PKR 1' }, "پروگرام میں 'prise' نام کی کوئی حقیقت نہیں۔ کیا مراد 'price' ہے؟"],
    [{ price: 'PKR 10' }, "'price' زیادہ سے زیادہ PKR 9 ہے؛ یہاں PKR 10 ہے۔"],
    [{ price: '10%' }, "'10%' یہاں نہیں لکھا جا سکتا۔ اس طرح لکھیں: PKR 84.50۔"],
    [
      { price: 'none' },
      "'price' کی قدر none نہیں ہو سکتی: صرف کسی واقعے کے بارے میں معلوم ہو سکتا ہے کہ وہ پیش نہیں آیا۔",
    ],
    [{ parts: [{ part: 'a' }, { part: 'a' }] }, "'a' کی دوسری سطر؛ پہلی parts[1] ہے۔"],
    [{ parts: [{ pat: 'a' }] }, "'parts' میں 'pat' نام کا کوئی کالم نہیں۔ کیا مراد 'part' ہے؟"],
  ])('%j', (facts, urdu) => {
    const read = readFacts(vocabulary, facts)
    expect(read.ok ? [] : read.problems.map(({ ur }) => ur)).toEqual([urdu])
  })
})

describe('facts that are values already', () => {
  const given = (
    whole: readonly (readonly [string, Outcome])[],
    lines: readonly (readonly (Outcome | undefined)[])[] = [],
  ) =>
    readFacts(
      engine.programme.vocabulary,
      { tested_on: 'none' },
      { whole: new Map(whole), groups: new Map([['lamps', { columns: ['value', 'lamp'], lines }]]) },
    )

  it('are those that would be read from their texts, whatever the order of their columns', () => {
    const values = given(
      [
        ['price', exact(1250, 100)],
        ['share', exact(45, 100)],
        ['sold_on', parseDay('2027-01-31') ?? 0],
        ['open', true],
      ],
      [
        [exact(3, 2), 'plug'],
        [undefined, 'bulb'],
      ],
    )
    expect(values.ok && plainFacts(engine.programme.vocabulary, values.facts)).toEqual(
      held({
        price: 'PKR 12.50',
        share: '45%',
        sold_on: '2027-01-31',
        open: true,
        tested_on: 'none',
        lamps: [{ lamp: 'plug', value: 'PKR 1.5' }, { lamp: 'bulb' }],
      }),
    )
    expect(values.ok && values.facts.groups.get('lamps')?.lines[1]?.[1]).toMatchObject({ missing: ['lamps[2].value'] })
  })

  it('lie within the bounds of the vocabulary, and have keys of their own, or are refused like others', () => {
    const wrong = given(
      [['share', exact(2)]],
      [
        [exact(-1), 'plug'],
        [exact(1), 'plug'],
      ],
    )
    expect(wrong.ok ? [] : wrong.problems.map((one) => `${one.path}: ${one.sentence}`)).toEqual([
      "share: 'share' is at most 100%; this is 200%.",
      "lamps[1].value: 'value' is at least PKR 0; this is PKR -1.",
      "lamps[2]: A second line for 'plug'; the first is lamps[1].",
    ])
  })
})

describe('what is refused, with its place and a way out', () => {
  it.each([
    [{ prise: 'PKR 1' }, "prise: The programme has no fact 'prise'. Did you mean 'price'?"],
    [{ price: '1' }, "price: '1' is not an amount in PKR. Write it like PKR 84.50."],
    [{ price: 'USD 1' }, "price: 'USD 1' is not an amount in PKR."],
    [{ price: 'PKR 1,5' }, "price: 'PKR 1,5' is not an amount in PKR."],
    [{ price: 'PKR -0.01' }, "price: 'price' is at least PKR 0; this is PKR -0.01."],
    [{ change: 'PKR -100.01' }, "change: 'change' is at least PKR -100; this is PKR -100.01."],
    [{ change: 'PKR 100.01' }, "change: 'change' is at most PKR 100; this is PKR 100.01."],
    [{ share: '100.01%' }, "share: 'share' is at most 100%; this is 100.01%."],
    [{ share: '0.5' }, "share: '0.5' is not a rate in percent. Write it like 10%."],
    [{ year: '1.5' }, "year: '1.5' is not a count."],
    [{ year: 0 }, "year: 'year' is at least 1; this is 0."],
    [{ rate: 'USD 280 per PKR' }, 'rate: '],
    [{ held: '90' }, "held: '90' is not a number of days. Write it like 90 days."],
    [{ open: 'yes' }, "open: 'yes' is not a condition (true or false)."],
    [{ form: 'tube' }, "form: 'tube' is not a form. Write it like plug, bulb, constructor."],
    [
      { sold_on: '2027-06-31' },
      "sold_on: '2027-06-31' is not a date (June 2027 has 30 days). Write it like 2027-06-30.",
    ],
    [{ sold_on: '30.6.2027' }, "sold_on: '30.6.2027' is not a date. Write it like 2027-06-30."],
    [{ sold_on: 'none' }, "sold_on: 'sold_on' cannot be none"],
    [{ price: 1.5 }, 'price: A value is a text such as PKR 84.50; a number with a fraction is written as text'],
    [{ price: null }, 'price: A value is a text'],
    [{ price: ['PKR 1'] }, 'price: A value is a text'],
    [{ price: { value: 'PKR 1' } }, 'price: A value is a text'],
    [{ note: 'x'.repeat(1001) }, 'note: A value is a text'],
    [{ note: 'half \ud800 of a character' }, 'note: A value is a text'],
    [{ lamps: 'x' }, "lamps: 'lamps' is a list of lines."],
    [{ lamps: { lamp: 'x' } }, "lamps: 'lamps' is a list of lines."],
    [{ lamps: ['x'] }, 'lamps[1]: A line is a mapping'],
    [{ lamps: [{ lamp: 'x', valu: 'PKR 1' }] }, "lamps[1].valu: 'lamps' has no column 'valu'. Did you mean 'value'?"],
    [{ lamps: [{ lamp: 'x' }, { lamp: 'y', value: 'PKR -1' }] }, "lamps[2].value: 'value' is at least PKR 0"],
    [
      { lamps: [{ lamp: 'x' }, { lamp: 'y' }, { lamp: ' x ' }] },
      "lamps[3]: A second line for 'x'; the first is lamps[1].",
    ],
    [
      { by_number: [{ number: '7' }, { number: '7.0' }] },
      "by_number[2]: A second line for '7'; the first is by_number[1].",
    ],
    [
      { by_day: [{ day: '2027-01-01' }, { day: '2027-01-01' }] },
      "by_day[2]: A second line for '2027-01-01'; the first is by_day[1].",
    ],
    [{ lamps: Array.from({ length: MOST_LINES + 1 }, () => ({})) }, 'lamps: '],
    [[], ': Facts are a mapping'],
    ['price', ': Facts are a mapping'],
    [null, ': Facts are a mapping'],
  ])('%j', (input, sentence) => {
    const problems = problemsOf(input)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(sentence)
  })

  it('everything wrong is said at once', () => {
    expect(problemsOf({ price: '1', share: '1', lamps: [{ value: '1' }, { valu: '2' }] })).toHaveLength(4)
  })
})

describe('what is taken', () => {
  it.each([
    [{ year: 3 }, { year: '3' }],
    [{ open: true }, { open: 'true' }],
    [{ price: ' PKR 1,234.50 ' }, { price: 'PKR 1234.5' }],
    [{ share: '10.00%' }, { share: '10%' }],
    [{ change: 'PKR -100' }, { change: 'PKR -100' }],
    [{ tested_on: 'none' }, { tested_on: 'none' }],
    [{ form: 'constructor' }, { form: 'constructor' }],
    [{ rate: '280' }, { rate: 'PKR 280 per USD' }],
    [{ lamps: [] }, { lamps: [] }],
    [{ lamps: [{}, {}] }, { lamps: [{}, {}] }],
    [{ by_day: [{ day: 'none' }, { day: 'none' }] }, { by_day: [{ day: 'none' }, { day: 'none' }] }],
    [{ note: '  <b>  ' }, { note: '<b>' }],
  ])('%j is held as %j', (input, plain) => {
    expect(held(input)).toEqual(plain)
  })

  it('a line is called by its key, and by its number where it has none', () => {
    expect(
      factsFor(engine, { by_number: [{ number: '7' }], by_day: [{ day: '2027-01-01' }, {}], lamps: [{ lamp: 'x' }] })
        .groups,
    ).toEqual(
      new Map([
        ['lamps', expect.objectContaining({ keys: ['x'] })],
        ['by_number', expect.objectContaining({ keys: ['7'] })],
        ['by_day', expect.objectContaining({ keys: ['2027-01-01', '2'] })],
      ]),
    )
  })

  it('the same facts have the same hash in whatever notation and order they come, and others another', async () => {
    const hash = (input: unknown): Promise<string> => hashOf(held(input))
    const first = await hash({ price: 'PKR 1,000.50', open: true, lamps: [{ lamp: 'x', value: 'PKR 1' }] })
    expect(await hash({ lamps: [{ value: 'PKR 1.00', lamp: 'x' }], open: 'true', price: 'PKR 1000.5' })).toBe(first)
    expect(await hash({ lamps: [{ value: 'PKR 1.01', lamp: 'x' }], open: 'true', price: 'PKR 1000.5' })).not.toBe(first)
    expect(await hash({ lamps: [{ value: 'PKR 1', lamp: 'x' }], open: 'true' })).not.toBe(first)
  })
})

describe(`no input makes the reader or the engine throw (seed ${SEED})`, () => {
  const names = [
    'price',
    'change',
    'share',
    'year',
    'open',
    'form',
    'note',
    'tested_on',
    'lamps',
    'by_number',
    'lamp',
    'value',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ]
  const value = fc.oneof(
    fc.constantFrom(
      'PKR 1',
      'PKR 0',
      'PKR -1',
      '10%',
      'none',
      'true',
      'false',
      '1',
      '2027-01-01',
      'plug',
      'constructor',
      '__proto__',
      '',
      ' ',
    ),
    fc.string({ unit: 'binary' }),
    fc.jsonValue(),
    fc.integer(),
    fc.double(),
    fc.constant(undefined),
  )
  const record = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), value, { noNullPrototype: false })
  const input = fc.oneof(
    fc.jsonValue(),
    record,
    fc.tuple(record, fc.array(record)).map(([whole, lines]) => ({ ...whole, lamps: lines, by_number: lines })),
  )

  it('and what was read is assessed', () => {
    let taken = 0
    assert(
      fc.property(input, fc.integer({ min: -40_000, max: 90_000 }), (given, day) => {
        const read = readFacts(engine.programme.vocabulary, given)
        if (read.ok) taken += 1
        const found = read.ok ? determine(engine, read.facts, day).findings : read.problems
        expect(read.ok ? found.length === engine.findings.length : found.length > 0).toBe(true)
      }),
      { seed: SEED, numRuns: 3000 },
    )
    expect(taken).toBeGreaterThan(50)
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s is a name like any other, and unknown',
    (name) => {
      const given = JSON.parse(`{ "${name}": "PKR 1", "lamps": [{ "${name}": "PKR 1" }] }`) as unknown
      expect(problemsOf(given)).toEqual([
        expect.stringContaining(`The programme has no fact '${name}'.`),
        expect.stringContaining(`'lamps' has no column '${name}'.`),
      ])
    },
  )

  it('nothing is inherited: facts on a prototype are not facts', () => {
    const inherited = Object.create({ price: 'PKR 1' }) as unknown
    expect(held(inherited)).toEqual({})
  })
})
