/** The pages on which officers propose and decide what happened to firms, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './event-words-en.ts'
import { UR } from './event-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function eventWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
