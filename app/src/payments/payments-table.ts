/** The tables of payments, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { PaymentDecided, PaymentLine, PaymentOrder } from './payment.ts'

type OrderRow = Omit<PaymentOrder, 'lines' | 'decided'> & { readonly lines: string }

export interface Reconciliation extends Pick<PaymentOrder, 'manufacturer_id' | 'programme' | 'year' | 'rehearsal'> {
  readonly reason: string
  readonly accepted_at: string
  readonly accepted_by: string
}

type PaymentTables = {
  readonly payment_orders: OrderRow
  readonly payment_order_events: PaymentDecided & { readonly order_id: string }
  readonly payment_reconciliations: Reconciliation
}

function payments(handle: Handle): Kysely<PaymentTables> {
  return handle.withTables<PaymentTables>()
}

/** `P-000012`. One that was not used in the end leaves a gap. */
export async function nextPaymentNumber(handle: Handle): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('payment_numbers') as next`.execute(handle)
  const next = rows[0]?.next
  if (next === undefined) throw new Error('the sequence of payment numbers gave nothing')
  return `P-${String(next).padStart(6, '0')}`
}

/** `lines` are canonical JSON, since they are hashed. */
export async function insertOrder(handle: Handle, order: OrderRow): Promise<void> {
  await payments(handle).insertInto('payment_orders').values(order).execute()
}

export async function insertOrderDecided(
  handle: Handle,
  decided: PaymentTables['payment_order_events'],
): Promise<void> {
  await payments(handle).insertInto('payment_order_events').values(decided).execute()
}

export async function findOrder(handle: Handle, number: string): Promise<PaymentOrder | undefined> {
  const all = payments(handle).selectFrom('payment_orders').selectAll()
  return (await withDecided(handle, await all.where('number', '=', number).execute()))[0]
}

/** What these orders are called, by their ids: no more of them is for the firm. */
export async function orderNumbers(handle: Handle, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await payments(handle)
    .selectFrom('payment_orders')
    .select(['id', 'number'])
    .where('id', 'in', ids)
    .execute()
  return new Map(found.map(({ id, number }) => [id, number]))
}

/** Of one firm, oldest first. */
export async function ordersOf(handle: Handle, manufacturer: string): Promise<readonly PaymentOrder[]> {
  const all = payments(handle).selectFrom('payment_orders').selectAll()
  return await withDecided(handle, await all.where('manufacturer_id', '=', manufacturer).orderBy('id').execute())
}

/** A page of them, newest first. */
export async function listOrders(handle: Handle, before: string, limit: number): Promise<readonly PaymentOrder[]> {
  const all = payments(handle).selectFrom('payment_orders').selectAll()
  return await withDecided(handle, await all.where('id', '<', before).orderBy('id', 'desc').limit(limit).execute())
}

async function withDecided(handle: Handle, rows: readonly OrderRow[]): Promise<readonly PaymentOrder[]> {
  if (rows.length === 0) return []
  const events = await payments(handle)
    .selectFrom('payment_order_events')
    .selectAll()
    .where(
      'order_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const eventOf = new Map(events.map(({ order_id, ...event }) => [order_id, event]))
  return rows.map((row) => ({
    ...row,
    lines: JSON.parse(row.lines) as readonly PaymentLine[],
    decided: eventOf.get(row.id) ?? null,
  }))
}

export async function insertReconciliation(handle: Handle, reconciliation: Reconciliation): Promise<void> {
  await payments(handle).insertInto('payment_reconciliations').values(reconciliation).execute()
}

export async function findReconciliation(
  handle: Handle,
  {
    manufacturer_id,
    programme,
    year,
    rehearsal,
  }: Pick<PaymentOrder, 'manufacturer_id' | 'programme' | 'year' | 'rehearsal'>,
): Promise<Reconciliation | undefined> {
  return await payments(handle)
    .selectFrom('payment_reconciliations')
    .selectAll()
    .where('manufacturer_id', '=', manufacturer_id)
    .where('programme', '=', programme)
    .where('year', '=', year)
    .where('rehearsal', '=', rehearsal)
    .executeTakeFirst()
}
