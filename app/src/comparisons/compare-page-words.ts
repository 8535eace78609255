/** The page that compares routes, in each language. */
import type { Language } from '@maqami/engine/explain/names.ts'
import { EN } from './compare-page-words-en.ts'
import { UR } from './compare-page-words-ur.ts'

export interface ComparePageWords {
  readonly lead: string
  readonly law: string
  readonly more: string
  readonly compare: string
  readonly result: (law: string, day: string) => string
  readonly open: string
  readonly stack: string
  readonly figure: string
  readonly charges: string
  readonly gap: string
  readonly gapNote: string
  readonly gapColumns: readonly [value: string, finished: string, kit: string, gap: string, promise: string]
  readonly moved: string
  readonly route: string
  readonly than: string
  readonly moves: string
  readonly movesNote: (difference: string) => string
  readonly assumption: string
  readonly from: string
  readonly to: string
  readonly atLow: string
  readonly atHigh: string
  readonly breakEven: string
  readonly noBehaviour: string
  readonly method: string
  readonly why: (figure: string, route: string) => string
  readonly back: string
}

const WORDS: Readonly<Record<Language, ComparePageWords>> = { en: EN, ur: UR }

export function comparePageWordsOf(language: Language): ComparePageWords {
  return WORDS[language]
}
