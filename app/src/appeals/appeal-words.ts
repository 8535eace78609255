/** The pages of appeals. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './appeal-words-en.ts'
import { UR } from './appeal-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function appealWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
