/** The order about an appeal, as its letter says it. */
import type { Language } from '../kernel/problem.ts'
import type { AppealOutcome } from './appeal.ts'
import { EN } from './order-words-en.ts'
import { UR } from './order-words-ur.ts'

export interface OrderWords {
  readonly title: (outcome: string) => string
  readonly outcomes: Readonly<Record<AppealOutcome, string>>
  readonly against: string
  readonly found: Readonly<Record<AppealOutcome, string>>
  readonly consequences: Readonly<Record<AppealOutcome, (number: string, day: string) => string>>
  readonly stayEnds: string
  readonly remedy: string
  readonly final: string
  readonly decidedBy: (name: string) => string
  readonly signed: string
}

const WORDS: Readonly<Record<Language, OrderWords>> = { en: EN, ur: UR }

export function orderWordsOf(language: Language): OrderWords {
  return WORDS[language]
}
