/** The page on which a return is reviewed, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './review-return-words-en.ts'
import { UR } from './review-return-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function reviewReturnWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
