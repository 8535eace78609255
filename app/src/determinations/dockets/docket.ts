/** What was found in a run, prepared for determination at once, and approved by another officer who signs the list. */
import { hashOf } from '@maqami/engine/canonical/canonical.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import type { DeterminationKind } from '../determination.ts'

export interface Docket {
  readonly id: string
  readonly run_id: string
  readonly programme: string
  readonly period: string
  /** Common to all of the kind; null where none of it are prepared. */
  readonly failure_reasons: string | null
  readonly entitlement_reasons: string | null
  /** Instead of those, by the identifier of the firm: canonical JSON. */
  readonly own_reasons: string
}

/** One hand at a docket, which goes on as jobs. */
export interface Round {
  readonly id: string
  readonly docket_id: string
  readonly act: 'prepare' | 'approve'
  /** Returns to be looked at, or determinations that were signed. */
  readonly total: number
  readonly signed_hash: string | null
  readonly begun_at: string
  readonly begun_by: string
  readonly begun_for: string
}

export interface RoundEnd {
  readonly kind: 'finished' | 'stopped'
  readonly reason: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

/** The kinds that are prepared many at a time. What a sanction or a restoration does is an officer's to weigh, firm by firm. */
export const DOCKET_KINDS = ['failure', 'entitlement'] as const
export type DocketKind = (typeof DOCKET_KINDS)[number]

/**
 * *undetermined*, *refused*: findings of the kind that lack a fact, or to which the law gives no answer. *discretion*: a sanction that applies.
 * *problem*: what preparing it by itself would be refused with too.
 */
export const LEFT_OUT_REASONS = ['undetermined', 'refused', 'discretion', 'problem'] as const

export interface LeftOut {
  /** Canonical JSON; null where it is the whole return. */
  readonly subject: string | null
  readonly kind: DeterminationKind | null
  readonly findings: readonly string[]
  readonly reason: (typeof LEFT_OUT_REASONS)[number]
  readonly problem: Refusal | null
}

/** A determination on the list that is to be signed. */
export interface Listed {
  readonly number: string
  readonly shown_hash: string
}

/** What an approving officer signs: which determinations, each by the hash of what it says, in their order. */
export async function listHash(docket: string, listed: readonly Listed[]): Promise<string> {
  return await hashOf({ docket, determinations: listed.map(({ number, shown_hash }) => ({ number, shown_hash })) })
}

export type DocketRefusal =
  | { readonly code: 'docket_unknown' }
  | { readonly code: 'docket_open' }
  | { readonly code: 'docket_round_ended' }
  | { readonly code: 'docket_run_open' }
  | { readonly code: 'docket_list_empty' }
  | { readonly code: 'docket_own' }
  | { readonly code: 'docket_not_on_list'; readonly number: string }
  | { readonly code: 'docket_kind_missing' }
