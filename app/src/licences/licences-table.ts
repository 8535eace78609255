/** The tables of licences, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Licence, LicenceOrder } from './licence.ts'
import type { ScopeLine } from './scope.ts'

export type Granted = Omit<Licence, 'scope' | 'orders' | 'drawn'>

interface ScopeRow extends ScopeLine {
  readonly licence_id: string
  readonly position: number
}

export interface Draw {
  readonly id: string
  readonly licence_id: string
  readonly entry: string
  readonly units: number
  /** Null of what was drawn before draws said it. */
  readonly hs_line: string | null
  /** Null where the licence is for all goods. */
  readonly scope_position: number | null
  readonly drawn_on: string
  readonly recorded_at: string
  readonly recorded_by: string
}

type LicenceTables = {
  readonly licences: Granted
  readonly licence_scope: ScopeRow
  readonly licence_orders: LicenceOrder
  readonly licence_draws: Draw
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

export async function insertOrder(handle: Handle, order: LicenceOrder): Promise<void> {
  await licences(handle).insertInto('licence_orders').values(order).execute()
}

export async function insertDraw(handle: Handle, draw: Draw): Promise<void> {
  await licences(handle).insertInto('licence_draws').values(draw).execute()
}

export async function findDraw(
  handle: Handle,
  licence: string,
  entry: string,
  hs_line: string,
): Promise<Draw | undefined> {
  return await licences(handle)
    .selectFrom('licence_draws')
    .selectAll()
    .where('licence_id', '=', licence)
    .where('entry', '=', entry)
    .where((is) => is.or([is('hs_line', '=', hs_line), is('hs_line', 'is', null)]))
    .executeTakeFirst()
}

export async function findLicence(handle: Handle, number: string): Promise<Licence | undefined> {
  const row = await licences(handle).selectFrom('licences').selectAll().where('number', '=', number).executeTakeFirst()
  const [found] = await withOrders(handle, row === undefined ? [] : [row])
  return found
}

export async function licencesOf(
  handle: Handle,
  manufacturer: string,
  programme?: string,
): Promise<readonly Licence[]> {
  const all = licences(handle).selectFrom('licences').selectAll().where('manufacturer_id', '=', manufacturer)
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
  const orders = await licences(handle)
    .selectFrom('licence_orders')
    .selectAll()
    .where('licence_id', 'in', ids)
    .orderBy('position')
    .execute()
  const lines = await licences(handle)
    .selectFrom('licence_scope')
    .selectAll()
    .where('licence_id', 'in', ids)
    .orderBy('position')
    .execute()
  const sums = await licences(handle)
    .selectFrom('licence_draws')
    .select(['licence_id', 'scope_position', sql<number>`sum(units)::bigint`.as('units')])
    .where('licence_id', 'in', ids)
    .groupBy(['licence_id', 'scope_position'])
    .execute()
  return rows.map((row) => {
    const own = sums.filter(({ licence_id }) => licence_id === row.id)
    const drawnOn = (isWanted: (position: number | null) => boolean): number =>
      own.filter((sum) => isWanted(sum.scope_position)).reduce((total, { units }) => total + units, 0)
    return {
      ...row,
      scope: lines
        .filter(({ licence_id }) => licence_id === row.id)
        .map(({ position, hs_prefix, quota, valid_from, valid_until }) => {
          const drawn = drawnOn((one) => one === position)
          return { position, hs_prefix, quota, valid_from, valid_until, drawn }
        }),
      orders: orders.filter(({ licence_id }) => licence_id === row.id),
      drawn: drawnOn(() => true),
    }
  })
}
