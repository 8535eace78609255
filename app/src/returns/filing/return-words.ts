/** What the pages of returns say, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './return-words-en.ts'
import { UR } from './return-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function returnWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
