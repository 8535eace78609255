/** What a determination would bring about, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './effect-words-en.ts'
import { UR } from './effect-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function effectWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
