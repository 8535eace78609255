/** What the calendar and its reminders say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './deadline-words-en.ts'
import { UR } from './deadline-words-ur.ts'

export function deadlineWordsOf(language: Language): typeof EN {
  return language === 'ur' ? UR : EN
}
