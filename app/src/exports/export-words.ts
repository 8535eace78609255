/** What the pages of exports say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './export-words-en.ts'
import { UR } from './export-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function exportWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
