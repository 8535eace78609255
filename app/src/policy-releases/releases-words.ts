/** The page of published releases, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './releases-words-en.ts'
import { UR } from './releases-words-ur.ts'
import type { DeclineKind } from './policy-release.ts'
import type { ReleaseState } from './releases-view.ts'

export interface ReleasesWords {
  readonly releases: string
  readonly whatTheyAre: string
  readonly none: string
  readonly waiting: string
  readonly noneWaiting: string
  readonly published: string
  readonly programme: string
  readonly state: string
  readonly states: Readonly<Record<ReleaseState, string>>
  readonly applied: string
  readonly law: string
  readonly effectiveOn: string
  readonly proposed: string
  readonly approved: string
  readonly hash: string
  readonly onBy: (when: string, person: string | undefined) => string
  readonly approve: (programme: string) => string
  readonly willApply: (programme: string, day: string) => string
  readonly inRehearsal: string
  readonly binds: string
  readonly notUndone: string
  readonly seeEffect: string
  readonly seeAndApprove: string
  readonly own: string
  readonly others: string
  /** By the word that the action leaves. */
  readonly done: Readonly<Record<'approved' | DeclineKind, string>>
  readonly decline: (programme: string) => string
  readonly withdraw: (programme: string) => string
  readonly reason: string
  readonly reasonHint: string
  readonly changesNothing: (programme: string) => string
  readonly notAgain: string
  readonly decided: string
  readonly cameToNothing: string
  readonly on: string
}

const WORDS: Readonly<Record<Language, ReleasesWords>> = { en: EN, ur: UR }

export function releasesWordsOf(language: Language): ReleasesWords {
  return WORDS[language]
}
