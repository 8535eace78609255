import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { POLICY, policyFiles } from '../policy-fixture.ts'
import { engineFrom } from '../lamps-fixture.ts'
import { cellsOf } from '../load/parameters.ts'
import { formatProblem } from '../load/problem.ts'
import { placeInFormula } from '../load/provisions.ts'
import type { SourcePlace } from '../load/fields.ts'
import { checkProgramme } from './check.ts'
import { damaged, type Files, noticed } from './damage-fixture.ts'
import { runExamples } from './run-examples.ts'
import { formulasOf } from '../expression/walk-typed.ts'

interface Release {
  readonly name: string
  readonly files: Files
  readonly draft: string | undefined
}

/** Every programme that is shipped, and every draft of it. */
const RELEASES: readonly Release[] = readdirSync(POLICY)
  .filter((name) => existsSync(join(POLICY, name, 'programme.yaml')))
  .flatMap((name) => {
    const files = policyFiles(name)
    const drafts = [...files.keys()].flatMap((path) => /^drafts\/(.+)\.yaml$/.exec(path)?.[1] ?? [])
    return [
      { name, files, draft: undefined },
      ...drafts.map((draft) => ({ name: `${name}, draft ${draft}`, files, draft })),
    ]
  })

const ours = ({ draft }: Release, at: SourcePlace): boolean => draft === undefined || at.file === `drafts/${draft}.yaml`

describe.each(RELEASES)('$name', (release) => {
  const { files, draft } = release
  const engine = engineFrom(files, draft)
  const { programme } = engine

  it('says what its examples say', () => {
    const failures = runExamples(engine, programme.examples).flatMap((result) =>
      result.failures.map((failure) => formatProblem({ ...result.example.at, sentence: failure })),
    )
    expect(failures).toEqual([])
    expect(programme.examples.length).toBeGreaterThan(0)
  })

  it('leaves nothing for the check to find', () => {
    const { problems, mutants } = checkProgramme(engine)
    expect(problems.map(formatProblem)).toEqual([])
    expect(mutants).toBeGreaterThan(0)
  })

  it('notices one wrong digit in any number', () => {
    const cells = [...programme.parameters.values()].flatMap((parameter) =>
      parameter.rows.flatMap((row) => [...cellsOf(row.cells)]),
    )
    const unnoticed: string[] = []
    for (const cell of new Map(cells.map((one) => [`${one.at.file}:${one.at.line}:${one.at.column}`, one])).values()) {
      if (cell.kind !== 'value' || !ours(release, cell.at)) continue
      for (const wrong of new Set([slipAt(cell.text, /\d/), slipAt(cell.text, /\d(?=\D*$)/)])) {
        if (noticed(damaged(files, cell.at, cell.text, wrong), draft).length === 0)
          unnoticed.push(formatProblem({ ...cell.at, sentence: `${cell.text} → ${wrong}` }))
      }
    }
    expect(unnoticed).toEqual([])
  })

  it('notices one wrong digit in the day of any row, the last day of any table, and the bound of any band', () => {
    const places = [...programme.parameters.values()].flatMap((parameter) => [
      ...parameter.rows.map((row) => [row.at, row.text] as const),
      ...(parameter.end.kind === 'good_until' ? [[parameter.end.at, undefined] as const] : []),
    ])
    const unnoticed: string[] = []
    for (const [at, text] of places) {
      if (!ours(release, at)) continue
      const word =
        text ??
        /[\d-]+/.exec((files.get(at.file) ?? '').split('\n')[at.line - 1]?.slice(at.column - 1) ?? '')?.[0] ??
        ''
      const wrong = slipAt(word, /\d(?=\D*$)/)
      if (noticed(damaged(files, at, word, wrong), draft).length === 0)
        unnoticed.push(formatProblem({ ...at, sentence: `${word} → ${wrong}` }))
    }
    expect(unnoticed).toEqual([])
  })

  it('notices one wrong operator in any formula', () => {
    const unnoticed: string[] = []
    const formulas = [...programme.typed.provisions.values()].flatMap((provision) =>
      formulasOf(provision).map(({ formula }) => formula),
    )
    for (const formula of formulas) {
      if (!ours(release, formula.at)) continue
      for (const found of formula.text.matchAll(/>=|<=|!=|[<>=]|\b(?:and|is not met|is met|is known|min|max)\b/g)) {
        const at = placeInFormula(formula, found.index)
        for (const wrong of WRONG[found[0]] ?? []) {
          if (noticed(damaged(files, at, found[0], wrong), draft).length === 0)
            unnoticed.push(formatProblem({ ...at, sentence: `${found[0]} → ${wrong}` }))
        }
      }
    }
    expect(unnoticed).toEqual([])
  })
})

it('the programmes that the repository ships are all here, with more than a hundred numbers between them', () => {
  expect(RELEASES.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['bicycles', 'pk-handset-taxes', 'pk-mdm-2021', 'pk-medmp-2026']),
  )
  const numbers = RELEASES.flatMap(({ files, draft }) => [...engineFrom(files, draft).programme.parameters.values()])
    .flatMap((parameter) => parameter.rows.flatMap((row) => [...cellsOf(row.cells)]))
    .filter((cell) => cell.kind === 'value')
  expect(numbers.length).toBeGreaterThan(100)
})

const WRONG: Readonly<Record<string, readonly string[]>> = {
  '>=': ['>', '<='],
  '<=': ['<', '>='],
  '>': ['>=', '<'],
  '<': ['<=', '>'],
  '=': ['!='],
  '!=': ['='],
  and: ['or'],
  'is met': ['is not met'],
  'is not met': ['is met'],
  'is known': ['is not known'],
  min: ['max'],
  max: ['min'],
}

/** The text with the digit that the pattern finds one higher, 9 becoming 8. */
function slipAt(text: string, pattern: RegExp): string {
  return text.replace(pattern, (digit) => (digit === '9' ? '8' : String(Number(digit) + 1)))
}

describe('a boundary example that is deleted is missed', () => {
  it.each([
    [
      'pk-handset-taxes',
      'import',
      '{ cf_value: USD 30 }, expect: { mobile_levy: owed PKR 100 }',
      "The value PKR 100 of 'mobile_levy_rate'",
    ],
    [
      'pk-handset-taxes',
      'import',
      '{ cf_value: USD 100.01 }, expect: { mobile_levy: PKR 600 }',
      "The bound 'up to USD 100' of 'mobile_levy_rate'",
    ],
    [
      'pk-handset-taxes',
      'import',
      '{ cf_value: USD 700.01 }, expect: { mobile_levy: PKR 16000 }',
      "The value PKR 16000 of 'mobile_levy_rate'",
    ],
    [
      'pk-handset-taxes',
      'import',
      '{ as_of: 2022-06-30, refuse: mobile_levy_rate }',
      "The row 2022-07-01 of 'mobile_levy_rate'",
    ],
    ['pk-medmp-2026', 'operations', '{ facts: { kit_parts: 40 }', "The value 40 of 'minimum_kit_parts'"],
    [
      'pk-medmp-2026',
      'operations',
      '{ as_of: 2026-06-30, refuse: minimum_kit_parts }',
      "The row 2026-07-01 of 'minimum_kit_parts' is not tried on the day before",
    ],
    [
      'pk-medmp-2026',
      'sanctions',
      '{ as_of: 2033-07-01, refuse: surcharge_rate }',
      "'good_until' of 'surcharge_rate' is not tried: no example changes when it is a day later",
    ],
    ['pk-medmp-2026', 'levy', '{ facts: { cf_value: USD 30 }', "The bound 'up to USD 30' of 'import_levy_rate'"],
    [
      'bicycles',
      'money',
      '{ as_of: 2026-06-30, refuse: training_grant_rate }',
      "The row 2026-07-01 of 'training_grant_rate' is not tried on the day before",
    ],
    ['bicycles', 'sanctions', '{ failure_cured_on: 2028-02-29 }', "The boundary 'failure_cured_on <= cure_ends_on'"],
  ])('%s, %s: %s', (name, part, example, sentence) => {
    const files = policyFiles(name)
    const path = `${part}/examples.yaml`
    const lines = (files.get(path) ?? '').split('\n')
    const row = lines.findIndex((line) => line.includes(example))
    expect(row).toBeGreaterThan(0)
    expect(noticed(new Map(files).set(path, lines.toSpliced(row, 1).join('\n'))).join('\n')).toContain(sentence)
  })
})
