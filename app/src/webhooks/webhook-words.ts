/** What the pages of webhooks say, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './webhook-words-en.ts'
import { UR } from './webhook-words-ur.ts'

export function webhookWordsOf(language: Language): typeof EN {
  return language === 'ur' ? UR : EN
}
