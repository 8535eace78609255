/** What pages of a history say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './history-words-en.ts'
import { UR } from './history-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function historyWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
