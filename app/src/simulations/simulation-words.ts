/** What the summary of a simulation says around the law, once for each language. */
import type { Language } from '@maqami/engine/explain/names.ts'
import { EN } from './simulation-words-en.ts'
import { UR } from './simulation-words-ur.ts'

export interface SimulationWords {
  readonly hasValue: string
  readonly inAll: string
  readonly release: (hash: string, draft: string | undefined) => string
  readonly byReason: string
  readonly moreReasons: (count: string) => string
  readonly rows: (all: string, exact: string) => string
}

const WORDS: Readonly<Record<Language, SimulationWords>> = { en: EN, ur: UR }

export function simulationWordsOf(language: Language): SimulationWords {
  return WORDS[language]
}
