/** The pages of sanctions, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './sanction-words-en.ts'
import { UR } from './sanction-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function sanctionWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
