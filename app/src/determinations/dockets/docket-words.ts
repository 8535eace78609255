/** The pages of dockets, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './docket-words-en.ts'
import { UR } from './docket-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function docketWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
