/** The pages of kits, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './kit-words-en.ts'
import { UR } from './kit-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function kitWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
