/** What the pages of programmes say around the law, once for each language. */
import type { Language } from '@maqami/engine/explain/names.ts'
import type { ProgrammeState } from './programme-view.ts'
import { EN } from './programme-words-en.ts'
import { UR } from './programme-words-ur.ts'

export interface ProgrammeWords {
  readonly welcome: string
  readonly whatItIs: readonly string[]
  readonly programmes: string
  readonly programme: string
  readonly authority: string
  readonly state: string
  readonly law: string
  readonly states: Readonly<Record<ProgrammeState, string>>
  readonly rules: string
  readonly numbers: string
  readonly contents: string
  readonly obligations: string
  readonly money: string
  readonly sanctions: string
  readonly figures: string
  readonly from: string
  readonly appliesTo: string
  readonly value: string
  readonly standing: string
  readonly source: string
  readonly clause: string
  readonly comma: string
  readonly upTo: (bound: string) => string
  readonly under: (bound: string) => string
  readonly above: string
  readonly where: (fact: string) => string
  readonly whereNot: (fact: string) => string
  readonly unknown: string
}

const WORDS: Readonly<Record<Language, ProgrammeWords>> = { en: EN, ur: UR }

export function programmeWordsOf(language: Language): ProgrammeWords {
  return WORDS[language]
}
