/** What is said of what an unmet requirement costs, in each language. */
import type { Inked } from '@maqami/engine/explain/ink.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { EN } from './costs-words-en.ts'
import { UR } from './costs-words-ur.ts'

export interface CostsWords {
  readonly title: Inked
  readonly hint: Inked
  readonly states: Readonly<Record<'not_met' | 'undetermined', (requirement: Inked) => Inked>>
  readonly alone: (requirement: Inked) => Inked
  readonly finding: Inked
  readonly stands: Inked
  readonly ifMet: Inked
  readonly ifNotMet: Inked
  readonly difference: Inked
  readonly notYet: (amount: Inked | undefined, because: Inked) => Inked
  readonly lacking: Inked
  readonly missing: Inked
  readonly undetermined: Inked
  readonly follows: Inked
  readonly either: (findings: Inked) => Inked
  readonly unsaid: (findings: Inked) => Inked
}

const WORDS: Readonly<Record<Language, CostsWords>> = { en: EN, ur: UR }

export function costsWordsOf(language: Language): CostsWords {
  return WORDS[language]
}
