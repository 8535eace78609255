/** What the page of suppliers says, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './supplier-words-en.ts'
import { UR } from './supplier-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function supplierWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
