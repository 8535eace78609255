/** What the pages of guarantees say, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { waitsText } from '../receipt-words.ts'
import { EN } from './guarantee-words-en.ts'
import { UR } from './guarantee-words-ur.ts'
import type { GuaranteeRefusal, GuaranteeState } from './guarantee.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function guaranteeWordsOf(language: Language): typeof EN {
  return WORDS[language]
}

export function guaranteeStateText(state: GuaranteeState, language: Language): string {
  return WORDS[language].states[state]
}

type CallUnfit = Extract<GuaranteeRefusal, { readonly code: 'guarantee_call_unfit' }>['waits']

export function callUnfitText(waits: CallUnfit, language: Language): string {
  return waits === 'other_secured' || waits === 'not_in_effect'
    ? WORDS[language].callUnfit[waits]
    : waitsText(waits, language)
}
