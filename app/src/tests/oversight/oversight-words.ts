import type { Language } from '../../kernel/problem.ts'
import { EN } from './oversight-words-en.ts'
import { UR } from './oversight-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function oversightWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
