/** What manual handling says, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './referral-words-en.ts'
import { UR } from './referral-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function referralWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
