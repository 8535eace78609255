/** The pages on which notice is served and a cure recorded, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './notice-forms-words-en.ts'
import { UR } from './notice-forms-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function noticeFormsWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
