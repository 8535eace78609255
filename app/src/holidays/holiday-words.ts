/** The page of holidays, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './holiday-words-en.ts'
import { UR } from './holiday-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function holidayWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
