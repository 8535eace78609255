/** What the page says on which it stands where the programmes are, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './overview-words-en.ts'
import { UR } from './overview-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function overviewWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
