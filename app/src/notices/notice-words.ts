/** What the pages of notices say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './notice-words-en.ts'
import { UR } from './notice-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function noticeWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
