/** What letters say that warn of something, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './warning-words-en.ts'
import { UR } from './warning-words-ur.ts'

export type DoorLetter =
  | 'new_place'
  | 'password_changed'
  | 'second_factor_set_up'
  | 'second_factor_removed'
  | 'passkey_added'
  | 'passkey_removed'

export interface WarningWords {
  readonly atDoor: (
    about: DoorLetter,
    event: { readonly happened_at: string; readonly address: string; readonly agent: string },
    address: string,
  ) => string
  readonly keyEnds: (name: string, day: string, address: string) => string
}

const WORDS: Readonly<Record<Language, WarningWords>> = { en: EN, ur: UR }

export function warningWordsOf(language: Language): WarningWords {
  return WORDS[language]
}
