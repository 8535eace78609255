/** What the page of the trial balance says, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './trial-words-en.ts'
import { UR } from './trial-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function trialWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
