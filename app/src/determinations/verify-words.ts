/** The page on which anybody checks a letter, once for each language. */
import type { Language } from '../kernel/problem.ts'
import type { LetterKind } from './issued-letter.ts'
import { EN } from './verify-words-en.ts'
import { UR } from './verify-words-ur.ts'

export interface VerifyWords {
  readonly title: (number: string) => string
  readonly unknown: (number: string) => string
  readonly unknownWhat: string
  readonly served: string
  readonly ofRehearsal: string
  readonly number: string
  readonly authority: string
  readonly programme: string
  readonly on: string
  readonly kind: string
  readonly kinds: Readonly<Record<LetterKind, string>>
  readonly state: string
  readonly standing: string
  /** Where something happened to it after it was approved. */
  readonly standings: Readonly<Record<'stayed' | 'quashed', string>>
  readonly varied: string
  readonly variedBy: (order: string, day: string) => string
  readonly rehearsal: string
  /** By the kind of the letter itself. */
  readonly ended: Readonly<Record<LetterKind, string>>
  readonly endedBy: string
  readonly endedByOn: (number: string, day: string) => string
  readonly saysNothing: string
  readonly compare: string
  readonly file: string
  readonly fileHint: string
  readonly compareIt: string
  readonly same: string
  readonly other: string
  readonly otherWhat: string
  readonly hash: string
  readonly hashHint: string
}

const WORDS: Readonly<Record<Language, VerifyWords>> = { en: EN, ur: UR }

export function verifyWordsOf(language: Language): VerifyWords {
  return WORDS[language]
}
