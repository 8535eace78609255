/** The page on which an application is decided, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './decide-registration-words-en.ts'
import { UR } from './decide-registration-words-ur.ts'

export interface DecideRegistrationWords {
  readonly title: string
  readonly state: string
  readonly number: string
  readonly address: string
  readonly applied: string
  readonly onBy: (when: string, person: string | undefined) => string
  readonly decision: string
  readonly authorise: string
  readonly authoriseHint: (firm: string) => string
  readonly refuse: string
  readonly refuseHint: (firm: string) => string
  readonly reason: string
  readonly reasonHint: string
  readonly final: (firm: string) => string
  readonly decide: string
  readonly done: Readonly<Record<'authorised' | 'refused', string>>
  readonly decided: string
  readonly because: string
  readonly grant: string
}

const WORDS: Readonly<Record<Language, DecideRegistrationWords>> = { en: EN, ur: UR }

export function decideRegistrationWordsOf(language: Language): DecideRegistrationWords {
  return WORDS[language]
}
