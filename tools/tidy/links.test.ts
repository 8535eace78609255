import { expect, test } from 'vitest'
import { checkLinks } from './links.ts'

function sentences(text: string): readonly string[] {
  const tree = new Map([
    ['docs/page.md', text],
    ['docs/other.md', ''],
    ['app/src/main.ts', ''],
  ])
  return checkLinks(tree).map(({ line, sentence }) => `${line}: ${sentence}`)
}

test('a link leads to a file or a folder of ours, or out of the house', () => {
  expect(
    sentences('[a](other.md) [b](../app/src/main.ts#x) [c](../app/src) [d](https://example.org) [e](#here)'),
  ).toEqual([])
})

test('a link to what is not there is named with its line', () => {
  expect(sentences('one\n[a](gone.md)')).toEqual([
    "2: 'gone.md' is not there. Say where it is now, or leave the link out.",
  ])
})
