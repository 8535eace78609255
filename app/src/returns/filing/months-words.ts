/** The yearly return beside its months, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './months-words-en.ts'
import { UR } from './months-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function monthsWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
