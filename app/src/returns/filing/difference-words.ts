/** What a version changes in the one before it, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './difference-words-en.ts'
import { UR } from './difference-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function differenceWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
