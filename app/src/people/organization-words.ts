/** The page on which organizations are registered, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './organization-words-en.ts'
import { UR } from './organization-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function organizationWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
