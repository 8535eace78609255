/** What the rules do not foresee: it waits for an officer until one lets it go on, with a reason. */
import type { Language } from '../kernel/problem.ts'

export const REFERRAL_KINDS = [
  /** An assessment in which the law gives no answer. */
  'finding_refused',
  /** An assessment that lacks what no return and no record could tell. */
  'finding_undetermined',
  /** A sanction that the authority has no power to impose: it recommends it to whoever has. */
  'power_missing',
  /** What a determination orders, and the service does not know how to do. */
  'effect_unknown',
  'job_failed',
  /** An import that happened while the gate could not be asked, and that its licence does not cover. */
  'late_draw',
  /** One kit in several customs entries, of which one has fewer parts than the law asks for. */
  'kit_split',
] as const
export type ReferralKind = (typeof REFERRAL_KINDS)[number]

/** Where money or a sanction waits, an approving officer lets it go on, and not the one who referred it. */
export const NEEDS_APPROVER: Readonly<Record<ReferralKind, boolean>> = {
  finding_refused: true,
  finding_undetermined: true,
  power_missing: true,
  effect_unknown: true,
  job_failed: false,
  late_draw: true,
  kit_split: true,
}

/** Once in each language. */
export type InBoth = Readonly<Record<Language, string>>

export interface Refer {
  readonly kind: ReferralKind
  /** As the audit log names it: `return` and its identifier, `determination` and its number. */
  readonly subject: string
  readonly manufacturer_id: string | null
  /** For officers alone. */
  readonly words: InBoth
}

export interface Referral extends Omit<Refer, 'words'> {
  readonly id: string
  readonly needs_approver: boolean
  readonly referred_at: string
  readonly referred_by: string
  /** Null for a firm, which learns only that an officer has it. */
  readonly words: InBoth | null
  readonly released: Released | null
}

export interface Released {
  readonly reason: string
  readonly released_at: string
  readonly released_by: string
}

/** What a command says that finds its subject with an officer. */
export interface Referred {
  readonly code: 'referred'
  readonly kind: ReferralKind
  /** The day: `2027-08-01`. */
  readonly since: string
  readonly needs_approver: boolean
}

export type ReferralRefusal =
  | Referred
  | { readonly code: 'referral_unknown' }
  | { readonly code: 'referral_released' }
  | { readonly code: 'approver_releases' }
  | { readonly code: 'own_referral' }

/** The page of the thing that waits; undefined where it has none. */
export function addressOf({ subject }: Pick<Referral, 'subject'>): string | undefined {
  const [noun = '', name = ''] = subject.split(' ')
  switch (noun) {
    case 'return':
    case 'determination':
    case 'licence':
    case 'notice':
    case 'manufacturer':
      return `/${noun}s/${name}`
    default:
      return undefined
  }
}
