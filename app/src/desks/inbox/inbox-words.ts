/** The inbox of a firm, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './inbox-words-en.ts'
import { UR } from './inbox-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function inboxWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
