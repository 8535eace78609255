/** What is said of statistics, in each language. */
import type { Language } from '@maqami/engine/explain/names.ts'
import type { Contradiction, Group, Status } from './statistic.ts'
import { EN } from './statistic-words-en.ts'
import { UR } from './statistic-words-ur.ts'

export interface StatisticWords {
  readonly title: string
  readonly lead: string
  readonly groups: Readonly<Record<Group, string>>
  readonly units: Readonly<Record<string, string>>
  readonly statuses: Readonly<Record<Status, string>>
  readonly meanings: Readonly<Record<Status, string>>
  readonly statusesTitle: string
  readonly series: string
  readonly period: string
  readonly value: string
  readonly unit: string
  readonly status: string
  readonly saidBy: string
  readonly source: string
  readonly note: string
  readonly notSaid: string
  readonly fiscal: (year: string) => string
  readonly between: (from: string, to: string) => string
  readonly until: (to: string) => string
  /** The finding of a chart: of the last year that it shows. */
  readonly madeAgainst: (year: string, made: string, imported: string) => string
  readonly brandsLed: (brand: string, value: string, period: string) => string
  readonly importsGrew: (before: string, after: string, from: string, to: string) => string
  readonly chartNote: string
  readonly brandsNote: string
  readonly noFigure: string
  readonly figures: (count: number) => string
  readonly contradictions: string
  readonly contradictionsLead: (count: number) => string
  readonly contradictionsNote: string
  readonly contradiction: Readonly<Record<Contradiction['kind'], string>>
}

const WORDS: Readonly<Record<Language, StatisticWords>> = { en: EN, ur: UR }

export function statisticWordsOf(language: Language): StatisticWords {
  return WORDS[language]
}
