/** The page of a hearing, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './hearing-words-en.ts'
import { UR } from './hearing-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function hearingWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
