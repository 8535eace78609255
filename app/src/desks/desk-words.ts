/** What the desk of a maker says, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './desk-words-en.ts'
import { UR } from './desk-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function deskWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
