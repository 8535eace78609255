/** The pages on which determinations are prepared and decided, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './decision-words-en.ts'
import { UR } from './decision-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function decisionWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
