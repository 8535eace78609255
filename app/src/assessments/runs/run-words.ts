/** What the pages of runs say, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './run-words-en.ts'
import { UR } from './run-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function runWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
