/** What a comparison of routes says, in each language. */
import type { Inked } from '@maqami/engine/explain/ink.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { EN } from './comparison-words-en.ts'
import { UR } from './comparison-words-ur.ts'

export interface ComparisonWords {
  readonly under: (law: Inked, day: Inked) => Inked
  readonly entered: Inked
  readonly assumed: Inked
  readonly charges: Inked
  readonly chargeOf: (charge: Inked, release: Inked) => Inked
  readonly gap: Inked
  readonly moves: (difference: Inked) => Inked
  readonly difference: (finding: Inked, route: Inked, than: Inked) => Inked
  readonly fromTo: (low: Inked, high: Inked) => Inked
  readonly breakEven: Inked
  readonly cheaper: Readonly<Record<'before' | 'after', (route: Inked, from: Inked, to: Inked) => Inked>>
  readonly neverOvertakes: (low: Inked, high: Inked) => Inked
  readonly standing: Readonly<Record<'gazette' | 'reported' | 'assumed', Inked>>
}

const WORDS: Readonly<Record<Language, ComparisonWords>> = { en: EN, ur: UR }

export function comparisonWordsOf(language: Language): ComparisonWords {
  return WORDS[language]
}
