/** What the statement says, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './statement-words-en.ts'
import { UR } from './statement-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function statementWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
