/** A model that a manufacturer makes, its type approvals, and what follows from them on a day. */

export interface Model {
  readonly id: string
  readonly manufacturer_id: string
  readonly name: string
  readonly description: string
  /** Null of a model that was entered before it was asked for. */
  readonly programme: string | null
  /** A member of the programme's category of products; null where it has none. */
  readonly category: string | null
  readonly brand: string
  /** Whose brand it is, where it is made under contract. */
  readonly brand_owner: string
  readonly trade_names: readonly string[]
  readonly registered_at: string
  readonly registered_by: string
}

export interface ModelEvent {
  readonly model_id: string
  readonly position: number
  readonly kind: 'approved' | 'withdrawn'
  /** From when the approval holds, or the day of the withdrawal. */
  readonly effective_on: string
  readonly valid_until: string | null
  readonly number: string | null
  readonly authority: string | null
  readonly document_id: string | null
  readonly reason: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

/** Type allocation codes are seen by the maker and the regulator only; the telecom regulator sees how many there are. */
export interface ModelTac {
  readonly model_id: string
  readonly manufacturer_id: string
  readonly tac: string
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface ModelHeld extends Model {
  /** In the order in which they were recorded. */
  readonly events: readonly ModelEvent[]
  readonly tacs: readonly string[]
}

export type ModelStatus = 'registered' | 'approved' | 'approval_ahead' | 'approval_expired' | 'withdrawn'

/** Days are compared as texts. An approval that holds on the day counts, whatever was recorded after it. */
export function statusOn({ events }: Pick<ModelHeld, 'events'>, day: string): ModelStatus {
  if (events.some(({ kind, effective_on }) => kind === 'withdrawn' && effective_on <= day)) return 'withdrawn'
  const approvals = events.filter(({ kind }) => kind === 'approved')
  if (approvals.length === 0) return 'registered'
  const begun = approvals.filter(({ effective_on }) => effective_on <= day)
  if (begun.length === 0) return 'approval_ahead'
  return begun.some(({ valid_until }) => valid_until === null || valid_until >= day) ? 'approved' : 'approval_expired'
}

/** The approval that holds on the day; of one that has ended or begins later the last. */
export function approvalOn({ events }: Pick<ModelHeld, 'events'>, day: string): ModelEvent | undefined {
  const approvals = events.filter(({ kind }) => kind === 'approved')
  return approvals.findLast((one) => statusOn({ events: [one] }, day) === 'approved') ?? approvals.at(-1)
}

/** Whether an approval holds on some day between these two. */
export function isApprovedWithin(model: Pick<ModelHeld, 'events'>, first: string, last: string): boolean {
  const begin = model.events.map(({ effective_on }) => effective_on).filter((day) => day > first && day <= last)
  return [first, ...begin].some((day) => statusOn(model, day) === 'approved')
}

export type ModelRefusal =
  | { readonly code: 'model_exists'; readonly name: string }
  | { readonly code: 'model_unknown' }
  | { readonly code: 'category_unknown'; readonly programme: string }
  | { readonly code: 'tac_taken'; readonly tac: string; readonly model: string }
  | { readonly code: 'approval_period'; readonly from: string; readonly until: string }
  | { readonly code: 'model_withdrawn'; readonly on: string }
