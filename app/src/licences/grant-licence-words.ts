/** The page on which a licence is granted, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './grant-licence-words-en.ts'
import { UR } from './grant-licence-words-ur.ts'
import type { LicenceKind } from './licence.ts'

export interface GrantLicenceWords {
  readonly title: string
  readonly whatItIs: string
  readonly manufacturer: string
  readonly noManufacturer: string
  readonly noProgramme: string
  readonly choose: string
  readonly programme: string
  readonly inRehearsal: (programme: string) => string
  readonly kind: string
  readonly kinds: Readonly<Record<LicenceKind, { readonly label: string; readonly hint: string }>>
  readonly quota: string
  readonly quotaHint: string
  readonly scope: string
  readonly scopeHint: string
  readonly from: string
  readonly until: string
  readonly dayHint: string
  readonly reason: string
  readonly reasonHint: string
  readonly effect: readonly string[]
  readonly grant: string
  readonly granted: (number: string, firm: string, from: string, until: string) => string
}

const WORDS: Readonly<Record<Language, GrantLicenceWords>> = { en: EN, ur: UR }

export function grantLicenceWordsOf(language: Language): GrantLicenceWords {
  return WORDS[language]
}
