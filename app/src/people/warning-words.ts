/** What letters say that warn of something, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './warning-words-en.ts'
import { UR } from './warning-words-ur.ts'

export interface WarningWords {
  readonly keyEnds: (name: string, day: string, address: string) => string
}

const WORDS: Readonly<Record<Language, WarningWords>> = { en: EN, ur: UR }

export function warningWordsOf(language: Language): WarningWords {
  return WORDS[language]
}
