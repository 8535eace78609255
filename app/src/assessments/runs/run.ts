/** All returns of a period assessed together, and what came out otherwise than the last time. */
import type { ManufacturerRefusal } from '../../manufacturers/manufacturer.ts'
import type { NotInForce } from '../../policy-releases/policy-release.ts'

export interface Run {
  readonly id: string
  readonly programme: string
  readonly period: string
  readonly as_of: string
  /** In force when it was begun, whatever is in force when it comes to an end. */
  readonly release_id: string
  /** Null where it is of all firms. */
  readonly manufacturer_id: string | null
  /** The finished run before it. */
  readonly base_id: string | null
  readonly total: number
  readonly begun_at: string
  readonly begun_by: string
  readonly begun_for: string
}

export interface RunEnd {
  readonly kind: 'finished' | 'stopped'
  readonly reason: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

/** The gravest first: what could not be assessed at all, to which the law gives no answer, that misses a requirement, that lacks a fact. */
export const RUN_OUTCOMES = ['could_not', 'refused', 'not_met', 'undetermined', 'met'] as const
export type RunOutcome = (typeof RUN_OUTCOMES)[number]

/** Of one finding: the facts without which nothing can be said. */
export interface Lacking {
  /** Canonical JSON. */
  readonly subject: string
  readonly finding: string
  /** `parts[3].unit_value`. */
  readonly missing: readonly string[]
}

/**
 * Why something came out otherwise. *rule*: the formulas; *law*: the numbers and the instruments behind them; *release*: both together, where
 * one does not go with the other as it was; *day*: that of the assessment.
 */
export const CAUSES = ['data', 'day', 'rule', 'law', 'release', 'engine'] as const
export type Cause = (typeof CAUSES)[number]

export interface RunChange {
  readonly subject: string
  readonly finding: string
  /** As worked examples write it; null where there was no such finding. */
  readonly before: string | null
  readonly after: string | null
  readonly causes: readonly Cause[]
}

export interface RunResult {
  readonly run_id: string
  readonly return_id: string
  readonly manufacturer_id: string
  readonly outcome: RunOutcome
  readonly assessment_id: string | null
  readonly problem: { readonly code: string } | null
  readonly missing: readonly Lacking[]
  /** Null where the run before has nothing about the return. */
  readonly changes: readonly RunChange[] | null
  readonly recorded_at: string
}

export type RunRefusal =
  | { readonly code: 'run_unknown' }
  | { readonly code: 'run_ended' }
  | { readonly code: 'run_open' }
  | { readonly code: 'nothing_to_assess'; readonly period: string }
  | { readonly code: 'day_not_reached'; readonly day: string; readonly today: string }
  | ManufacturerRefusal
  | NotInForce
