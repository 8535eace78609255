import { expect, test } from 'vitest'
import { checkDecisions, HEADINGS, LONGEST_RECORD } from './decisions.ts'

const GOOD = `# Money is exact\n\n${HEADINGS.map((heading) => `## ${heading}\nSomething.\n`).join('\n')}`

function sentences(name: string, text: string): readonly string[] {
  return checkDecisions(new Map([[`docs/decisions/${name}`, text]])).map((finding) => finding.sentence)
}

test('a dated page with its four headings passes', () => {
  expect(sentences('2026-11-30-money-is-exact.md', GOOD)).toEqual([])
})

test('each missing heading is found', () => {
  for (const heading of HEADINGS) {
    expect(sentences('2026-11-30-money-is-exact.md', GOOD.replace(`## ${heading}`, `## Other`))).toEqual([
      `The heading '## ${heading}' is missing. Add it.`,
    ])
  }
})

test('headings in another order are found', () => {
  const swapped = GOOD.replace('## Decision', '## X').replace('## Because', '## Decision').replace('## X', '## Because')
  expect(sentences('2026-11-30-money-is-exact.md', swapped)[0]).toContain('stand in the order')
})

test('a name that does not begin with a day is found', () => {
  for (const name of ['money-is-exact.md', '2026-13-01-money.md', '2026-11-32-money.md', '2026-11-money.md']) {
    expect(sentences(name, GOOD)[0], name).toContain('named by its day')
  }
})

test('a record longer than a page is found', () => {
  const lines = GOOD.split('\n').length - 1
  expect(sentences('2026-11-30-money.md', GOOD + 'x\n'.repeat(LONGEST_RECORD - lines))).toEqual([])
  expect(sentences('2026-11-30-money.md', GOOD + 'x\n'.repeat(LONGEST_RECORD - lines + 1))[0]).toContain('61 lines')
})

test('the list of dependencies is no record, and other documents are not either', () => {
  expect(sentences('dependencies.md', '# Dependencies\n')).toEqual([])
  expect(checkDecisions(new Map([['docs/language.md', '']]))).toEqual([])
})
