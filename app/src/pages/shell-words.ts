/** What stands around every page, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './shell-words-en.ts'
import { UR } from './shell-words-ur.ts'

export interface ShellWords {
  readonly direction: 'ltr' | 'rtl'
  readonly maqami: string
  readonly skip: string
  readonly otherFields: (count: number) => string
  readonly navigation: string
  /** Written in the other language: it is for readers of that one. */
  readonly otherLanguage: string
  readonly whatMaqamiIs: string
  readonly demonstration: (day: string) => string
  /** Wherever that leads. */
  readonly accepted: string
  readonly requestNumber: string
  readonly toStart: string
  readonly search: string
  readonly searchFor: string
  readonly signIn: string
  readonly signOut: string
  readonly actsForNobody: string
  readonly error: string
  readonly pages: string
  readonly firstPage: string
  readonly nextPage: string
  readonly asTable: string
  readonly firm: string
  readonly history: string
  readonly where: string
  readonly before: string
  readonly after: string
  readonly nothing: string
  readonly consequence: string
  readonly determination: string
  readonly appeal: (number: string) => string
}

const WORDS: Readonly<Record<Language, ShellWords>> = { en: EN, ur: UR }

export function shellWordsOf(language: Language): ShellWords {
  return WORDS[language]
}
