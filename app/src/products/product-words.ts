/** What the page of models says, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './product-words-en.ts'
import { UR } from './product-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function productWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
