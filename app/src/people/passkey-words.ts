/** What is said of passkeys, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './passkey-words-en.ts'
import { UR } from './passkey-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function passkeyWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
