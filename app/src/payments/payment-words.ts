/** What the pages of payments say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './payment-words-en.ts'
import { UR } from './payment-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function paymentWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
