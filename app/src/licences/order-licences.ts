/** The orders about licences that follow from determinations, within the transaction that approves one or changes whether it has effect. */
import { answersFor } from '../manufacturers/life/read-life.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { compare, parseDecimal } from '@maqami/engine/value/exact.ts'
import { inEffect, type Licence, type LicenceOrder, restrictedOn, statusOn } from './licence.ts'
import { insertOrder, licencesOf } from './licences-table.ts'

/** What a determination that has effect suspends, withdraws, revokes or restricts. */
export interface Restriction {
  readonly determination_id: string
  readonly order: 'suspend' | 'withdraw' | 'revoke' | 'restrict'
  /** To how many percent of the quota as granted, of what restricts. */
  readonly percent?: string
  readonly kinds: readonly Licence['kind'][]
  readonly from: string
  /** Licences that the firm came to hold later are not reached. */
  readonly ordered_at: string
}

export interface LicencesOrdered {
  readonly manufacturer_id: string
  readonly programme: string
  /** A determination under law that does not bind reaches no licence that does. */
  readonly rehearsal: boolean
  /** All that have effect: a licence is good again when the last that reaches it has none. */
  readonly restrictions: readonly Restriction[]
  /** All determinations about the firm. What others ordered, about who held a licence before, is left as it is. */
  readonly determinations: ReadonlySet<string>
  /** No order reaches back behind it. */
  readonly on: string
  /** By which licences are restored. */
  readonly determination_id: string
}

/** What is missing in the orders about one licence. */
export interface LicencePlan {
  readonly licence: Licence
  readonly orders: readonly Order[]
  /** The determination restricts it to a share of its quota, and it has none: nothing of that is done. */
  readonly without_quota: boolean
}

/**
 * What is missing, so that each licence is suspended, withdrawn or revoked from the day on from which a restriction reaches it, and good where
 * none does; what is expired is left as it is. Of the licences that the firm held and that are held by whoever answers for it, which is
 * itself as long as it goes on: what else that firm holds it does not hold for this one.
 */
export async function planLicences(tables: Handle, ordered: LicencesOrdered): Promise<readonly LicencePlan[]> {
  const { manufacturer_id, programme, rehearsal } = ordered
  const holder = await answersFor(tables, manufacturer_id)
  return (await licencesOf(tables, manufacturer_id, programme))
    .filter((licence) => licence.holder_id === holder && licence.rehearsal === rehearsal)
    .map((licence) => ({
      licence,
      orders: ordersFor(licence, ordered),
      without_quota: !hasQuota(licence) && isRestrictedBy(licence, ordered),
    }))
    .filter(({ orders, without_quota }) => orders.length > 0 || without_quota)
}

/** Gives the orders as they were planned. The numbers of the licences that they reach. */
export async function orderLicences(
  tables: Handle,
  { clock }: Recorder,
  actor: Actor,
  plans: readonly LicencePlan[],
  reason: string,
): Promise<readonly string[]> {
  const given = { event_id: null, reason, recorded_at: instantText(clock()), recorded_by: actor.person }
  for (const { licence, orders } of plans)
    for (const [index, order] of orders.entries()) {
      const position = licence.orders.length + 1 + index
      await insertOrder(tables, { licence_id: licence.id, position, ...order, ...given })
    }
  return plans.filter(({ orders }) => orders.length > 0).map(({ licence }) => licence.number)
}

export interface Order extends Pick<LicenceOrder, 'effective_on' | 'percent' | 'determination_id'> {
  readonly kind: Restriction['order'] | 'restore' | 'lift'
}

/** From what holds the least to what holds the most. */
const RANKS = ['good', 'suspended', 'withdrawn', 'revoked'] as const
/** What restricts a quota leaves the licence as it is. */
const LEADS_TO = { restrict: 0, suspend: 1, withdraw: 2, revoke: 3 } as const

/** Day by day from today on, since what was ordered earlier may take effect later. Days are compared as texts. */
export function ordersFor(
  licence: Pick<Licence, 'kind' | 'manufacturer_id' | 'valid_from' | 'valid_until' | 'quota' | 'scope' | 'orders'>,
  { manufacturer_id, restrictions, determinations, on, determination_id }: LicencesOrdered,
): readonly Order[] {
  const since = heldSince(licence, manufacturer_id)
  const reaching = restrictions
    .filter(({ kinds, ordered_at }) => kinds.includes(licence.kind) && since <= ordered_at)
    .filter(({ order }) => order !== 'revoke' || wasSanctioned(licence))
    .filter(({ order }) => order !== 'restrict' || hasQuota(licence))
    .map((one) => ({ ...one, from: one.from > on ? one.from : on }))
  const known = licence.orders.map(({ effective_on }) => effective_on).filter((day) => day > on)
  const days = [...new Set([on, ...known, ...reaching.map(({ from }) => from)])].toSorted()
  const added: Order[] = []
  for (const day of days) {
    const orders = [...licence.orders, ...added.map((order, at) => unrecorded(licence, order, at))]
    const rank = RANKS.findIndex((status) => status === statusOn({ ...licence, orders }, day))
    if (rank === -1) continue
    const begun = reaching.filter(({ from }) => from <= day)
    const share = shareOrder(orders, begun, day, { determinations, determination_id })
    if (share !== undefined) added.push(share)
    const due = begun
      .filter(({ order }) => order !== 'restrict')
      .toSorted((a, b) => LEADS_TO[b.order] - LEADS_TO[a.order] || (a.from < b.from ? -1 : 1))[0]
    const wanted = due === undefined ? 0 : LEADS_TO[due.order]
    if (wanted === rank || (wanted < rank && !isTheirs(orders, day, determinations, HOLDS))) continue
    added.push(
      due === undefined
        ? { kind: 'restore', effective_on: day, percent: null, determination_id }
        : { kind: due.order, effective_on: day, percent: null, determination_id: due.determination_id },
    )
  }
  return added
}

/** Of two that restrict the quota the stricter one counts; undefined where it holds already, or is not theirs to loosen. */
function shareOrder(
  orders: readonly LicenceOrder[],
  restrictions: readonly Restriction[],
  day: string,
  { determinations, determination_id }: Pick<LicencesOrdered, 'determinations' | 'determination_id'>,
): Order | undefined {
  const due = restrictions
    .filter(({ order }) => order === 'restrict')
    .toSorted((a, b) => byShare(a.percent, b.percent))[0]
  const order = byShare(due?.percent, restrictedOn({ orders }, day))
  if (order === 0 || (order > 0 && !isTheirs(orders, day, determinations, RESTRICTS))) return undefined
  return due?.percent === undefined
    ? { kind: 'lift', effective_on: day, percent: null, determination_id }
    : { kind: 'restrict', effective_on: day, percent: due.percent, determination_id: due.determination_id }
}

/** The stricter first; without a restriction the whole of the quota may be drawn. */
function byShare(a: string | null | undefined, b: string | null | undefined): number {
  const [one, other] = [a ?? WHOLE, b ?? WHOLE].map((percent) => parseDecimal(percent))
  if (one === undefined || other === undefined) throw new RangeError(`${a} or ${b} is no share`)
  return compare(one, other)
}

const WHOLE = '100'

/** Of the whole, or of a line. */
function hasQuota({ quota, scope }: Pick<Licence, 'quota' | 'scope'>): boolean {
  return quota !== null || scope.some((line) => line.quota !== null)
}

function isRestrictedBy(
  licence: Parameters<typeof ordersFor>[0],
  { manufacturer_id, restrictions, determination_id }: LicencesOrdered,
): boolean {
  return restrictions.some(
    (one) =>
      one.order === 'restrict' &&
      one.determination_id === determination_id &&
      one.kinds.includes(licence.kind) &&
      heldSince(licence, manufacturer_id) <= one.ordered_at,
  )
}

const HOLDS: readonly LicenceOrder['kind'][] = ['suspend', 'withdraw', 'revoke']
const RESTRICTS: readonly LicenceOrder['kind'][] = ['restrict']

/** Nothing is revoked as the first sanction upon it. */
function wasSanctioned({ orders }: Pick<Licence, 'orders'>): boolean {
  return orders.some(({ kind }) => kind === 'suspend' || kind === 'withdraw')
}

/** When the order was recorded by which the firm came to hold it. */
function heldSince({ manufacturer_id, orders }: Pick<Licence, 'manufacturer_id' | 'orders'>, firm: string): string {
  const order = manufacturer_id === firm ? orders[0] : orders.find(({ to_id }) => to_id === firm)
  return order?.recorded_at ?? ''
}

function unrecorded({ orders }: Pick<Licence, 'orders'>, order: Order, at: number): LicenceOrder {
  const position = orders.length + 1 + at
  return {
    ...order,
    licence_id: '',
    position,
    reason: '',
    event_id: null,
    to_id: null,
    recorded_at: '',
    recorded_by: '',
  }
}

/** Whether what holds on the day was ordered by one of these determinations. */
function isTheirs(
  orders: readonly LicenceOrder[],
  day: string,
  determinations: ReadonlySet<string>,
  kinds: readonly LicenceOrder['kind'][],
): boolean {
  const held = inEffect({ orders }, day).findLast(({ kind }) => kinds.includes(kind))
  return determinations.has(held?.determination_id ?? '')
}
