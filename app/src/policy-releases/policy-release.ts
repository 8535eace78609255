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
}

export type ReleaseRefusal =
  | { readonly code: 'release_unknown' }
  | { readonly code: 'release_approved' }
  | { readonly code: 'own_proposal' }
  /** What is wrong with the files, a sentence with its place each. */
  | { readonly code: 'release_broken'; readonly problems: readonly string[] }
  | { readonly code: 'release_late'; readonly effective_on: string; readonly last: string }

export interface NotInForce {
  readonly code: 'no_release_in_force'
  readonly programme: string
  readonly day: string
}
