/** What the pages of determinations say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './determination-words-en.ts'
import { UR } from './determination-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function determinationWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
