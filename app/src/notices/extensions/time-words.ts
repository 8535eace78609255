/** The page of more time to cure, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './time-words-en.ts'
import { UR } from './time-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function timeWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
