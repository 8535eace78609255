/** What the pages of licences say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './licence-words-en.ts'
import { UR } from './licence-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function licenceWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
