/** A release applied to a version of a return on a day, with what was known by then. */
import type { Told } from '../../kernel/command.ts'
import type { NotInForce } from '../../policy-releases/policy-release.ts'
import type { ReturnRefusal } from '../../returns/filing/return.ts'

export interface FiledAssessment {
  readonly id: string
  readonly return_id: string
  readonly version: number
  readonly manufacturer_id: string
  readonly release_id: string
  readonly as_of: string
  /** When it was asked what is known of the case, and the case facts that were. */
  readonly cut_off: string
  readonly case_fact_ids: readonly string[]
  readonly engine_version: string
  /** Canonical JSON: subjects with facts, findings, explanation and origins. */
  readonly result: string
  /** Of that text. */
  readonly result_hash: string
  readonly made_by: string
}

/** The newest of a version of a return, and what in it can be determined. */
export interface NewestAssessment extends Pick<FiledAssessment, 'id' | 'return_id' | 'version' | 'as_of' | 'cut_off'> {
  /** The subjects that miss a requirement. */
  readonly failing: readonly Readonly<Record<string, string>>[]
  /** Those to which, or by which, an amount is due. */
  readonly owing: readonly Readonly<Record<string, string>>[]
}

/** The programme does not say how a gap could be closed. */
export interface NoAdviser {
  readonly code: 'no_adviser'
  readonly programme: string
}

/** Why a release cannot be applied to what was filed. */
export type NotApplicable = Extract<AssessmentRefusal, { readonly code: 'day_before_year' | 'facts_do_not_fit' }>

export type AssessmentRefusal =
  | { readonly code: 'assessment_unknown' }
  /** Only a yearly return is assessed: what was filed for the months is held against it. */
  | { readonly code: 'kind_not_assessed'; readonly kind: string }
  | { readonly code: 'day_before_year'; readonly day: string; readonly first: string }
  | { readonly code: 'day_not_reached'; readonly day: string; readonly today: string }
  /** Facts that the law now in force does not know or reads otherwise, each with its place. */
  | { readonly code: 'facts_do_not_fit'; readonly problems: readonly Required<Told>[] }
  | NoAdviser
  | ReturnRefusal
  | NotInForce
