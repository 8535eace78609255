/** What the pages of budgets say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './budget-words-en.ts'
import { UR } from './budget-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function budgetWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
