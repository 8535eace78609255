/** What the pages of consultations say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './consultation-words-en.ts'
import { UR } from './consultation-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function consultationWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
