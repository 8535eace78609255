/** What a draft does to an industry, once for each language. */
import type { Language } from '@maqami/engine/explain/names.ts'
import { EN } from './draft-words-en.ts'
import { UR } from './draft-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function draftWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
