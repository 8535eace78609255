/** The file that is relied upon, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './file-words-en.ts'
import { UR } from './file-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function fileWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
