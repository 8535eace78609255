/** The tables of licences, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Licence, LicenceOrder } from './licence.ts'
import type { ScopeLine } from './scope.ts'

export type Granted = Omit<Licence, 'holder_id' | 'scope' | 'orders' | 'drawn'>

interface ScopeRow extends ScopeLine {
  readonly licence_id: string
  readonly position: number
}

/** `scope_position` 0 is the whole licence. */
interface Balance {
  readonly licence_id: string
  readonly scope_position: number
  readonly drawn: number
}

interface Pass {
  readonly licence_id: string
  readonly position: number
  readonly from_id: string
  readonly to_id: string
}

type LicenceTables = {
  readonly licences: Granted
  readonly licence_scope: ScopeRow
  readonly licence_orders: Omit<LicenceOrder, 'to_id'>
  readonly licence_passes: Pass
  readonly licence_balances: Balance
}

function licences(handle: Handle): Kysely<LicenceTables> {
  return handle.withTables<LicenceTables>()
}

/** Numbers count up; one that was not used in the end leaves a gap. */
export async function nextLicenceNumber(handle: Handle): Promise<number> {
  const { rows } = await sql<{ next: number }>`select nextval('licence_numbers') as next`.execute(handle)
  const next = rows[0]?.next
  if (next === undefined) throw new Error('the sequence of licence numbers gave nothing')
  return next
}

export async function insertLicence(handle: Handle, licence: Granted): Promise<void> {
  await licences(handle).insertInto('licences').values(licence).execute()
}

export async function insertScopeLine(handle: Handle, line: ScopeRow): Promise<void> {
  await licences(handle).insertInto('licence_scope').values(line).execute()
}

export async function insertOrder(handle: Handle, order: Omit<LicenceOrder, 'to_id'>): Promise<void> {
  await licences(handle).insertInto('licence_orders').values(order).execute()
}

/** Beside the order by which the licence passes. */
export async function insertPass(handle: Handle, pass: Pass): Promise<void> {
  await licences(handle).insertInto('licence_passes').values(pass).execute()
}

export async function findLicence(handle: Handle, number: string): Promise<Licence | undefined> {
  const row = await licences(handle).selectFrom('licences').selectAll().where('number', '=', number).executeTakeFirst()
  const [found] = await withOrders(handle, row === undefined ? [] : [row])
  return found
}

/** Those that the firm holds, and those that it held once. */
export async function licencesOf(
  handle: Handle,
  manufacturer: string,
  programme?: string,
): Promise<readonly Licence[]> {
  const passed = licences(handle).selectFrom('licence_passes').select('licence_id').where('to_id', '=', manufacturer)
  const all = licences(handle)
    .selectFrom('licences')
    .selectAll()
    .where((is) => is.or([is('manufacturer_id', '=', manufacturer), is('id', 'in', passed)]))
  const wanted = programme === undefined ? all : all.where('programme', '=', programme)
  return await withOrders(handle, await wanted.orderBy('id').execute())
}

/** Those of them that the reader may see. */
export async function licencesById(handle: Handle, ids: readonly string[]): Promise<readonly Licence[]> {
  if (ids.length === 0) return []
  const all = licences(handle).selectFrom('licences').selectAll()
  return await withOrders(handle, await all.where('id', 'in', ids).execute())
}

export async function listLicences(handle: Handle, after: string, limit: number): Promise<readonly Licence[]> {
  const all = licences(handle).selectFrom('licences').selectAll()
  return await withOrders(handle, await all.where('id', '>', after).orderBy('id').limit(limit).execute())
}

async function withOrders(handle: Handle, rows: readonly Granted[]): Promise<readonly Licence[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const orders: readonly LicenceOrder[] = await licences(handle)
    .selectFrom('licence_orders')
    .leftJoin('licence_passes', (join) =>
      join
        .onRef('licence_passes.licence_id', '=', 'licence_orders.licence_id')
        .onRef('licence_passes.position', '=', 'licence_orders.position'),
    )
    .selectAll('licence_orders')
    .select('licence_passes.to_id')
    .where('licence_orders.licence_id', 'in', ids)
    .orderBy('licence_orders.position')
    .execute()
  const lines = await licences(handle)
    .selectFrom('licence_scope')
    .selectAll()
    .where('licence_id', 'in', ids)
    .orderBy('position')
    .execute()
  const balances = await licences(handle)
    .selectFrom('licence_balances')
    .select(['licence_id', 'scope_position', 'drawn'])
    .where('licence_id', 'in', ids)
    .execute()
  return rows.map((row) => {
    const own = balances.filter(({ licence_id }) => licence_id === row.id)
    const given = orders.filter(({ licence_id }) => licence_id === row.id)
    const drawnOn = (position: number): number =>
      own.find(({ scope_position }) => scope_position === position)?.drawn ?? 0
    return {
      ...row,
      // Nothing passes before its day, so that what passed last says who holds it.
      holder_id: given.findLast(({ to_id }) => to_id !== null)?.to_id ?? row.manufacturer_id,
      scope: lines
        .filter(({ licence_id }) => licence_id === row.id)
        .map(({ position, hs_prefix, quota, valid_from, valid_until }) => {
          const drawn = drawnOn(position)
          return { position, hs_prefix, quota, valid_from, valid_until, drawn }
        }),
      orders: given,
      drawn: drawnOn(0),
    }
  })
}
