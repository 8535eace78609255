/** What a letter says around the findings, once for each language. */
import type { Inked } from '@maqami/engine/explain/ink.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import type { DeterminationKind } from './determination.ts'
import type { Ground } from './letter.ts'
import { EN } from './letter-words-en.ts'
import { UR } from './letter-words-ur.ts'

/** How a finding stands in the determination. */
export type LetterState = 'not_met' | 'due_to' | 'due_from' | 'taken_back' | 'imposed' | 'not_imposed' | 'recommended'

export interface LetterWords {
  readonly preparedBy: (name: Inked) => Inked
  readonly approvedBy: (name: Inked) => Inked
  readonly notApproved: Inked
  readonly cureUntil: (served: Inked, last: Inked) => Inked
  readonly answering: (address: Inked) => Inked
  readonly appealing: Inked
  /** Above how an amount was computed. */
  readonly derived: Inked
  /** A formula in words and, where that says more than the result, in figures. */
  readonly formula: (name: Inked, words: Inked, values: Inked | undefined, result: Inked) => Inked
  readonly rounded: (sentence: Inked, rounding: Inked) => Inked
  readonly lines: (caption: Inked, lines: readonly Inked[]) => Inked
  readonly line: (key: Inked, values: Inked, amount: Inked) => Inked
  readonly parameter: (name: Inked, value: Inked, notes: readonly Inked[]) => Inked
  /** Of a number that does not end. */
  readonly about: Inked
  /** What the firm said to the notice, and what was made of it. */
  readonly heard: Inked
  readonly saidOn: (day: Inked) => Inked
  readonly madeOfIt: Inked
  readonly saidLate: Inked
  readonly nothingSaid: Inked
  /** Of a restoration. */
  readonly notAppealed: Inked
  readonly appealUntil: (address: Inked, last: Inked) => Inked
  readonly restsUpon: (grounds: readonly Inked[], more: Inked | undefined) => Inked
  readonly ground: (name: Inked, standing: Ground['standing']) => Inked
  readonly demonstration: Inked
  readonly titles: Readonly<Record<DeterminationKind, Inked>>
  readonly subject: (title: Inked, about: readonly Inked[]) => Inked
  readonly number: Inked
  readonly date: Inked
  readonly restsOn: Inked
  readonly to: Inked
  readonly found: Inked
  readonly states: Readonly<Record<LetterState, Inked>>
  readonly effectiveFrom: (day: Inked) => Inked
  readonly recommendation: Inked
  readonly recommendedTo: (authority: Inked, clause: Inked | undefined) => Inked
  /** Where the law here names nobody who has it. */
  readonly whoHasPower: Inked
  readonly copy: Inked
  /** Of the year's imports, by which law, and with the concession where that is charged too. */
  readonly without: (year: Inked, amount: Inked, law: Inked, before: Inked | undefined) => Inked
  readonly withoutNeeds: (needs: readonly Inked[]) => Inked
  readonly recommendedFrom: (day: Inked) => Inked
  /** What the law gives, where less was decided, and why. */
  readonly computed: (what: readonly Inked[], reasons: Inked) => Inked
  readonly computedFrom: (day: Inked) => Inked
  readonly reasons: Inked
  readonly follows: Inked
  readonly consequences: Readonly<Record<DeterminationKind, (parts: LetterParts) => Inked>>
  readonly appeal: Inked
  readonly mayAppeal: Inked
  readonly noAppeal: Inked
  readonly forAuthority: (authority: Inked) => Inked
  readonly verify: Inked
  readonly release: Inked
  readonly result: Inked
  readonly engine: Inked
  readonly rehearsal: Inked
  readonly noEffect: Inked
}

/** What the sentences about the consequences speak of, as far as they do. */
export interface LetterParts {
  readonly firm: Inked
  /** The number of the determination that this one rests on, where there is one. */
  readonly before: Inked | undefined
  readonly day: Inked
  /** What waits for its budget, each with its name; undefined where it is not known yet. */
  readonly waiting: readonly Inked[] | undefined
  /** Of a restoration: the return was restated so that nothing fails any more. */
  readonly restated: boolean
  /** Whether any of its sanctions has a power behind it, and whether any has none. */
  readonly imposes: boolean
  readonly recommends: boolean
}

const WORDS: Readonly<Record<Language, LetterWords>> = { en: EN, ur: UR }

export function letterWordsOf(language: Language): LetterWords {
  return WORDS[language]
}
