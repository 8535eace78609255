import { describe, expect, it } from 'vitest'
import { engineFrom, lawFiles, measure, parameter, requirement, said } from '../lamps-fixture.ts'
import { checkProgramme } from '../check/check.ts'
import { formatProblem } from './problem.ts'
import { loadProgramme } from './programme.ts'

const FILES = lawFiles({
  vocabulary: 'price: { unit: PKR }\nopen: { unit: boolean }\n',
  parameters: parameter('rate', 'percent', '{ 2026-01-01: 10% }') + parameter('least', 'PKR', '{ 2026-01-01: PKR 5 }'),
  provisions:
    measure('fee', 'rate * price') + requirement('dear', 'price >= least') + measure('double_fee', 'fee + fee'),
})

function withDraft(text: string): Map<string, string> {
  return new Map(FILES).set('drafts/next.yaml', text)
}

function complaintsOf(text: string, name = 'next'): readonly string[] {
  const loaded = loadProgramme(withDraft(text), name)
  return loaded.ok ? [] : loaded.problems.map(formatProblem)
}

const NEXT = `
draft: next
title: The next one
sources: { bill: { title: Bill } }
vocabulary:
  discount: { unit: PKR }
parts:
  main:
    parameters:
      rate: { label: rate, unit: percent, source: bill, values: { 2026-01-01: 20% }, seen_on: 2026-01-01 }
    provisions:
      fee: { kind: measure, amount: rate * price - discount }
      rebate: { after: fee, kind: measure, amount: discount }
    drop: [dear, least]
    examples:
      - { example: twice as much, as_of: 2026-01-01, facts: { price: PKR 100, discount: PKR 1 }, expect: { fee: PKR 19 } }
`

describe('a draft', () => {
  it('replaces, adds, places and drops, and leaves the rest as it is', () => {
    const engine = engineFrom(withDraft(NEXT), 'next')
    expect([...engine.programme.provisions.keys()]).toEqual(['fee', 'rebate', 'double_fee'])
    expect([...engine.programme.parameters.keys()]).toEqual(['rate'])
    // 20% of 100, less 1; and twice that
    expect(said(engine, 'fee', { price: 'PKR 100', discount: 'PKR 1' })).toBe('PKR 19')
    expect(said(engine, 'double_fee', { price: 'PKR 100', discount: 'PKR 1' })).toBe('PKR 38')
  })

  it('changes nothing of the law itself, which still stands without it', () => {
    const engine = engineFrom(withDraft(NEXT))
    expect(said(engine, 'fee', { price: 'PKR 100' })).toBe('PKR 10')
    expect(engine.programme.draft).toBeUndefined()
  })

  it('is a draft, whatever the standing of what it amends', () => {
    expect(engineFrom(withDraft(NEXT)).programme.heading.standing.status).toBe('notified')
    expect(engineFrom(withDraft(NEXT), 'next').programme.heading.standing.status).toBe('draft')
  })

  it('a fact of its own is held to matter, at its place in the draft', () => {
    const text = NEXT.replace('  discount: { unit: PKR }', '  discount: { unit: PKR }\n  colour: { unit: count }')
    const sentences = checkProgramme(engineFrom(withDraft(text), 'next')).problems.map(formatProblem)
    expect(sentences).toContain(
      "drafts/next.yaml:7:3: 'colour' changes nothing in any example. Add one that needs it, or say 'describes: true'.",
    )
  })
})

it('a draft is asked for examples of what it changes, and not of what the examples of the law try already', () => {
  const law = {
    vocabulary: 'price: { unit: PKR }\n',
    provisions: measure('fee', 'rate * price'),
    examples: `
- example: every boundary
  as_of: 2026-01-01
  facts: { price: PKR 100 }
  each:
    - { as_of: 2025-12-31, refuse: rate }
    - { as_of: 2026-01-01, expect: { fee: PKR 10 } }
    - { as_of: 2026-12-31, expect: { fee: PKR 10 } }
    - { as_of: 2027-01-01, expect: { fee: PKR 20 } }
    - { as_of: 2027-12-31, expect: { fee: PKR 20 } }
    - { as_of: 2028-01-01, refuse: rate }
`,
  }
  const rate = (values: string): string => parameter('rate', 'percent', values, 'good_until: 2027-12-31')
  const files = lawFiles({ ...law, parameters: rate('{ 2026-01-01: 10%, 2027-01-01: 20% }') })
  const drafted = rate('{ 2026-01-01: 8%, 2027-01-01: 20% }').replaceAll(/^/gm, '        ')
  files.set('drafts/next.yaml', `draft: next\ntitle: Next\nparts:\n  main:\n    parameters:\n${drafted}`)
  const [before, after] = [engineFrom(files), engineFrom(files, 'next')]
  expect(checkProgramme(before).problems).toEqual([])
  expect(checkProgramme(after, undefined, before).problems.map((one) => one.sentence)).toEqual([
    "The value 8% of 'rate' (2026-01-01) is not tried: no example changes when it is 9%.",
  ])
  // What the law's own examples do not try either is asked of the draft that repeats it.
  const untried = engineFrom(new Map(files).set('main/examples.yaml', ''))
  expect(checkProgramme(after, undefined, untried).problems.length).toBeGreaterThan(1)
})

describe('what is wrong with a draft stands at its place in the draft', () => {
  it.each([
    ['discount: { unit: PKR }', 'discount: { unit: rupees }', "drafts/next.yaml:6:21: 'rupees' is not a unit."],
    ['- discount }', '- discont }', "drafts/next.yaml:12:52: Nothing is called 'discont'. Did you mean 'discount'?"],
    [
      'source: bill, values',
      'source: bil, values',
      "drafts/next.yaml:10:51: The source 'bil' is not listed in programme.yaml. Did you mean 'bill'?",
    ],
    ['after: fee', 'after: fees', "drafts/next.yaml:13:7: 'after' names 'fees', which this part does not have."],
    [
      'drop: [dear, least]',
      'drop: [dear, lest]',
      "drafts/next.yaml:14:11: 'drop' names 'lest', which this part does not have. Did you mean 'least'?",
    ],
    ['  main:\n', '  mian:\n', "drafts/next.yaml:8:3: The programme has no part 'mian'. Its parts are main."],
    ['title: The next one\n', '', "A draft needs 'title:'."],
    [
      'draft: next\n',
      'draft: later\n',
      "drafts/next.yaml:2:8: next.yaml calls itself 'later'; rename one of the two: the file, or what stands behind 'draft:'.",
    ],
    ['draft: next\n', '', "A draft needs 'draft:'."],
    [
      '    drop: [dear, least]\n    examples:\n',
      '      examples:\n',
      "drafts/next.yaml:15:7: 'examples' must be names with values ('name: value'), but here is a list. Check the indentation",
    ],
    ['parts:\n', 'party:\n', "A draft has no 'party'. Did you mean 'parts'?"],
    ['provisions:\n', 'provision:\n', "The part 'main' has no 'provision'. Did you mean 'provisions'?"],
  ])('%j → %j', (from, to, sentence) => {
    expect(NEXT).toContain(from)
    expect(complaintsOf(NEXT.replace(from, to)).join('\n')).toContain(sentence)
  })

  it('a draft that is asked for by what its file calls itself is found there', () => {
    const [sentence] = complaintsOf(NEXT.replace('draft: next', 'draft: quarter'), 'quarter')
    expect(sentence).toContain("There is no draft 'quarter'. next.yaml calls itself 'quarter'; rename one of the two")
    expect(complaintsOf(NEXT, 'nxet')).toEqual([
      expect.stringContaining("There is no draft 'nxet'. Did you mean 'next'? There are: next."),
    ])
  })

  it('a draft that is not there is named', () => {
    expect(complaintsOf(NEXT, 'other')).toEqual([expect.stringContaining("There is no draft 'other'.")])
    expect(complaintsOf(NEXT, '__proto__')).toEqual([expect.stringContaining("There is no draft '__proto__'.")])
  })

  it('dropping what others need is noticed', () => {
    expect(complaintsOf(NEXT.replace('drop: [dear, least]', 'drop: [least]'))).toEqual([
      expect.stringContaining("main/provisions.yaml:8:23: Nothing is called 'least'."),
    ])
  })
})
