/** What the page of a version of a return says, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './version-words-en.ts'
import { UR } from './version-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function versionWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
