import { describe, expect, it } from 'vitest'
import { engineFor, type Law, measure, parameter, provision, requirement } from '../lamps-fixture.ts'
import { formatProblem } from '../load/problem.ts'
import { checkProgramme } from './check.ts'

/** What the check finds in what the provisions say; rows and facts are tried elsewhere. */
function found(law: Law): readonly string[] {
  return checkProgramme(engineFor(law))
    .problems.map(formatProblem)
    .filter((problem) => problem.startsWith('main/provisions.yaml') || problem.includes('does not hold'))
}

type Row = readonly [facts: string, out: string, days?: string]

/** Examples in one line each: facts, what comes out, and the day and period where they matter. */
function examples(...rows: readonly Row[]): string {
  return rows
    .map(
      ([facts, out, days = 'as_of: 2026-01-01'], index) =>
        `- { example: case ${index + 1}, ${days}, facts: { ${facts} }, expect: { ${out} } }\n`,
    )
    .join('')
}

describe('a condition that nobody would miss is found', () => {
  const FACTS = 'open: { unit: boolean }\nsealed: { unit: boolean }\nprice: { unit: PKR }\n'
  const OPEN = ['open: true, price: PKR 5', 'fee: owed PKR 5'] as const
  const SHUT = ['open: false, price: PKR 5', 'fee: none'] as const

  it.each([
    ['when', 'open', OPEN, SHUT],
    ['unless', 'open', ['open: false, price: PKR 5', 'fee: owed PKR 5'], ['open: true, price: PKR 5', 'fee: none']],
  ] as const)('a whole %s', (key, text, due, notDue) => {
    const law = (...rows: readonly Row[]): Law => ({
      vocabulary: FACTS,
      provisions: provision('liability', 'fee', `${key}: ${text}\namount: price\nround: exact`),
      examples: examples(...rows),
    })
    expect(found(law(due, notDue))).toEqual([])
    expect(found(law(due))).toEqual([
      `main/provisions.yaml:5:${key.length + 5}: '${key}' of 'fee' decides nothing in any example: none changes when '${text}' is left out. Add one in which it alone makes the difference.`,
    ])
    // With a price of nothing it makes no difference whether anything is due.
    expect(found(law(due, [notDue[0].replace('PKR 5', 'PKR 0'), notDue[1]]))).toHaveLength(1)
  })

  it.each([
    ['and', 'met', 'not met'],
    ['or', 'not met', 'met'],
  ])('either side of %s, and each of three', (operator, both, one) => {
    const law = (...rows: readonly Row[]): Law => ({
      vocabulary: 'a: { unit: boolean }\nb: { unit: boolean }\nc: { unit: boolean }\n',
      provisions: requirement('sound', `a ${operator} b ${operator} c`),
      examples: examples(...rows),
    })
    const plain = String(operator === 'and')
    const other = String(operator !== 'and')
    const facts = (a: string, b: string, c: string): string => `a: ${a}, b: ${b}, c: ${c}`
    const ALL = [facts(plain, plain, plain), `sound: ${both}`] as const
    const EACH = [
      [facts(other, plain, plain), `sound: ${one}`],
      [facts(plain, other, plain), `sound: ${one}`],
      [facts(plain, plain, other), `sound: ${one}`],
    ] as const
    expect(found(law(ALL, ...EACH))).toEqual([])
    for (const [index, name] of ['a', 'b', 'c'].entries()) {
      expect(found(law(ALL, ...EACH.toSpliced(index, 1)))).toEqual([
        expect.stringContaining(`no example changes when '${operator} ${name}' is left out.`),
      ])
    }
  })

  it('the not of a condition', () => {
    const law = (...rows: readonly Row[]): Law => ({
      vocabulary: FACTS,
      provisions: requirement('sound', 'not open or sealed'),
      examples: examples(...rows),
    })
    const SEALED = ['open: true, sealed: true', 'sound: met'] as const
    expect(
      found(law(SEALED, ['open: true, sealed: false', 'sound: not met'], ['open: false, sealed: false', 'sound: met'])),
    ).toEqual([])
    expect(found(law(SEALED))).toContainEqual(expect.stringContaining("when its 'not' is left out"))
  })
})

describe('an operator that could be another', () => {
  const law = (amount: string, ...rows: readonly Row[]): Law => ({
    vocabulary:
      'price: { unit: PKR }\nfee: { unit: PKR }\nshare: { unit: percent }\nsold_on: { unit: date }\nwait: { unit: days }\n',
    provisions: measure('total', amount),
    examples: examples(...rows),
  })

  it.each([
    ['price * share', "'*' becomes '/'", 'price: PKR 8, share: 100%', 'PKR 8', 'price: PKR 8, share: 50%', 'PKR 4'],
    ['price / share', "'/' becomes '*'", 'price: PKR 8, share: 100%', 'PKR 8', 'price: PKR 8, share: 50%', 'PKR 16'],
    ['price + fee', "'+' becomes '-'", 'price: PKR 8, fee: PKR 0', 'PKR 8', 'price: PKR 8, fee: PKR 1', 'PKR 9'],
    ['price - fee', "'-' becomes '+'", 'price: PKR 8, fee: PKR 0', 'PKR 8', 'price: PKR 8, fee: PKR 1', 'PKR 7'],
    [
      'sold_on + wait',
      "'+' becomes '-'",
      'sold_on: 2026-01-02, wait: 0 days',
      '2026-01-02',
      'sold_on: 2026-01-02, wait: 1 day',
      '2026-01-03',
    ],
    [
      'min(price, fee)',
      "'min' becomes 'max'",
      'price: PKR 8, fee: PKR 8',
      'PKR 8',
      'price: PKR 8, fee: PKR 9',
      'PKR 8',
    ],
    [
      'max(price, fee)',
      "'max' becomes 'min'",
      'price: PKR 8, fee: PKR 8',
      'PKR 8',
      'price: PKR 8, fee: PKR 9',
      'PKR 9',
    ],
  ])('%s: %s', (amount, wrong, blind, same, telling, total) => {
    expect(found(law(amount, [telling, `total: ${total}`]))).toEqual([])
    expect(found(law(amount, [blind, `total: ${same}`]))).toEqual([
      `main/provisions.yaml:3:12: '${amount}' in 'total' is not tried: no example changes when ${wrong}. Add one that shows its result.`,
    ])
  })

  it('is not asked about where its units would not fit', () => {
    // PKR * PKR is not PKR, a share of a price is not a price for a share, and two days have no sum.
    expect(found(law('price / fee', ['price: PKR 8, fee: PKR 1', 'total: 800%']))).toEqual([])
    expect(found(law('share * price', ['price: PKR 8, share: 100%', 'total: PKR 8']))).toEqual([])
    expect(found(law('sold_on - sold_on', ['sold_on: 2026-01-01', 'total: 0 days']))).toEqual([])
  })
})

describe('rounding', () => {
  const law = (round: string, ...rows: readonly (readonly [string, string])[]): Law => ({
    vocabulary: 'price: { unit: PKR }\n',
    provisions: provision('liability', 'fee', `amount: price\nround: ${round}`),
    examples: examples(...rows.map(([price, fee]) => [`price: PKR ${price}`, `fee: owed PKR ${fee}`] as const)),
  })

  it.each([
    ['down to PKR 1', [['3.60', '3']]],
    ['up to PKR 1', [['3.40', '4']]],
    [
      'half up to PKR 1',
      [
        ['2.50', '3'],
        ['2.40', '2'],
      ],
    ],
    [
      'half even to PKR 1',
      [
        ['2.50', '2'],
        ['3.50', '4'],
      ],
    ],
  ] as const)('%s is tried by as many amounts as it takes', (round, rows) => {
    expect(found(law(round, ...rows))).toEqual([])
    for (const index of rows.keys()) expect(found(law(round, ...rows.toSpliced(index, 1))).length).toBeGreaterThan(0)
  })

  it('each other mode is named, no rounding, and a step ten times as large or as small', () => {
    expect(found(law('half up to PKR 1', ['20', '20']))).toEqual(
      ['down to PKR 1', 'up to PKR 1', 'half even to PKR 1', 'exact', 'half up to PKR 10', 'half up to PKR 0.1'].map(
        (other): unknown =>
          expect.stringContaining(
            `The rounding 'half up to PKR 1' of 'fee' is not tried: no example changes when it is '${other}'.`,
          ),
      ),
    )
  })

  it('nothing is asked where the amount can only be whole steps', () => {
    const whole: Law = {
      vocabulary: 'made: { unit: count }\n',
      parameters: parameter('stamp', 'PKR', '{ 2026-01-01: PKR 2 }'),
      provisions: provision('liability', 'fee', 'amount: max(0, made * stamp - stamp)\nround: down to PKR 1'),
      examples: examples(['made: 3', 'fee: owed PKR 4'], ['made: 0', 'fee: none']),
    }
    expect(found(whole)).toEqual([])
    const broken = { ...whole, parameters: parameter('stamp', 'PKR', '{ 2026-01-01: PKR 2.50 }') }
    expect(
      found({ ...broken, examples: examples(['made: 3', 'fee: owed PKR 5'], ['made: 0', 'fee: none']) }),
    ).toContainEqual(expect.stringContaining("The rounding 'down to PKR 1' of 'fee' is not tried"))
  })
})

describe('what is gathered over lines', () => {
  const law = (amount: string, ...rows: readonly (readonly [string, string])[]): Law => ({
    vocabulary: 'parts:\n  lines:\n    value: { unit: PKR }\n    local: { unit: boolean }\n',
    provisions: measure('total', amount),
    examples: examples(...rows.map(([parts, total]) => [`parts: [${parts}]`, `total: ${total}`] as const)),
  })

  it.each([
    ['sum', 'PKR 3', ['max', 'min']],
    ['max', 'PKR 2', ['sum', 'min']],
    ['min', 'PKR 1', ['sum', 'max']],
  ])('%s wants two lines', (operator, total, others) => {
    const amount = `${operator} of value over parts`
    expect(found(law(amount, ['{ value: PKR 1 }, { value: PKR 2 }', total]))).toEqual([])
    expect(found(law(amount, ['{ value: PKR 1 }', 'PKR 1']))).toEqual(
      others.map((other): unknown =>
        expect.stringContaining(`when '${operator}' becomes '${other}'. Add one with two lines or more.`),
      ),
    )
  })

  it("'where' wants a line that it leaves aside", () => {
    const amount = 'count over parts where local'
    expect(found(law(amount, ['{ local: true }, { local: false }', '1']))).toEqual([])
    expect(found(law(amount, ['{ local: true }', '1']))).toEqual([
      expect.stringContaining("when its 'where' is left out"),
    ])
  })
})

it('a table read on the day of a fact, when that day falls into another row than the last of the period and the assessment', () => {
  const law = (...rows: readonly Row[]): Law => ({
    vocabulary: 'sold_on: { unit: date }\n',
    parameters: parameter('stamp', 'PKR', '{ 2026-01-01: PKR 1, 2027-01-01: PKR 2 }'),
    provisions: measure('due', 'stamp on sold_on'),
    examples: examples(...rows),
  })
  expect(found(law(['sold_on: 2026-12-31', 'due: PKR 1', 'as_of: 2027-01-01']))).toEqual([])
  const day = (kind: string): unknown =>
    expect.stringContaining(`no example changes when it is read on ${kind} instead.`)
  expect(found(law(['sold_on: 2026-12-31', 'due: PKR 1', 'as_of: 2026-12-31']))).toEqual([
    day('period_end'),
    day('assessment_date'),
  ])
  expect(found(law(['sold_on: 2026-12-31', 'due: PKR 1', 'as_of: 2027-01-01, period_end: 2026-12-31']))).toEqual([
    day('period_end'),
  ])
})

describe('a day that does not exist', () => {
  const law = (ambiguous: string, day: string, due: string, amount = 'served_on + time'): Law => ({
    vocabulary: 'served_on: { unit: date }\n',
    parameters:
      parameter('time', 'months', '{ 2026-01-01: 1 month }') +
      parameter('begins_on', 'date', '{ 2026-01-01: 2026-01-28 }'),
    provisions: measure('due_on', amount, ambiguous),
    examples: examples([`served_on: ${day}`, `due_on: ${due}`, 'as_of: 2026-07-01']),
  })

  it.each([
    ['earlier', '2026-02-28'],
    ['later', '2026-03-01'],
  ])('is tried on a 31st: %s', (which, due) => {
    expect(found(law(`ambiguous_dates: ${which}`, '2026-01-31', due))).toEqual([])
    expect(found(law(`ambiguous_dates: ${which}`, '2026-01-15', '2026-02-15'))).toEqual([
      expect.stringContaining(`'ambiguous_dates: ${which}' of 'due_on' is not tried`),
    ])
  })

  it("need not be settled where it cannot come about, and 'ambiguous_dates' is then refused", () => {
    expect(found(law('', '2026-01-31', '2026-02-28', 'begins_on + time'))).toEqual([])
    expect(found(law('ambiguous_dates: later', '2026-01-31', '2026-02-28', 'begins_on + time'))).toEqual([
      "main/provisions.yaml:1:1: 'ambiguous_dates' of 'due_on' decides nothing: none of its sums can fall on a day that does not exist. Leave it out.",
    ])
  })
})

it('nothing imposed is told from zero where something asks whether it is known, and only there', () => {
  const law = (requires: string, ...rows: readonly Row[]): Law => ({
    vocabulary: 'form: { categories: [plug, bulb] }\nshare: { unit: percent, at_least: -100% }\n',
    parameters: parameter(
      'least',
      'percent',
      '{ 2026-01-01: { plug: 10%, bulb: none } }',
      'by: [form]\nseen_on: 2026-01-01',
    ),
    provisions: requirement('enough', 'share >= least[form]', requires),
    examples: examples(
      ['form: plug, share: 10%', 'enough: met'],
      ['form: plug, share: 9.99%', 'enough: not met'],
      ...rows,
    ),
  })
  const problems = (one: Law): readonly string[] =>
    checkProgramme(engineFor(one))
      .problems.map(formatProblem)
      .filter((problem) => problem.includes('when it is 0%'))
  const when = 'when: least[form] is known'
  expect(problems(law(when, ['form: bulb, share: 0%', 'enough: met']))).toEqual([
    "main/parameters.yaml:5:44: 'none' in 'least' (2026-01-01, bulb) is not tried: no example changes when it is 0%. Add one in which it matters that nothing is imposed.",
  ])
  expect(problems(law(when, ['form: bulb, share: -0.0001%', 'enough: met']))).toEqual([])
  // In a comparison none counts as zero, so nothing could tell.
  expect(problems(law('', ['form: bulb, share: 0%', 'enough: met']))).toEqual([])
})
