/** What is said of closing a gap, in each language. */
import type { Inked } from '@maqami/engine/explain/ink.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { EN } from './advice-words-en.ts'
import { UR } from './advice-words-ur.ts'

export interface AdviceWords {
  readonly title: Inked
  readonly intro: Inked
  /** The link to it. */
  readonly see: Inked
  readonly states: Readonly<Record<'met' | 'open' | 'short', Inked>>
  readonly noAdviser: Inked
  readonly met: (requirement: Inked) => Inked
  readonly open: (requirement: Inked, missing: Inked) => Inked
  readonly refused: (requirement: Inked, reasons: Inked) => Inked
  readonly short: (requirement: Inked, reached: Inked, asked: Inked, gap: Inked) => Inked
  readonly notMet: (requirement: Inked) => Inked
  readonly way: (ways: Inked) => Inked
  readonly or: Inked
  readonly nothingToTurn: Inked
  readonly oneSuffices: (count: Inked, isOne: boolean) => Inked
  readonly severalSuffice: (size: Inked, count: Inked, isOne: boolean) => Inked
  readonly notAllCompared: Inked
  readonly outOfReach: (count: Inked, isOne: boolean) => Inked
  readonly wouldReach: (reached: Inked) => Inked
  readonly notFound: (size: Inked) => Inked
  readonly set: Inked
  readonly valueMoved: Inked
  readonly reaches: Inked
  readonly gains: Inked
  readonly part: Inked
  readonly lines: Inked
  readonly value: Inked
  readonly gain: Inked
  readonly more: (count: Inked) => Inked
  readonly assumption: Inked
}

const WORDS: Readonly<Record<Language, AdviceWords>> = { en: EN, ur: UR }

export function adviceWordsOf(language: Language): AdviceWords {
  return WORDS[language]
}
