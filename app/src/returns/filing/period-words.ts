/** Locked periods, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './period-words-en.ts'
import { UR } from './period-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function periodWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
