/** What is said of what happened at the door, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './door-words-en.ts'
import { UR } from './door-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function doorWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
