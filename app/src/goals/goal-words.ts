/** What the pages of goals say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './goal-words-en.ts'
import { UR } from './goal-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function goalWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
