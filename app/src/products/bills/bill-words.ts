/** What the pages of bills of materials say, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './bill-words-en.ts'
import { UR } from './bill-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function billWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
