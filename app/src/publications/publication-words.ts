/** What the pages of publications say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './publication-words-en.ts'
import { UR } from './publication-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function publicationWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
