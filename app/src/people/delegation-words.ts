/** What is said of what firms let their accountants do, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './delegation-words-en.ts'
import { UR } from './delegation-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function delegationWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
