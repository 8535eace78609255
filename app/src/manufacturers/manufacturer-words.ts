/** What the pages of manufacturers say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './manufacturer-words-en.ts'
import { UR } from './manufacturer-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function manufacturerWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
