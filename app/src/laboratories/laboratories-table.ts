/** The tables of laboratories, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type {
  Accreditation,
  Equipment,
  Laboratory,
  LaboratoryOrder,
  OrderDecided,
  Price,
  ScopeLine,
  StaffEntry,
} from './laboratory.ts'

type Row = Pick<Laboratory, 'id' | 'number' | 'organization_id' | 'name' | 'kind' | 'country' | 'manufacturer_id'>

interface Mark {
  readonly recorded_at: string
  readonly recorded_by: string
}

/** The place of an entry among those of its laboratory. */
interface Placed extends Mark {
  readonly laboratory_id: string
  readonly position: number
}

type LaboratoryTables = {
  readonly laboratories: Row & Mark
  readonly laboratory_accreditations: Omit<Accreditation, 'scope'> & Placed
  readonly accreditation_scope: ScopeLine & { readonly accreditation_id: string; readonly position: number }
  readonly laboratory_orders: Omit<LaboratoryOrder, 'decided'> & { readonly laboratory_id: string }
  readonly laboratory_order_decisions: OrderDecided & { readonly order_id: string; readonly proposed_by: string }
  readonly laboratory_staff: StaffEntry & Placed
  readonly laboratory_equipment: Equipment & Placed
  readonly laboratory_prices: Price & Placed
  readonly laboratory_capacities: Placed & { readonly samples_a_week: number }
}

function laboratories(handle: Handle): Kysely<LaboratoryTables> {
  return handle.withTables<LaboratoryTables>()
}

/** `LAB-000012`. One that was not used in the end leaves a gap. */
export async function nextLaboratoryNumber(handle: Handle): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('laboratory_numbers') as next`.execute(handle)
  const next = rows[0]?.next
  if (next === undefined) throw new Error('the sequence of laboratory numbers gave nothing')
  return `LAB-${String(next).padStart(6, '0')}`
}

export async function insertLaboratory(handle: Handle, row: LaboratoryTables['laboratories']): Promise<void> {
  await laboratories(handle).insertInto('laboratories').values(row).execute()
}

export async function insertAccreditation(
  handle: Handle,
  { scope, ...accreditation }: Accreditation & Placed,
): Promise<void> {
  await laboratories(handle).insertInto('laboratory_accreditations').values(accreditation).execute()
  const lines = scope.map((line, nth) => ({ ...line, accreditation_id: accreditation.id, position: nth + 1 }))
  await laboratories(handle).insertInto('accreditation_scope').values(lines).execute()
}

export async function insertLaboratoryOrder(
  handle: Handle,
  laboratory_id: string,
  { id, kind, effective_on, reasons, proposed_at, proposed_by }: LaboratoryOrder,
): Promise<void> {
  await laboratories(handle)
    .insertInto('laboratory_orders')
    .values({ id, laboratory_id, kind, effective_on, reasons, proposed_at, proposed_by })
    .execute()
}

export async function insertOrderDecision(
  handle: Handle,
  { id: order_id, proposed_by }: Pick<LaboratoryOrder, 'id' | 'proposed_by'>,
  decided: OrderDecided,
): Promise<void> {
  const row = { ...decided, order_id, proposed_by }
  await laboratories(handle).insertInto('laboratory_order_decisions').values(row).execute()
}

export async function insertStaff(handle: Handle, row: LaboratoryTables['laboratory_staff']): Promise<void> {
  await laboratories(handle).insertInto('laboratory_staff').values(row).execute()
}

export async function insertEquipment(handle: Handle, row: LaboratoryTables['laboratory_equipment']): Promise<void> {
  await laboratories(handle).insertInto('laboratory_equipment').values(row).execute()
}

export async function insertPrice(handle: Handle, row: LaboratoryTables['laboratory_prices']): Promise<void> {
  await laboratories(handle).insertInto('laboratory_prices').values(row).execute()
}

export async function insertCapacity(handle: Handle, row: LaboratoryTables['laboratory_capacities']): Promise<void> {
  await laboratories(handle).insertInto('laboratory_capacities').values(row).execute()
}

/** Where the next entry of a laboratory stands. */
export async function nextPosition(
  handle: Handle,
  table:
    | 'laboratory_accreditations'
    | 'laboratory_staff'
    | 'laboratory_equipment'
    | 'laboratory_prices'
    | 'laboratory_capacities',
  laboratory_id: string,
): Promise<number> {
  const row = await laboratories(handle)
    .selectFrom(table)
    .select(({ fn }) => fn.max('position').as('last'))
    .where('laboratory_id', '=', laboratory_id)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export async function findLaboratory(handle: Handle, id: string): Promise<Laboratory | undefined> {
  return (await findBy(handle, 'id', id))[0]
}

export async function findLaboratoryNumbered(handle: Handle, number: string): Promise<Laboratory | undefined> {
  return (await findBy(handle, 'number', number))[0]
}

export async function findLaboratoryOf(handle: Handle, organization: string): Promise<Laboratory | undefined> {
  return (await findBy(handle, 'organization_id', organization))[0]
}

/** The laboratory that an order is about. */
export async function findLaboratoryOrdered(handle: Handle, order: string): Promise<Laboratory | undefined> {
  const row = await laboratories(handle)
    .selectFrom('laboratory_orders')
    .select('laboratory_id')
    .where('id', '=', order)
    .executeTakeFirst()
  return row === undefined ? undefined : await findLaboratory(handle, row.laboratory_id)
}

async function findBy(handle: Handle, column: 'id' | 'number' | 'organization_id', value: string) {
  return await whole(handle, await selected(handle).where(column, '=', value).execute())
}

/** A page of the register, in the order in which they were registered. */
export async function listLaboratories(handle: Handle, after: string, limit: number): Promise<readonly Laboratory[]> {
  return await whole(handle, await selected(handle).where('id', '>', after).orderBy('id').limit(limit).execute())
}

function selected(handle: Handle) {
  return laboratories(handle)
    .selectFrom('laboratories')
    .select(['id', 'number', 'organization_id', 'name', 'kind', 'country', 'manufacturer_id'])
}

/** What each says, is accredited for and was ordered, as far as the reader may see it. */
async function whole(handle: Handle, rows: readonly Row[]): Promise<readonly Laboratory[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const tables = laboratories(handle)
  const accreditations = await accreditationsOf(handle, ids)
  const orders = await ordersOf(handle, ids)
  const staff = Map.groupBy(
    await tables
      .selectFrom('laboratory_staff')
      .select(['laboratory_id', 'person_id', 'may_sign_from', 'may_sign_until'])
      .where('laboratory_id', 'in', ids)
      .orderBy('position')
      .execute(),
    ({ laboratory_id }) => laboratory_id,
  )
  const equipment = Map.groupBy(
    await tables
      .selectFrom('laboratory_equipment')
      .select(['laboratory_id', 'name', 'serial', 'method', 'calibrated_on', 'calibration_due_on', 'retired_on'])
      .where('laboratory_id', 'in', ids)
      .orderBy('position')
      .execute(),
    ({ laboratory_id }) => laboratory_id,
  )
  const prices = Map.groupBy(
    await tables
      .selectFrom('laboratory_prices')
      .select(['laboratory_id', 'standard', 'method', 'amount', 'currency', 'days'])
      .where('laboratory_id', 'in', ids)
      .orderBy('position')
      .execute(),
    ({ laboratory_id }) => laboratory_id,
  )
  const capacities = await tables
    .selectFrom('laboratory_capacities')
    .select(['laboratory_id', 'samples_a_week'])
    .where('laboratory_id', 'in', ids)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    ...row,
    accreditations: accreditations.get(row.id) ?? [],
    orders: orders.get(row.id) ?? [],
    staff: withoutLaboratory(staff.get(row.id)),
    equipment: withoutLaboratory(equipment.get(row.id)),
    prices: withoutLaboratory(prices.get(row.id)),
    samples_a_week: capacities.findLast(({ laboratory_id }) => laboratory_id === row.id)?.samples_a_week ?? null,
  }))
}

function withoutLaboratory<T extends { readonly laboratory_id: string }>(entries: readonly T[] = []) {
  return entries.map(({ laboratory_id: _of, ...entry }) => entry)
}

async function accreditationsOf(
  handle: Handle,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Accreditation[]>> {
  const rows = await laboratories(handle)
    .selectFrom('laboratory_accreditations')
    .selectAll()
    .where('laboratory_id', 'in', ids)
    .orderBy('position')
    .execute()
  if (rows.length === 0) return new Map()
  const lines = Map.groupBy(
    await laboratories(handle)
      .selectFrom('accreditation_scope')
      .selectAll()
      .where(
        'accreditation_id',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('position')
      .execute(),
    ({ accreditation_id }) => accreditation_id,
  )
  const placed = rows.map(({ position: _nth, recorded_at: _at, recorded_by: _by, ...row }) => {
    const scope = (lines.get(row.id) ?? []).map(({ standard, method, subcontracted_to }) => ({
      standard,
      method,
      subcontracted_to,
    }))
    return { ...row, scope }
  })
  const all = Map.groupBy(placed, ({ laboratory_id }) => laboratory_id)
  return new Map([...all].map(([id, entries]) => [id, withoutLaboratory(entries)]))
}

async function ordersOf(
  handle: Handle,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly LaboratoryOrder[]>> {
  const rows = await laboratories(handle)
    .selectFrom('laboratory_orders')
    .leftJoin('laboratory_order_decisions as decision', 'order_id', 'id')
    .selectAll('laboratory_orders')
    .select(['decision.kind as decision', 'reason', 'decided_at', 'decided_by'])
    .where('laboratory_id', 'in', ids)
    .orderBy('id')
    .execute()
  const orders = rows.map(({ decision, reason, decided_at, decided_by, ...order }) => ({
    ...order,
    decided:
      decision === null || decided_at === null || decided_by === null
        ? null
        : { kind: decision, reason, decided_at, decided_by },
  }))
  const all = Map.groupBy(orders, ({ laboratory_id }) => laboratory_id)
  return new Map([...all].map(([id, entries]) => [id, withoutLaboratory(entries)]))
}
