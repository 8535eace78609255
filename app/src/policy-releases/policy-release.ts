/** The law as it was published: immutable, and in force from a day once two officers stand behind it. */

export interface PolicyRelease {
  readonly id: string
  readonly programme: string
  readonly hash: string
  /** The texts of the programme's folder by their path. */
  readonly files: Readonly<Record<string, string>>
  readonly rehearsal: boolean
  readonly effective_on: string
  readonly proposed_at: string
  readonly proposed_by: string
  readonly approved_at: string | null
  readonly approved_by: string | null
  /** What came of it where it was not approved. */
  readonly decline_kind: DeclineKind | null
  readonly decline_reason: string | null
  readonly declined_at: string | null
  readonly declined_by: string | null
}

/** *declined* by a second officer, *withdrawn* by who proposed it. */
export type DeclineKind = 'declined' | 'withdrawn'

export function isWaiting({ approved_at, declined_at }: Pick<PolicyRelease, 'approved_at' | 'declined_at'>): boolean {
  return approved_at === null && declined_at === null
}

export type ReleaseRefusal =
  | { readonly code: 'release_unknown' }
  | { readonly code: 'release_approved' }
  | { readonly code: 'release_declined' }
  | { readonly code: 'own_proposal' }
  /** What it changes for whom has not been computed to the end, or something else was shown. */
  | { readonly code: 'effect_not_shown' }
  | { readonly code: 'effect_unknown' }
  | { readonly code: 'no_law_before' }
  | { readonly code: 'other_proposal' }
  /** What is wrong with the files, a sentence with its place each. */
  | { readonly code: 'release_broken'; readonly problems: readonly string[] }
  | { readonly code: 'release_late'; readonly effective_on: string; readonly last: string }

export interface NotInForce {
  readonly code: 'no_release_in_force'
  readonly programme: string
  readonly day: string
}
