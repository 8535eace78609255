/** What the page of keys says, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './key-words-en.ts'
import { UR } from './key-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function keyWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
