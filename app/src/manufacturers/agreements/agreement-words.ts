/** What the pages of agreements say, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './agreement-words-en.ts'
import { UR } from './agreement-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function agreementWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
