/** What the pages of attestations say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './attestation-words-en.ts'
import { UR } from './attestation-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function attestationWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
