/** A licence, the orders about it, and what follows from them on a day. */
import type { GateAnswer } from './gate.ts'
import type { HeldLine, ScopeRefusal } from './scope.ts'

/** Under a concession goods of its lines come in at the concessionary duty. */
export type LicenceKind = 'import_licence' | 'manufacturing_authorisation' | 'concession'

export interface LicenceOrder {
  readonly licence_id: string
  readonly position: number
  /**
   * Concessions alone are withdrawn, which `restore` undoes as well; `restrict` leaves a share of the quota until `lift`, whatever its state;
   * `pass` has another holder, and `lapse` ends it with its firm.
   */
  readonly kind: 'grant' | 'suspend' | 'withdraw' | 'restore' | 'revoke' | 'restrict' | 'lift' | 'pass' | 'lapse'
  readonly effective_on: string
  /** To how many percent of each quota as granted it is restricted: `60`; null of every other order. */
  readonly percent: string | null
  readonly reason: string
  readonly determination_id: string | null
  /** The event of a firm by which it passes or lapses. */
  readonly event_id: string | null
  /** Who holds it from the day on where it passes. */
  readonly to_id: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface Licence {
  readonly id: string
  readonly number: string
  /** To whom it was granted. */
  readonly manufacturer_id: string
  /** Who holds it now. */
  readonly holder_id: string
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

export type LicenceStatus = 'not_yet_valid' | 'good' | 'suspended' | 'withdrawn' | 'revoked' | 'expired'

/** What passes stays as it is, and so does what is restricted: a suspended licence passes suspended. */
const AFTER: Readonly<Record<LicenceOrder['kind'], LicenceStatus | undefined>> = {
  grant: 'good',
  suspend: 'suspended',
  withdraw: 'withdrawn',
  restore: 'good',
  revoke: 'revoked',
  lapse: 'expired',
  pass: undefined,
  restrict: undefined,
  lift: undefined,
}

/** What its status follows from. */
export interface Standing extends Pick<Licence, 'valid_from' | 'valid_until'> {
  readonly orders: readonly Pick<LicenceOrder, 'kind' | 'effective_on' | 'position'>[]
}

/** Days are compared as texts: `2027-06-30`. Of two orders that take effect on the same day the later one holds. */
export function statusOn(licence: Standing, day: string): LicenceStatus {
  if (day < licence.valid_from) return 'not_yet_valid'
  const orders = inEffect(licence, day)
  const last = orders.findLast(({ kind }) => AFTER[kind] !== undefined)
  const ordered = (last === undefined ? undefined : AFTER[last.kind]) ?? 'not_yet_valid'
  if (ordered === 'revoked') return ordered
  // The event by which it ended may have become known after an order that was given for a later day.
  const isOver = day > licence.valid_until || orders.some(({ kind }) => kind === 'lapse')
  return isOver ? 'expired' : ordered
}

/** Whether anything can be done under it on the day or after: what is suspended or withdrawn may be restored. */
export function isAlive(licence: Standing, day: string): boolean {
  return !['revoked', 'expired'].includes(statusOn(licence, day))
}

/** Who holds it on the day; before its first day whoever it was granted to. */
export function holderOn(licence: Pick<Licence, 'manufacturer_id' | 'orders'>, day: string): string {
  return inEffect(licence, day).findLast(({ to_id }) => to_id !== null)?.to_id ?? licence.manufacturer_id
}

/** The first day on which a firm held it; undefined where it never did. */
export function heldFrom(
  { manufacturer_id, valid_from, orders }: Pick<Licence, 'manufacturer_id' | 'valid_from' | 'orders'>,
  firm: string,
): string | undefined {
  if (firm === manufacturer_id) return valid_from
  return orders.find(({ to_id }) => to_id === firm)?.effective_on
}

/** The orders that have effect on the day, in that order. */
export function inEffect<Order extends Pick<LicenceOrder, 'effective_on' | 'position'>>(
  { orders }: { readonly orders: readonly Order[] },
  day: string,
): readonly Order[] {
  return orders
    .filter((order) => order.effective_on <= day)
    .toSorted((a, b) =>
      a.effective_on === b.effective_on ? a.position - b.position : a.effective_on < b.effective_on ? -1 : 1,
    )
}

/** What its restriction follows from. */
export interface Restrictable {
  readonly orders: readonly Pick<LicenceOrder, 'kind' | 'effective_on' | 'position' | 'percent'>[]
}

/** To how many percent of its quotas it is restricted on the day; null where it is not. */
export function restrictedOn(licence: Restrictable, day: string): string | null {
  return inEffect(licence, day).findLast(({ kind }) => kind === 'restrict' || kind === 'lift')?.percent ?? null
}

/** Whole units of a quota that so many percent of it are. */
export function shareOf(quota: number, percent: string | null): number {
  if (percent === null) return quota
  const [whole = '', decimals = ''] = percent.split('.')
  return Number((BigInt(quota) * BigInt(whole + decimals)) / 10n ** BigInt(2 + decimals.length))
}

/** Undefined where there is no limit. What was drawn before a restriction stays drawn, and nothing is left then. */
export function remaining(
  { quota, drawn }: Pick<Licence, 'quota' | 'drawn'>,
  percent: string | null,
): number | undefined {
  return quota === null ? undefined : Math.max(0, shareOf(quota, percent) - drawn)
}

export type LicenceRefusal =
  | { readonly code: 'licence_unknown' }
  | { readonly code: 'licence_period'; readonly valid_from: string; readonly valid_until: string }
  | { readonly code: 'concession_without_lines' }
  | ScopeRefusal
  | { readonly code: 'entry_drawn'; readonly entry: string; readonly hs_line: string }
  | {
      readonly code: 'late_draw'
      readonly entry: string
      readonly day: string
      readonly because: GateAnswer['because']
    }
  | { readonly code: 'draw_unknown' }
  | { readonly code: 'kit_unknown' }
  | { readonly code: 'kit_declared'; readonly entry: string; readonly kit: string }
  | { readonly code: 'kit_unfit'; readonly sentence: { readonly en: string; readonly ur: string } }
  | { readonly code: 'draw_reversed'; readonly entry: string; readonly draw: string }
  | { readonly code: 'draw_not_replaced'; readonly place: '/body/replaces' }
  | { readonly code: 'out_of_scope'; readonly hs_line: string; readonly day: string }
  | { readonly code: 'licence_not_good'; readonly because: GateAnswer['because']; readonly day: string }
  | { readonly code: 'quota_exceeded'; readonly remaining: number; readonly units: number }
  | { readonly code: 'day_ahead'; readonly day: string; readonly today: string }
