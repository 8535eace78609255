/** What the page of licensed models says, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './licensed-words-en.ts'
import { UR } from './licensed-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function licensedWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
