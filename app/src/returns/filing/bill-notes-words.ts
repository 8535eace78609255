/** A return beside the bills of materials of its models, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './bill-notes-words-en.ts'
import { UR } from './bill-notes-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function billNotesWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
