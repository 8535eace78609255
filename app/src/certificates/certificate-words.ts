/** What the pages of certificates say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './certificate-words-en.ts'
import { UR } from './certificate-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function certificateWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
