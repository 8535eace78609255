/** What the pages of programmes say around the law, once for each language. */
import type { Language } from '@maqami/engine/explain/names.ts'
import { EN } from './programme-words-en.ts'
import { UR } from './programme-words-ur.ts'
import type { ProgrammeState } from './programme-view.ts'

export interface ProgrammeWords {
  readonly welcome: string
  readonly whatItIs: readonly string[]
  readonly programmes: string
  readonly authority: string
  readonly state: string
  readonly law: string
  readonly states: Readonly<Record<ProgrammeState, string>>
  readonly contents: string
  readonly obligations: string
  readonly money: string
  readonly sanctions: string
  readonly figures: string
  readonly numbers: string
  readonly changes: string
  readonly seeDay: string
  readonly day: string
  readonly dayHint: string
  readonly show: string
  readonly numbersOn: (day: string) => string
  readonly nothingOn: string
  readonly asTable: string
  readonly name: string
  readonly from: string
  readonly appliesTo: string
  readonly value: string
  readonly standing: string
  readonly source: string
  readonly number: string
  readonly amount: string
  readonly upTo: (bound: string) => string
  readonly under: (bound: string) => string
  readonly overBound: (bound: string) => string
  readonly fromBound: (bound: string) => string
  readonly above: string
  readonly truth: Readonly<Record<'yes' | 'no', string>>
  readonly unknown: string
  readonly drafts: string
  readonly draft: (name: string) => string
  readonly noDraft: string
  readonly draftChanges: (count: number) => string
  readonly changeKinds: Readonly<Record<'added' | 'removed' | 'changed', string>>
  readonly wordsOnly: string
  readonly examples: string
  readonly exampleCount: (count: number) => string
  readonly noExamples: string
  readonly example: string
  readonly asOf: string
  readonly result: string
  readonly asExpected: string
  readonly otherwise: string
  readonly facts: string
  readonly why: string
  readonly factsRefused: string
}

const WORDS: Readonly<Record<Language, ProgrammeWords>> = { en: EN, ur: UR }

export function programmeWordsOf(language: Language): ProgrammeWords {
  return WORDS[language]
}
