/** What the pages, papers and letters of meetings say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './meeting-words-en.ts'
import { UR } from './meeting-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function meetingWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
