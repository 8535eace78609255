/** The page of an accountant’s clients, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './clients-words-en.ts'
import { UR } from './clients-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function clientsWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
