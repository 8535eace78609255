import { describe, expect, it } from 'vitest'
import { engineFor, type Law, measure, provision } from '../lamps-fixture.ts'
import { formatProblem } from '../load/problem.ts'
import { checkProgramme } from './check.ts'
import { runExamples } from './run-examples.ts'

function found(law: Law): readonly string[] {
  return checkProgramme(engineFor(law)).problems.map(formatProblem)
}

function examples(...rows: readonly string[]): string {
  return rows.map((row, index) => `- { example: case ${index + 1}, as_of: 2026-01-01, ${row} }\n`).join('')
}

describe('a bound of the vocabulary is tried when one example lies at it and one is refused beyond it', () => {
  const AT = 'facts: { share: 50% }, expect: { twice: 100% }'
  const BEYOND = 'facts: { share: 50.01% }, refuse: share'
  const law = (...rows: readonly string[]): Law => ({
    vocabulary: 'share: { unit: percent, at_most: 50% }\n',
    provisions: measure('twice', 'share + share'),
    examples: examples('facts: { share: 10% }, expect: { twice: 20% }', ...rows),
  })
  const untried = (to: string, wanted: string): string =>
    `vocabulary.yaml:1:1: 'at_most' of 'share' is not tried: no example changes when it is ${to}. Add one ${wanted}.`

  it('both, or the check says which is lacking', () => {
    expect(found(law(AT, BEYOND))).toEqual([])
    expect(found(law(AT))).toEqual([untried('50.01%', "with 50.01%, and 'refuse: at most 50%'")])
    expect(found(law(BEYOND))).toEqual([untried('49.99%', 'at 50%')])
  })

  it('a value far beyond tries nothing, unless its refusal names the bound', () => {
    expect(found(law(AT, 'facts: { share: 60% }, refuse: share'))).toHaveLength(1)
    expect(found(law("facts: { share: 60% }, refuse: 'at most 50%'"))).toEqual([])
  })

  it('of a column, and at the lower end', () => {
    const lines = (...rows: readonly string[]): Law => ({
      vocabulary: 'parts: { lines: { made: { unit: count, at_least: 1 } } }\n',
      provisions: measure('all', 'sum of made over parts'),
      examples: examples(
        'facts: { parts: [{ made: 2 }, { made: 3 }] }, expect: { all: 5 }',
        'facts: { parts: [{ made: 1 }] }, expect: { all: 1 }',
        ...rows,
      ),
    })
    expect(found(lines('facts: { parts: [{ made: 0 }] }, refuse: at least 1'))).toEqual([])
    expect(found(lines())).toEqual([
      expect.stringContaining("'at_least' of 'made' is not tried: no example changes when it is 0."),
    ])
  })
})

it('a key is tried by two lines that share it', () => {
  const law = (...rows: readonly string[]): Law => ({
    vocabulary: 'parts: { key: part, lines: { part: { text: true, describes: true }, value: { unit: PKR } } }\n',
    provisions: measure('all', 'sum of value over parts'),
    examples: examples(
      'facts: { parts: [{ part: lens, value: PKR 1 }, { part: cap, value: PKR 2 }] }, expect: { all: PKR 3 }',
      ...rows,
    ),
  })
  expect(found(law('facts: { parts: [{ part: lens }, { part: lens }] }, refuse: second line'))).toEqual([])
  expect(found(law())).toEqual([
    "vocabulary.yaml:1:1: The key 'part' of 'parts' is not tried: no example changes when it is left out. Add one with two lines of the same part, and 'refuse: second line'.",
  ])
})

describe('what an amount is, and what a sanction does, is said in some example', () => {
  const law = (kind: string, expected: string, more = ''): Law => ({
    vocabulary: 'price: { unit: PKR }\nserved_on: { unit: date }\n',
    provisions: provision(kind, 'fee', `amount: price\nround: exact\n${more}`),
    examples: examples(`facts: { price: PKR 5, served_on: 2026-01-02 }, expect: { fee: ${expected} }`),
  })
  const SANCTION = 'effect: suspend licence\nfrom: served_on'

  it.each([
    ['liability', 'owed PKR 5', 'PKR 5', '', "whether 'fee' is owed or granted. Say so in one: 'fee: owed …'."],
    ['entitlement', 'granted PKR 5', 'PKR 5', '', "whether 'fee' is owed or granted. Say so in one: 'fee: granted …'."],
    [
      'sanction',
      'suspend licence PKR 5 from 2026-01-02',
      'PKR 5 from 2026-01-02',
      SANCTION,
      "what 'fee' does. Say so in one: 'fee: suspend licence …'.",
    ],
  ])('%s: %s', (kind, said, bare, more, sentence) => {
    const about = (problems: readonly string[]): readonly string[] =>
      problems.filter((one) => one.includes('No example says'))
    expect(about(found(law(kind, said, more)))).toEqual([])
    expect(about(found(law(kind, bare, more)))).toEqual([`main/provisions.yaml:1:1: No example says ${sentence}`])
  })

  it.each([
    ['entitlement', 'owed PKR 5', '', 'granted PKR 5'],
    ['liability', 'granted PKR 5', '', 'owed PKR 5'],
    ['measure', 'owed PKR 5', '', 'PKR 5'],
    ['sanction', 'revoke licence PKR 5 from 2026-01-02', SANCTION, 'suspend licence PKR 5 from 2026-01-02'],
    ['sanction', 'suspend permit PKR 5 from 2026-01-02', SANCTION, 'suspend licence PKR 5 from 2026-01-02'],
    ['liability', 'owed PKR 6', '', 'owed PKR 5'],
  ])('a %s is not %s', (kind, expected, more, out) => {
    const engine = engineFor(law(kind, expected, more))
    expect(runExamples(engine, engine.programme.examples).flatMap(({ failures }) => failures)).toEqual([
      `fee: expected ${expected}, found ${out}`,
    ])
  })
})

it('what comes out for one line is expected by its number, and a provision of each line by nothing else', () => {
  const failures = (expected: string): readonly string[] => {
    const engine = engineFor({
      vocabulary: 'parts: { lines: { value: { unit: PKR } } }\n',
      provisions: measure('double', 'value + value', 'per: parts'),
      examples: examples(`facts: { parts: [{ value: PKR 1 }, { value: PKR 2 }] }, expect: { ${expected} }`),
    })
    return runExamples(engine, engine.programme.examples).flatMap((one) => one.failures)
  }
  expect(failures("'parts[2].double': PKR 4")).toEqual([])
  expect(failures("'parts[2].double': PKR 5")).toEqual(['parts[2].double: expected PKR 5, found PKR 4'])
  expect(failures("'parts[3].double': PKR 4")).toEqual([expect.stringContaining("'parts[3].double' is not a finding")])
  expect(failures('double: PKR 4')).toEqual([
    "'double' has a value for each line; that of the first is 'parts[1].double'",
  ])
})
