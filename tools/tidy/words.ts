/** Words that mean something only where the work was done, and promises without a reason. This file alone may spell them. */
import { type Finding, lineAt, type Tree } from './tree.ts'

const RULES: readonly { readonly pattern: RegExp; readonly sentence: string }[] = [
  {
    pattern: /(?<![\w.\-/])\/(?:home|root|Users)\//g,
    sentence: 'This path exists on one machine only. Write it relative to the repository.',
  },
  {
    pattern: /\b(?:TODO|FIXME)\b(?!: \S+ \S+ \S+)/g,
    sentence: 'A mark for later gives its reason: `TODO: wait for the gazette text`. Give one, or do it now.',
  },
]

const EXEMPT: readonly string[] = ['tools/tidy/words.ts', 'tools/tidy/words.test.ts', 'package-lock.json']

export function checkWords(tree: Tree): readonly Finding[] {
  return [...tree].flatMap(([file, text]) => {
    if (EXEMPT.includes(file)) return []
    return RULES.flatMap(({ pattern, sentence }) =>
      [...text.matchAll(pattern)].map((found) => ({ file, line: lineAt(text, found.index), sentence })),
    )
  })
}
