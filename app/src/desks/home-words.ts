/** What the start page says, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './home-words-en.ts'
import { UR } from './home-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function homeWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
