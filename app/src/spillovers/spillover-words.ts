/** What is said of spillover, in each language. */
import type { Language } from '@maqami/engine/explain/names.ts'
import { EN } from './spillover-words-en.ts'
import { UR } from './spillover-words-ur.ts'

export interface SpilloverWords {
  readonly title: string
  readonly lead: string
  readonly unit: (unit: string) => string
  readonly from: (provenance: string) => string
  readonly kinds: { readonly type_one: string; readonly type_two: string }
  readonly sector: string
  readonly figures: readonly [output: string, added: string, imports: string, employment: string]
  readonly notSaid: string
  readonly noTypeTwo: string
  readonly endless: string
  readonly backward: string
  readonly forward: string
  readonly multipliers: string
  readonly linkages: string
  readonly effectOf: (increase: {
    readonly amount: number
    readonly sector: string
    readonly into: string | null
  }) => string
  readonly total: string
  readonly estimate: string
  readonly ask: string
  readonly askSector: string
  readonly askAmount: (unit: string) => string
  readonly askInto: string
  readonly intoHint: string
  readonly finalDemand: string
  readonly work: string
  readonly table: string
  readonly country: string
  readonly ofLayout: Readonly<Record<'square' | 'oecd_icio' | 'adb_mrio', string>>
  readonly layout: string
  readonly hash: string
  readonly outputBySector: (made: string) => string
  readonly quadrantTitle: string
  readonly quadrants: readonly [key: string, drawing: string, serving: string, apart: string]
  readonly quadrant: string
  readonly average: string
  readonly own: string
  readonly ownLead: string
  readonly file: string
  readonly fileHint: string
  readonly countryHint: string
  readonly asCsv: string
  readonly shipped: string
  readonly bySector: string
  readonly ofTable: string
  readonly nameHint: string
  readonly intoOwnHint: string
}

const WORDS: Readonly<Record<Language, SpilloverWords>> = { en: EN, ur: UR }

export function spilloverWordsOf(language: Language): SpilloverWords {
  return WORDS[language]
}
