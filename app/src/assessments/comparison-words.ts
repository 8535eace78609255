/** What a comparison says, in each language. */
import type { Inked } from '@maqami/engine/explain/ink.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { EN } from './comparison-words-en.ts'
import { UR } from './comparison-words-ur.ts'

export interface ComparisonWords {
  readonly law: (count: Inked, isOne: boolean) => Inked
  readonly changes: Readonly<Record<'added' | 'removed' | 'changed', Inked>>
  readonly kinds: Readonly<Record<'parameter' | 'provision', Inked>>
  readonly until: (day: Inked) => Inked
  readonly noCell: Inked
  /** Words of cells and bands in the files. */
  readonly cells: Readonly<Record<'none' | 'unknown' | 'above', Inked>>
  readonly bounds: Readonly<Record<'up to' | 'under' | 'over' | 'from', (bound: Inked) => Inked>>
  readonly facts: (changed: Inked, all: Inked) => Inked
  readonly same: Inked
  readonly noFinding: Inked
  readonly difference: (amount: Inked) => Inked
}

const WORDS: Readonly<Record<Language, ComparisonWords>> = { en: EN, ur: UR }

export function comparisonWordsOf(language: Language): ComparisonWords {
  return WORDS[language]
}
