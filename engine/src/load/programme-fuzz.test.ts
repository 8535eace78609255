import * as fc from 'fast-check'
import { assert } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { policyFiles } from '../policy-fixture.ts'
import { runExamples } from '../check/run-examples.ts'
import { engineOf } from '../determine/determine.ts'
import { SEED } from '../lamps-fixture.ts'
import { lawOf, loadProgramme } from './programme.ts'
import type { ProgrammeFiles } from './programme-files.ts'

const PROGRAMMES = ['bicycles', 'pk-medmp-2026', 'pk-mdm-2021'].map((name) => policyFiles(name))

interface Edit {
  readonly how: 'put' | 'drop' | 'drop line' | 'swap lines' | 'repeat line' | 'indent' | 'swap words' | 'cut off'
  readonly at: number
  readonly other: number
  readonly text: string
}

const SCRAPS = [
  '',
  ' ',
  '\n',
  ':',
  ': ',
  '-',
  '- ',
  '{',
  '}',
  '[',
  ']',
  ',',
  "'",
  '"',
  '#',
  '|',
  '>',
  '&a ',
  '*a',
  '!t ',
  '<<',
  '---\n',
  '%',
  '0',
  '9',
  '-1',
  '1e9',
  'none',
  'unknown',
  'true',
  'and',
  'is met',
  '(',
  ')',
  '[category]',
  'over parts',
  'per: parts\n',
  'otherwise: 0',
  'constructor',
  '__proto__',
  'toString',
  'PKR',
  'days',
  '2026-02-30',
  '\u0000',
  '\u202e',
  '\ud800',
  '\t',
  '\r',
  '٣',
]

const edit: fc.Arbitrary<Edit> = fc.record({
  how: fc.constantFrom(
    'put',
    'put',
    'drop',
    'drop line',
    'swap lines',
    'repeat line',
    'indent',
    'swap words',
    'cut off',
  ),
  at: fc.nat(),
  other: fc.nat(),
  text: fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ unit: 'binary', maxLength: 3 })),
})

function edited(text: string, { how, at, other, text: scrap }: Edit): string {
  const index = at % (text.length + 1)
  const lines = text.split('\n')
  const [line, second] = [at % lines.length, other % lines.length]
  switch (how) {
    case 'put':
      return text.slice(0, index) + scrap + text.slice(index + (other % 3))
    case 'drop':
      return text.slice(0, index) + text.slice(index + 1 + (other % 20))
    case 'drop line':
      return lines.toSpliced(line, 1).join('\n')
    case 'swap lines':
      return lines
        .with(line, lines[second] ?? '')
        .with(second, lines[line] ?? '')
        .join('\n')
    case 'repeat line':
      return lines.toSpliced(second, 0, lines[line] ?? '').join('\n')
    case 'indent':
      return lines.with(line, `${' '.repeat(other % 5)}${(lines[line] ?? '').trimStart()}`).join('\n')
    case 'swap words': {
      const words = text.split(/(\W+)/)
      return words.with(at % words.length, words[other % words.length] ?? '').join('')
    }
    case 'cut off':
      return text.slice(0, index)
  }
}

/** Loads, and uses what loads; what does not must say where, inside a file that is there. Tells whether it loaded. */
function survives(files: ProgrammeFiles, draft: string | undefined): boolean {
  lawOf(files, draft)
  const loaded = loadProgramme(files, draft)
  if (loaded.ok) {
    runExamples(engineOf(loaded.programme), loaded.programme.examples)
    return true
  }
  expect(loaded.problems.length).toBeGreaterThan(0)
  for (const { file, line, column, sentence } of loaded.problems) {
    const text = files.get(file)
    if (text === undefined) throw new Error(`${file}: ${sentence}`)
    const lines = text.split('\n')
    expect(sentence.length).toBeGreaterThan(5)
    expect(line >= 1 && line <= lines.length, `${file}:${line}:${column}: ${sentence}`).toBe(true)
    expect(column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1, `${file}:${line}:${column}: ${sentence}`).toBe(
      true,
    )
  }
  return false
}

describe(`a programme whose files have been spoilt (seed ${SEED})`, () => {
  it('loads and works, or says what is wrong at a place that exists', () => {
    let loaded = 0
    assert(
      fc.property(
        fc.constantFrom(...PROGRAMMES),
        fc.nat(),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (files, which, edits, withDraft) => {
          const path = [...files.keys()][which % files.size] ?? ''
          const draft = withDraft && files.has('drafts/2026-02.yaml') ? '2026-02' : undefined
          const text = edits.reduce(edited, files.get(path) ?? '')
          if (survives(new Map(files).set(path, text), draft)) loaded += 1
        },
      ),
      { seed: SEED, numRuns: 250 },
    )
    // Many slips leave a law that can be loaded, and many do not.
    expect(loaded).toBeGreaterThan(50)
    expect(loaded).toBeLessThan(220)
  })

  it('whatever stands in one of its files', () => {
    assert(
      fc.property(
        fc.constantFrom(...PROGRAMMES),
        fc.nat(),
        fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.json()),
        (files, which, text) => {
          const paths = [...files.keys()].filter((path) => path.endsWith('.yaml'))
          survives(new Map(files).set(paths[which % paths.length] ?? '', text), undefined)
        },
      ),
      { seed: SEED, numRuns: 120 },
    )
  })

  it('any file may be missing', () => {
    for (const files of PROGRAMMES) {
      for (const path of files.keys()) {
        const rest = new Map(files)
        rest.delete(path)
        const loaded = loadProgramme(rest)
        expect(loaded.ok ? 'loaded' : loaded.problems[0]?.sentence).toMatch(/\w/)
      }
    }
    expect(loadProgramme(new Map()).ok).toBe(false)
  })

  it.each(['constructor', '__proto__'])('%s may be a name of anything, and is at most refused as one', (name) => {
    const [files = new Map<string, string>()] = PROGRAMMES
    expect(files.size).toBeGreaterThan(10)
    for (const [path, text] of files) {
      if (!/vocabulary|programme|parameters|provisions/.test(path)) continue
      for (const known of new Set([...text.matchAll(/^ *([a-z_]+):/gm)].map(([, one]) => one ?? ''))) {
        survives(new Map(files).set(path, text.replaceAll(new RegExp(`\\b${known}\\b`, 'g'), name)), undefined)
      }
    }
  })
})
