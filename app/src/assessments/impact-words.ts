/** What is said of what a draft touches, in each language. */
import type { Inked } from '@maqami/engine/explain/ink.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { EN } from './impact-words-en.ts'
import { UR } from './impact-words-ur.ts'

export interface ImpactWords {
  readonly uses: Inked
  readonly direct: (names: Inked) => Inked
  readonly through: (names: Inked) => Inked
  readonly unused: Inked
  readonly noCase: (all: Inked, isOne: boolean) => Inked
  readonly cases: (changed: Inked, isOne: boolean, all: Inked) => Inked
  readonly unreadable: Inked
}

const WORDS: Readonly<Record<Language, ImpactWords>> = { en: EN, ur: UR }

export function impactWordsOf(language: Language): ImpactWords {
  return WORDS[language]
}
