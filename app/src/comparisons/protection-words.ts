/** What is said of the protection of products, in each language. */
import type { Inked } from '@maqami/engine/explain/ink.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { EN } from './protection-words-en.ts'
import { UR } from './protection-words-ur.ts'

export interface ProtectionWords {
  readonly title: Inked
  readonly lead: Inked
  readonly reading: Inked
  readonly alarms: (count: Inked) => Inked
  readonly noAlarms: Inked
  /** Why making a product here is taxed more than importing it. */
  readonly alarm: (product: Inked, tariff: Inked, input: Inked, inputTariff: Inked) => Inked
  readonly borne: (tariff: Inked, clauses: Inked) => Inked
  readonly tried: (tariff: Inked) => Inked
  readonly unknown: (product: Inked, reason: Inked) => Inked
  readonly product: Inked
  readonly tariff: Inked
  readonly share: Inked
  readonly inputTariff: Inked
  readonly rate: Inked
  readonly moved: Inked
  readonly fromTo: (low: Inked, high: Inked, atLow: Inked, atHigh: Inked) => Inked
  readonly verdict: Inked
  readonly negative: Inked
  readonly notNegative: Inked
  readonly notKnown: Inked
  readonly chart: Inked
  readonly tariffOf: (product: Inked) => Inked
  readonly inputTariffOf: (product: Inked) => Inked
  readonly tryOut: Inked
  readonly whatIsUnknown: Inked
  readonly compare: Inked
  readonly toComparison: Inked
  readonly toProtection: Inked
  readonly back: Inked
}

const WORDS: Readonly<Record<Language, ProtectionWords>> = { en: EN, ur: UR }

export function protectionWordsOf(language: Language): ProtectionWords {
  return WORDS[language]
}
