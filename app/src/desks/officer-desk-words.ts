/** The desk of an officer, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './officer-desk-words-en.ts'
import { UR } from './officer-desk-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function officerDeskWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
