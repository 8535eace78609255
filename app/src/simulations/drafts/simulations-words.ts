/** The pages of simulations, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './simulations-words-en.ts'
import { UR } from './simulations-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function simulationsWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
