/** A licence, the orders about it, and what follows from them on a day. */

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

/** What customs asks at the gate, and is told in a form that it can verify offline. */
export interface GateAnswer {
  readonly licence: string
  readonly day: string
  readonly units: number
  readonly allowed: boolean
  /** Why not, or `good`. */
  readonly because: LicenceStatus | 'quota_used_up' | 'not_an_import_licence'
  readonly remaining: number | null
  readonly rehearsal: boolean
}

export function answerAt(licence: Licence, day: string, units: number): GateAnswer {
  const status = statusOn(licence, day)
  const left = remaining(licence)
  const because =
    licence.kind !== 'import_licence'
      ? 'not_an_import_licence'
      : status === 'good' && left !== undefined && left < units
        ? 'quota_used_up'
        : status
  return {
    licence: licence.number,
    day,
    units,
    allowed: because === 'good',
    because,
    remaining: left ?? null,
    rehearsal: licence.rehearsal,
  }
}

export type LicenceRefusal =
  | { readonly code: 'licence_unknown' }
  | { readonly code: 'licence_period'; readonly valid_from: string; readonly valid_until: string }
  | { readonly code: 'entry_drawn'; readonly entry: string }
  | { readonly code: 'licence_not_good'; readonly because: GateAnswer['because']; readonly day: string }
  | { readonly code: 'quota_exceeded'; readonly remaining: number; readonly units: number }
  | { readonly code: 'day_ahead'; readonly day: string; readonly today: string }
