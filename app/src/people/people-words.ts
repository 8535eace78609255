/** What the pages of an organization’s people say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './people-words-en.ts'
import { UR } from './people-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function peopleWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
