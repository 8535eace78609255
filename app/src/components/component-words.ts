/** What the pages of components say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './component-words-en.ts'
import { UR } from './component-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function componentWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
