/** What the pages of receipts say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import type { Waits } from './match.ts'
import { EN } from './receipt-words-en.ts'
import { UR } from './receipt-words-ur.ts'
import type { CsvFault, ReceiptState } from './receipt.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function receiptWordsOf(language: Language): typeof EN {
  return WORDS[language]
}

export function faultText({ row, column, fault }: CsvFault, language: Language): string {
  return WORDS[language].faultAt(row, column, WORDS[language].faults[fault])
}

export function stateText(state: ReceiptState, language: Language): string {
  return WORDS[language].states[state]
}

export function waitsText(waits: Waits, language: Language): string {
  return WORDS[language].waits[waits]
}
