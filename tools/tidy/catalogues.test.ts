import { expect, test } from 'vitest'
import { checkCatalogues } from './catalogues.ts'

function findings(...files: readonly (readonly [string, string])[]) {
  return checkCatalogues(new Map(files))
}

test('a text in both languages passes, wherever it stands', () => {
  const text = 'title: { en: Levy, ur: محصول }\nparts:\n  - label: { en: Part, ur: پرزہ }\nlanguages: [en, ur]\n'
  expect(findings(['policy/bicycles/programme.yaml', text])).toEqual([])
})

test('a text in one language is found, with its line', () => {
  const text = 'levy:\n  label: { en: Levy }\n  reading:\n    ur: محصول\n'
  expect(findings(['policy/bicycles/levy/parameters.yaml', text])).toEqual([
    {
      file: 'policy/bicycles/levy/parameters.yaml',
      line: 2,
      sentence: 'This text stands in English only. Write `ur:` beside it.',
    },
    {
      file: 'policy/bicycles/levy/parameters.yaml',
      line: 4,
      sentence: 'This text stands in Urdu only. Write `en:` beside it.',
    },
  ])
})

test('an empty text, or one that only marks a gap, is found', () => {
  expect(
    findings(['policy/bicycles/levy/parameters.yaml', 'a: { en: Levy, ur: }\nb: { en: Levy, ur: … }']),
  ).toMatchObject([
    { line: 1, sentence: 'The Urdu text is empty. Write it.' },
    { line: 2, sentence: 'The Urdu text is empty. Write it.' },
  ])
})

test('a catalogue file without its twin is found', () => {
  expect(findings(['engine/src/explain/words-en.ts', ''], ['engine/src/explain/words-ur.ts', ''])).toEqual([])
  expect(findings(['engine/src/explain/words-en.ts', ''])).toEqual([
    {
      file: 'engine/src/explain/words-en.ts',
      line: 1,
      sentence: "This catalogue has no twin. Write 'engine/src/explain/words-ur.ts'.",
    },
  ])
  expect(findings(['app/locales/ur.po', ''])).toHaveLength(1)
})

test('a name that only ends in these letters is no catalogue', () => {
  expect(findings(['app/src/kernel/open.ts', ''], ['docs/when.md', ''])).toEqual([])
})
