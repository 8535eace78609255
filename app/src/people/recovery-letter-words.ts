/** Letters about the recovery of a second factor. What everybody must understand at once stands in both languages. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './recovery-letter-words-en.ts'
import { UR } from './recovery-letter-words-ur.ts'

export interface RecoveryLetterWords {
  readonly subject: string
  readonly toPerson: (
    said: { readonly ready_at: string; readonly stop: string; readonly finish: string },
    language: Language,
  ) => string
  readonly toAdministrator: (
    said: { readonly name: string; readonly ready_at: string; readonly stop: string },
    language: Language,
  ) => string
}

/** The subject in the first line. */
export function bothLanguages(text: (words: RecoveryLetterWords, language: Language) => string): string {
  return `${EN.subject} – ${UR.subject}\n\n${text(EN, 'en')}\n\n– – –\n\n${text(UR, 'ur')}`
}
