/** The orders about licences that follow from determinations, within the transaction that approves one or changes whether it has effect. */
import { answersFor } from '../manufacturers/life/read-life.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { inEffect, type Licence, type LicenceOrder, statusOn } from './licence.ts'
import { insertOrder, licencesOf } from './licences-table.ts'

/** What a determination that has effect suspends, withdraws or revokes. */
export interface Restriction {
  readonly determination_id: string
  readonly order: 'suspend' | 'withdraw' | 'revoke'
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
    .map((licence) => ({ licence, orders: ordersFor(licence, ordered) }))
    .filter(({ orders }) => orders.length > 0)
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
  return plans.map(({ licence }) => licence.number)
}

export interface Order extends Pick<LicenceOrder, 'effective_on' | 'determination_id'> {
  readonly kind: Restriction['order'] | 'restore'
}

/** From what holds the least to what holds the most. */
const RANKS = ['good', 'suspended', 'withdrawn', 'revoked'] as const
const LEADS_TO = { suspend: 1, withdraw: 2, revoke: 3 } as const

/** Day by day from today on, since what was ordered earlier may take effect later. Days are compared as texts. */
export function ordersFor(
  licence: Pick<Licence, 'kind' | 'manufacturer_id' | 'valid_from' | 'valid_until' | 'orders'>,
  { manufacturer_id, restrictions, determinations, on, determination_id }: LicencesOrdered,
): readonly Order[] {
  const since = heldSince(licence, manufacturer_id)
  const reaching = restrictions
    .filter(({ kinds, ordered_at }) => kinds.includes(licence.kind) && since <= ordered_at)
    .filter(({ order }) => order !== 'revoke' || wasSanctioned(licence))
    .map((one) => ({ ...one, from: one.from > on ? one.from : on }))
  const known = licence.orders.map(({ effective_on }) => effective_on).filter((day) => day > on)
  const days = [...new Set([on, ...known, ...reaching.map(({ from }) => from)])].toSorted()
  const added: Order[] = []
  for (const day of days) {
    const orders = [...licence.orders, ...added.map((order, at) => unrecorded(licence, order, at))]
    const rank = RANKS.findIndex((status) => status === statusOn({ ...licence, orders }, day))
    if (rank === -1) continue
    const due = reaching
      .filter(({ from }) => from <= day)
      .toSorted((a, b) => LEADS_TO[b.order] - LEADS_TO[a.order] || (a.from < b.from ? -1 : 1))[0]
    const wanted = due === undefined ? 0 : LEADS_TO[due.order]
    if (wanted === rank || (wanted < rank && !isTheirs(orders, day, determinations))) continue
    added.push(
      due === undefined
        ? { kind: 'restore', effective_on: day, determination_id }
        : { kind: due.order, effective_on: day, determination_id: due.determination_id },
    )
  }
  return added
}

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
function isTheirs(orders: readonly LicenceOrder[], day: string, determinations: ReadonlySet<string>): boolean {
  const held = inEffect({ orders }, day).findLast(
    ({ kind }) => kind === 'suspend' || kind === 'withdraw' || kind === 'revoke',
  )
  return determinations.has(held?.determination_id ?? '')
}
