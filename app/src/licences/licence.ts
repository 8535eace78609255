/** A licence, the orders about it, and what follows from them on a day. */
import { type HeldLine, lineFor, type ScopeRefusal } from './scope.ts'

export type LicenceKind = 'import_licence' | 'manufacturing_authorisation'

export interface LicenceOrder {
  readonly licence_id: string
  readonly position: number
  readonly kind: 'grant' | 'suspend' | 'restore' | 'revoke'
  readonly effective_on: string
  readonly reason: string
  readonly determination_id: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface Licence {
  readonly id: string
  readonly number: string
  readonly manufacturer_id: string
  readonly programme: string
  readonly kind: LicenceKind
  /** Granted under law that does not bind. */
  readonly rehearsal: boolean
  /** Units that may be imported; null where there is no limit. */
  readonly quota: number | null
  readonly valid_from: string
  readonly valid_until: string
  /** Empty where it is for all goods. */
  readonly scope: readonly HeldLine[]
  /** In the order in which they were given. */
  readonly orders: readonly LicenceOrder[]
  /** Units drawn on the quota. */
  readonly drawn: number
}

export type LicenceStatus = 'not_yet_valid' | 'good' | 'suspended' | 'revoked' | 'expired'

const AFTER: Readonly<Record<LicenceOrder['kind'], LicenceStatus>> = {
  grant: 'good',
  suspend: 'suspended',
  restore: 'good',
  revoke: 'revoked',
}

/** Days are compared as texts: `2027-06-30`. Of two orders that take effect on the same day the later one holds. */
export function statusOn(licence: Pick<Licence, 'valid_from' | 'valid_until' | 'orders'>, day: string): LicenceStatus {
  if (day < licence.valid_from) return 'not_yet_valid'
  const last = licence.orders
    .filter((order) => order.effective_on <= day)
    .toSorted((a, b) =>
      a.effective_on === b.effective_on ? a.position - b.position : a.effective_on < b.effective_on ? -1 : 1,
    )
    .at(-1)
  const ordered = last === undefined ? 'not_yet_valid' : AFTER[last.kind]
  if (ordered === 'revoked') return ordered
  return day > licence.valid_until ? 'expired' : ordered
}

/** Undefined where there is no limit. */
export function remaining({ quota, drawn }: Pick<Licence, 'quota' | 'drawn'>): number | undefined {
  return quota === null ? undefined : quota - drawn
}

/** What customs asks about: so many units of a line of the tariff, on a day. */
export interface Import {
  readonly day: string
  readonly units: number
  /** The eight digits of the national line. */
  readonly hs_line: string
}

/** What customs asks at the gate, and is told in a form that it can verify offline. */
export interface GateAnswer extends Import {
  readonly licence: string
  readonly kind: LicenceKind
  /** Of the licence on that day, whatever is imported: a manufacturing authorisation has one too. */
  readonly status: LicenceStatus
  readonly allowed: boolean
  /** Why not, or `good`. */
  readonly because: LicenceStatus | 'quota_used_up' | 'out_of_scope' | 'not_an_import_licence'
  /** Units of this line that are left, of its own quota and of that of the whole licence the less. */
  readonly remaining: number | null
  readonly rehearsal: boolean
}

export function answerAt(licence: Licence, asked: Import): GateAnswer {
  const { day, units, hs_line } = asked
  const status = statusOn(licence, day)
  const line = lineFor(licence.scope, hs_line, day)
  const left = leftFor(licence, line)
  const answer = { licence: licence.number, day, units, hs_line, kind: licence.kind, status, remaining: left ?? null }
  const because = reasonFor()
  return { ...answer, allowed: because === 'good', because, rehearsal: licence.rehearsal }

  function reasonFor(): GateAnswer['because'] {
    if (licence.kind !== 'import_licence') return 'not_an_import_licence'
    if (status !== 'good') return status
    if (line === undefined && licence.scope.length > 0) return 'out_of_scope'
    return left !== undefined && left < units ? 'quota_used_up' : 'good'
  }
}

function leftFor(licence: Licence, line: HeldLine | undefined): number | undefined {
  const limits = [remaining(licence), line === undefined ? undefined : remaining(line)].filter(
    (limit) => limit !== undefined,
  )
  return limits.length === 0 ? undefined : Math.min(...limits)
}

export type LicenceRefusal =
  | { readonly code: 'licence_unknown' }
  | { readonly code: 'licence_period'; readonly valid_from: string; readonly valid_until: string }
  | ScopeRefusal
  | { readonly code: 'entry_drawn'; readonly entry: string; readonly hs_line: string }
  | { readonly code: 'out_of_scope'; readonly hs_line: string; readonly day: string }
  | { readonly code: 'licence_not_good'; readonly because: GateAnswer['because']; readonly day: string }
  | { readonly code: 'quota_exceeded'; readonly remaining: number; readonly units: number }
  | { readonly code: 'day_ahead'; readonly day: string; readonly today: string }
