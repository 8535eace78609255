/** The page on which a bill of materials comes as a workbook, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './bill-workbook-words-en.ts'
import { UR } from './bill-workbook-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function billWorkbookWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
