/** What the pages of investment and promises say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './commitment-words-en.ts'
import { UR } from './commitment-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function commitmentWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
