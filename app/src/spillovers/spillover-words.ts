/** What is said of spillover, in each language. */
import type { Language } from '@maqami/engine/explain/names.ts'
import { EN } from './spillover-words-en.ts'
import { UR } from './spillover-words-ur.ts'

export interface SpilloverWords {
  readonly unit: (unit: string) => string
  readonly kinds: { readonly one: string; readonly two: string }
  readonly sector: string
  readonly output: string
  readonly added: string
  readonly imports: string
  readonly employment: string
  readonly backward: string
  readonly forward: string
  readonly multipliers: string
  readonly linkages: string
  readonly effect: (amount: string, sector: string) => string
  readonly total: string
  readonly estimate: string
}

const WORDS: Readonly<Record<Language, SpilloverWords>> = { en: EN, ur: UR }

export function spilloverWordsOf(language: Language): SpilloverWords {
  return WORDS[language]
}
