/** The pages of recovering a second factor, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './recovery-words-en.ts'
import { UR } from './recovery-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function recoveryWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
