/** The pages of assessments of filed returns, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { EN } from './assessment-words-en.ts'
import { UR } from './assessment-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function filedAssessmentWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
