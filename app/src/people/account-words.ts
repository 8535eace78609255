/** What the pages of one’s own account say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './account-words-en.ts'
import { UR } from './account-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function accountWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
