/** What the pages of tests say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './test-words-en.ts'
import { UR } from './test-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function testWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
