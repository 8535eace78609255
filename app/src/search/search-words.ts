/** What the page of what was found says, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './search-words-en.ts'
import { UR } from './search-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function searchWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
