/** What the pages of coming in say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './sign-in-words-en.ts'
import { UR } from './sign-in-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function signInWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
