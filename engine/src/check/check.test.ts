import { describe, expect, it } from 'vitest'
import { engineFor, type Law, measure, parameter, provision, requirement } from '../lamps-fixture.ts'
import { formatProblem } from '../load/problem.ts'
import { checkProgramme } from './check.ts'

function found(law: Law): readonly string[] {
  return checkProgramme(engineFor(law)).problems.map(formatProblem)
}

/** Examples in one line each: day, facts, and what comes out (or `refuse NAME`). */
function examples(...rows: readonly (readonly [string, string, string])[]): string {
  return rows
    .map(([asOf, facts, out], index) => {
      const outcome = out.startsWith('refuse ') ? `refuse: ${out.slice(7)}` : `expect: { ${out} }`
      return `- { example: case ${index + 1}, as_of: ${asOf}, facts: { ${facts} }, ${outcome} }\n`
    })
    .join('')
}

describe('a comparison is tried when it is tried at its bound and one step on either side', () => {
  const law = (...rows: readonly (readonly [string, string, string])[]): Law => ({
    vocabulary: 'price: { unit: PKR }\n',
    parameters: parameter('least', 'PKR', '{ 2026-01-01: PKR 100 }', 'seen_on: 2026-01-01'),
    provisions: requirement('dear', 'price >= least'),
    examples: examples(['2025-12-31', 'price: PKR 1', 'refuse least'], ...rows),
  })

  it('at 100 and at 99.99, on the first day, all is tried', () => {
    expect(
      found(law(['2026-01-01', 'price: PKR 100', 'dear: met'], ['2026-01-01', 'price: PKR 99.99', 'dear: not met'])),
    ).toEqual([])
  })

  it('without the bound itself, its strictness and what lies above are open', () => {
    expect(
      found(law(['2026-01-01', 'price: PKR 100.01', 'dear: met'], ['2026-01-01', 'price: PKR 99.99', 'dear: not met'])),
    ).toEqual([
      "main/provisions.yaml:5:14: The boundary 'price >= least' in 'dear' is not tried at its bound: no example changes when '>=' becomes '>'. Add one in which both sides are equal.",
      "main/provisions.yaml:5:14: The boundary 'price >= least' in 'dear' is not tried just above its bound: no example changes when its right side is PKR 0.01 more. Add one in which the sides differ by PKR 0.01.",
    ])
  })

  it('without the last value below, what lies below is open, and the digit of the number with it', () => {
    expect(
      found(law(['2026-01-01', 'price: PKR 100', 'dear: met'], ['2026-01-01', 'price: PKR 99.98', 'dear: not met'])),
    ).toEqual([
      expect.stringContaining(
        'is not tried just below its bound: no example changes when its right side is PKR 0.01 less',
      ),
    ])
  })

  it('an example that does not hold is named, and tries nothing', () => {
    const problems = found(
      law(['2026-01-01', 'price: PKR 100', 'dear: not met'], ['2026-01-01', 'price: PKR 99.99', 'dear: not met']),
    )
    expect(problems).toContain(
      "main/examples.yaml:2:3: The example 'case 2' does not hold; 'policy test' says how. Boundaries are tried with the others.",
    )
    expect(problems.some((problem) => problem.includes("'>=' becomes '>'"))).toBe(true)
  })
})

it('long work says how far it is, from the first piece to the last', () => {
  const law: Law = {
    vocabulary: 'price: { unit: PKR }\n',
    provisions: requirement('dear', 'price >= price'),
    examples: examples(['2026-01-01', 'price: PKR 1', 'dear: met'], ['2026-01-01', 'price: PKR 2', 'dear: met']),
  }
  const heard: string[] = []
  checkProgramme(engineFor(law), (done, total) => heard.push(`${done}/${total}`))
  // Two examples are run and watched (4), three mutants of the comparison are tried, and one fact is left out.
  expect(heard).toEqual(['1/8', '2/8', '3/8', '4/8', '5/8', '6/8', '7/8', '8/8'])
})

describe('steps', () => {
  it.each([
    ['percent', '10%', '9.99%', '9.98%'],
    ['count', '10', '9', '8'],
    ['days', '10 days', '9 days', '8 days'],
    ['PKR', 'PKR 10', 'PKR 9.99', 'PKR 9.98'],
    ['number', '10', '9.99', '9.98'],
    ['PKR per USD', 'PKR 10 per USD', 'PKR 9.99 per USD', 'PKR 9.98 per USD'],
  ])('one step of %s below %s is %s, and %s does not try it', (unit, bound, below, further) => {
    const law = (value: string): Law => ({
      vocabulary: `size: { unit: ${unit} }\n`,
      parameters: parameter('least', unit, `{ 2026-01-01: ${bound} }`, 'seen_on: 2026-01-01'),
      provisions: requirement('enough', 'size >= least'),
      examples: examples(
        ['2025-12-31', '', 'refuse least'],
        ['2026-01-01', `size: ${bound}`, 'enough: met'],
        ['2026-01-01', `size: ${value}`, 'enough: not met'],
      ),
    })
    expect(found(law(below))).toEqual([])
    expect(found(law(further))).toEqual([expect.stringContaining('is not tried just below its bound')])
  })

  it('a table that is read on period_end, when some example tells that day from the assessment’s', () => {
    const law = (...rows: readonly (readonly [string, string, string])[]): Law => ({
      vocabulary: 'price: { unit: PKR }\n',
      parameters: parameter('fee', 'PKR', '{ 2026-01-01: PKR 1 }', 'good_until: 2026-12-31'),
      provisions: measure('due', 'price + fee on period_end'),
      examples: examples(
        ['2025-12-31', 'price: PKR 1', 'refuse fee'],
        ['2026-01-01', 'price: PKR 1', 'due: PKR 2'],
        ['2026-12-31', 'price: PKR 1', 'due: PKR 2'],
        ['2027-01-01', 'price: PKR 1', 'refuse fee'],
        ...rows,
      ),
    })
    expect(found(law())).toEqual([
      "main/provisions.yaml:3:20: 'fee' is read on period_end, and no example changes when it is read on the day of the assessment. Add one with a 'period_end:' on which it is another.",
    ])
    expect(found(law(['2027-03-01, period_end: 2026-12-31', 'price: PKR 1', 'due: PKR 2']))).toEqual([])
  })

  it('a day for dates, and a step of the provision’s own where it says so', () => {
    const dates = (day: string): Law => ({
      vocabulary: 'sold_on: { unit: date }\n',
      provisions: requirement('in_time', 'sold_on <= assessment_date'),
      examples: examples(
        ['2026-01-10', 'sold_on: 2026-01-10', 'in_time: met'],
        ['2026-01-10', `sold_on: ${day}`, 'in_time: not met'],
      ),
    })
    expect(found(dates('2026-01-11'))).toEqual([])
    expect(found(dates('2026-01-12'))).toEqual([expect.stringContaining('when its right side is 1 day more')])
    const coarse = (step: string): Law => ({
      vocabulary: 'share: { unit: percent }\nother: { unit: percent }\n',
      provisions: requirement('enough', 'share >= other', step),
      examples: examples(
        ['2026-01-10', 'share: 10%, other: 10%', 'enough: met'],
        ['2026-01-10', 'share: 9%, other: 10%', 'enough: not met'],
      ),
    })
    expect(found(coarse('step: 1%'))).toEqual([])
    expect(found(coarse(''))).toEqual([expect.stringContaining('when its right side is 0.01% less')])
  })
})

it.each(['1', 'PKR 1', '0%', '-1%', 'one'])(
  "a step '%s' that fits nothing in its provision is not passed over",
  (step) => {
    const law = {
      vocabulary: 'share: { unit: percent }\nother: { unit: percent }\n',
      provisions: requirement('enough', 'share >= other', `step: '${step}'`),
    }
    expect(found(law)).toContain(
      `main/provisions.yaml:6:9: The step '${step}' of 'enough' is not an amount in the unit of anything that it compares.`,
    )
  },
)

describe('bands', () => {
  const law = (bands: string, ...rows: readonly (readonly [string, string])[]): Law => ({
    vocabulary: 'price: { unit: PKR }\n',
    parameters: parameter('fee', 'PKR', `{ 2026-01-01: ${bands} }`, 'by: [band of PKR]\nseen_on: 2026-01-01'),
    provisions: measure('due', 'fee[price]'),
    examples: examples(
      ['2025-12-31', '', 'refuse fee'],
      ...rows.map(([price, due]) => ['2026-01-01', `price: PKR ${price}`, `due: PKR ${due}`] as const),
    ),
  })

  it.each([
    ['{ up to PKR 30: PKR 1, above: PKR 2 }', '30', '30.01', '29.99'],
    ['{ under PKR 30: PKR 1, above: PKR 2 }', '29.99', '30', '30.01'],
  ])('%s wants %s and %s', (bands, last, first, beside) => {
    expect(found(law(bands, [last, '1'], [first, '2']))).toEqual([])
    const problems = found(
      law(bands, last === '30' ? [beside, '1'] : [last, '1'], last === '30' ? [first, '2'] : [beside, '2']),
    )
    expect(problems.length).toBeGreaterThan(0)
    expect(problems[0]).toContain(
      'no example changes when its bound itself moves to the other side. Add one at PKR 30.',
    )
  })

  it('two bands of the same value have no bound between them that could matter', () => {
    expect(
      found(law('{ up to PKR 30: PKR 1, up to PKR 50: PKR 1, above: PKR 2 }', ['1', '1'], ['50', '1'], ['50.01', '2'])),
    ).toEqual([])
  })

  it('a band of counts inside a band of money has steps of one', () => {
    const nested: Law = {
      vocabulary: 'price: { unit: PKR }\nmade: { unit: count }\n',
      parameters: parameter(
        'fee',
        'PKR',
        '{ 2026-01-01: { up to PKR 30: { up to 5: PKR 1, above: PKR 2 }, above: { above: PKR 3 } } }',
        'by: [band of PKR, band of count]\nseen_on: 2026-01-01',
      ),
      provisions: measure('due', 'fee[price, made]'),
      examples: examples(
        ['2025-12-31', '', 'refuse fee'],
        ['2026-01-01', 'price: PKR 30, made: 5', 'due: PKR 1'],
        ['2026-01-01', 'price: PKR 30, made: 6', 'due: PKR 2'],
        ['2026-01-01', 'price: PKR 30.01, made: 0', 'due: PKR 3'],
      ),
    }
    expect(found(nested)).toEqual([])
  })
})

describe('rows and cells', () => {
  const law = (values: string, end: string, ...rows: readonly (readonly [string, string])[]): Law => ({
    parameters: parameter('fee', 'PKR', values, end),
    provisions: measure('due', 'fee'),
    examples: examples(...rows.map(([day, out]) => [day, '', out] as const)),
  })
  const ALL = [
    ['2025-12-31', 'refuse fee'],
    ['2026-01-01', 'due: PKR 1'],
    ['2026-12-31', 'due: PKR 1'],
    ['2027-01-01', 'due: PKR 2'],
    ['2028-12-31', 'due: PKR 2'],
    ['2029-01-01', 'refuse fee'],
  ] as const
  const values = '{ 2026-01-01: PKR 1, 2027-01-01: PKR 2 }'

  it('all are tried on their first day, the day before, the last known day and the day after', () => {
    expect(found(law(values, 'good_until: 2028-12-31', ...ALL))).toEqual([])
  })

  it.each([
    ['2025-12-31', "The row 2026-01-01 of 'fee' is not tried on the day before"],
    ['2026-01-01', "The row 2026-01-01 of 'fee' is not tried on its first day"],
    ['2026-12-31', "The row 2027-01-01 of 'fee' is not tried on the day before"],
    ['2027-01-01', "The row 2027-01-01 of 'fee' is not tried on its first day"],
    ['2028-12-31', "'good_until' of 'fee' is not tried: no example changes when it is a day earlier"],
    ['2029-01-01', "'good_until' of 'fee' is not tried: no example changes when it is a day later"],
  ])('without the example of %s, check says: %s', (day, sentence) => {
    expect(found(law(values, 'good_until: 2028-12-31', ...ALL.filter(([one]) => one !== day)))).toEqual([
      expect.stringContaining(sentence),
    ])
  })

  it('a digit, `none` and `unknown` are tried by examples that they change', () => {
    const cells: Law = {
      vocabulary: 'form: { categories: [plug, bulb, tube] }\n',
      parameters: parameter(
        'fee',
        'PKR',
        '{ 2026-01-01: { plug: PKR 5, bulb: none, tube: unknown } }',
        'by: [form]\nseen_on: 2026-01-01',
      ),
      provisions: measure('due', 'fee[form]'),
      examples: examples(
        ['2025-12-31', 'form: plug', 'refuse fee'],
        ['2026-01-01', 'form: plug', 'due: PKR 5'],
        ['2026-01-01', 'form: bulb', 'due: none'],
        ['2026-01-01', 'form: tube', 'refuse fee'],
      ),
    }
    expect(found(cells)).toEqual([])
    const without = (case_: number): Law => ({
      ...cells,
      examples: (cells.examples ?? '')
        .split('\n')
        .filter((line) => !line.includes(`case ${case_},`))
        .join('\n'),
    })
    expect(found(without(2))[0]).toContain(
      "The value PKR 5 of 'fee' (2026-01-01, plug) is not tried: no example changes when it is PKR 6.",
    )
    expect(found(without(3))[0]).toContain(
      "'none' in 'fee' (2026-01-01, bulb) is not tried: no example changes when it is 'unknown'.",
    )
    expect(found(without(4))[0]).toContain(
      "'unknown' in 'fee' (2026-01-01, tube) is not tried: no example changes when it is 'none'.",
    )
  })
})

describe('conditions', () => {
  const law = (grant: string, ...rows: readonly (readonly [string, string])[]): Law => ({
    vocabulary: 'open: { unit: boolean }\nsafe: { unit: boolean }\ntested_on: { unit: date, event: true }\n',
    provisions:
      requirement('is_open', 'open') +
      requirement('is_safe', 'safe and tested_on is known') +
      provision('requirement', 'grant', `requires: ${grant}`),
    examples: examples(...rows.map(([facts, out]) => ['2026-01-01', facts, out] as const)),
  })
  const GOOD = ['open: true, safe: true, tested_on: 2026-01-01', 'grant: met'] as const
  const CLOSED = ['open: false, safe: true, tested_on: 2026-01-01', 'grant: not met'] as const
  const UNSAFE = ['open: true, safe: false, tested_on: 2026-01-01', 'grant: not met'] as const
  const UNTESTED = ['open: true, safe: true, tested_on: none', 'grant: not met'] as const

  it('each part of a conjunction is tried where it alone makes the difference', () => {
    expect(found(law('is_open is met and is_safe is met', GOOD, CLOSED, UNSAFE, UNTESTED))).toEqual([])
  })

  it('a conjunct that was dropped makes the examples fail, which is said', () => {
    const problems = found(law('is_open is met', GOOD, CLOSED, UNSAFE, UNTESTED))
    expect(problems.filter((problem) => problem.includes('does not hold'))).toHaveLength(2)
  })

  it('and if no example knows of it, that its facts matter to nothing', () => {
    const problems = found(law('is_open is met', GOOD, CLOSED))
    expect(problems).toContainEqual(expect.stringContaining("'safe' changes nothing in any example."))
    expect(problems).toContainEqual(expect.stringContaining("'tested_on' changes nothing in any example."))
    expect(problems).toContainEqual(
      expect.stringContaining("'tested_on is known' in 'is_safe' decides nothing in any example."),
    )
  })

  it('a state that decides nothing is named', () => {
    expect(
      found(law('is_open is met or is_safe is met', ['open: true, safe: true, tested_on: 2026-01-01', 'grant: met'])),
    ).toContainEqual(expect.stringContaining("'is_safe is met' in 'grant' decides nothing in any example."))
  })
})
