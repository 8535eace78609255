/** What the assessment page says around the explanations, once for each language. */
import type { Inked } from '@maqami/engine/explain/ink.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { EN } from './assessment-words-en.ts'
import { UR } from './assessment-words-ur.ts'

export interface AssessmentWords {
  readonly assessment: Inked
  readonly skip: Inked
  /** Written in the other language: it is for readers of that one. */
  readonly otherLanguage: Inked
  readonly programme: Inked
  readonly subject: Inked
  readonly year: Inked
  readonly asOf: Inked
  readonly periodEnd: Inked
  readonly law: Inked
  readonly standing: Inked
  readonly allMet: (count: Inked) => Inked
  readonly someNotMet: (failing: Inked, count: Inked) => Inked
  readonly someOpen: (open: Inked, count: Inked) => Inked
  readonly someNotAsked: (free: Inked, count: Inked) => Inked
  readonly noRequirements: Inked
  readonly target: (value: Inked) => Inked
  readonly next: Inked
  readonly nothingNext: Inked
  readonly give: (missing: Inked) => Inked
  readonly meet: (requirement: Inked) => Inked
  /** The period is over, and nothing that is done now meets it. */
  readonly missed: (requirement: Inked, day: Inked) => Inked
  readonly follows: (day: Inked, sanctions: Inked) => Inked
  readonly applies: (day: Inked, sanctions: Inked) => Inked
  readonly followsLater: (sanctions: Inked) => Inked
  readonly unlessIt: (condition: Inked) => Inked
  readonly is: (name: Inked, value: Inked) => Inked
  readonly findings: Inked
  readonly obligations: Inked
  readonly money: Inked
  readonly sanctions: Inked
  readonly figures: Inked
  readonly finding: Inked
  readonly state: Inked
  readonly outcome: Inked
  readonly whyOf: (finding: Inked) => Inked
  readonly rests: Inked
  readonly warnings: Inked
  readonly why: Inked
  readonly reproducible: Inked
  readonly release: Inked
  readonly facts: Inked
  readonly engine: Inked
}

const WORDS: Readonly<Record<Language, AssessmentWords>> = { en: EN, ur: UR }

export function assessmentWordsOf(language: Language): AssessmentWords {
  return WORDS[language]
}
