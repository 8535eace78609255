/** What was said to recommendations, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './recommendation-words-en.ts'
import { UR } from './recommendation-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function recommendationWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
