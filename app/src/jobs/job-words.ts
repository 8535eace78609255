/** The words of the page of jobs. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './job-words-en.ts'
import { UR } from './job-words-ur.ts'

export interface JobWords {
  readonly title: string
  readonly people: string
  readonly lead: string
  readonly counts: string
  readonly list: string
  readonly none: string
  readonly kind: string
  /** Of the kinds that there are; another is shown as it is called. */
  readonly kinds: Readonly<Record<string, string>>
  readonly waiting: string
  readonly failed: string
  readonly about: string
  readonly state: string
  readonly next: string
  readonly tries: string
  readonly error: string
  readonly toDo: string
  readonly retry: string
  readonly done: Readonly<Record<string, string>>
}

const WORDS: Readonly<Record<Language, JobWords>> = { en: EN, ur: UR }

export function jobWordsOf(language: Language): JobWords {
  return WORDS[language]
}
