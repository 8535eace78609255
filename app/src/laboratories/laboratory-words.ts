/** What the pages of laboratories say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './laboratory-words-en.ts'
import { UR } from './laboratory-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function laboratoryWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
