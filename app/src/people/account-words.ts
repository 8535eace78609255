/** What the pages of one’s own account say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './account-words-en.ts'
import { UR } from './account-words-ur.ts'

export function accountWordsOf(language: Language): typeof EN {
  return language === 'ur' ? UR : EN
}
