/** The tables of manufacturers, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import { namesSince, successionsOf } from './life/life-table.ts'
import {
  type Manufacturer,
  type ManufacturerEvent,
  type ManufacturerStatus,
  statusOf,
  type WantedFirms,
} from './manufacturer.ts'

type Registered = Pick<Manufacturer, 'id' | 'name' | 'registration_number' | 'address'>

type ManufacturerTables = {
  readonly manufacturers: Registered
  readonly manufacturer_events: ManufacturerEvent
  /** Written when somebody is authorised, by a trigger. */
  readonly authorised_numbers: { readonly registration_number: string; readonly manufacturer_id: string }
}

function manufacturers(handle: Handle): Kysely<ManufacturerTables> {
  return handle.withTables<ManufacturerTables>()
}

export async function insertManufacturer(handle: Handle, manufacturer: Registered): Promise<void> {
  await manufacturers(handle).insertInto('manufacturers').values(manufacturer).execute()
}

export async function insertManufacturerEvent(handle: Handle, event: ManufacturerEvent): Promise<void> {
  await manufacturers(handle).insertInto('manufacturer_events').values(event).execute()
}

export async function findManufacturer(handle: Handle, id: string): Promise<Manufacturer | undefined> {
  const [found] = await withEvents(handle, [
    await manufacturers(handle).selectFrom('manufacturers').selectAll().where('id', '=', id).executeTakeFirst(),
  ])
  return found
}

/** The name of the firm that is authorised under this number. */
export async function findHolder(handle: Handle, registration_number: string): Promise<string | undefined> {
  const row = await manufacturers(handle)
    .selectFrom('authorised_numbers')
    .select('manufacturer_id')
    .where('registration_number', '=', registration_number)
    .executeTakeFirst()
  const [holder] = row === undefined ? [] : await listNames(handle, [row.manufacturer_id])
  return holder?.name
}

const CALLED_NOW = sql<string>`coalesce(
  (select n.name from firm_names n where n.firm_id = manufacturers.id order by n.position desc limit 1), manufacturers.name
)`

/** Another firm than this one that goes on and is called so now, as words are compared: whatever the capitals, the accents and what stands between. */
export async function findOtherCalled(
  handle: Handle,
  id: string,
  name: string,
): Promise<Pick<Registered, 'id' | 'name'> | undefined> {
  return await manufacturers(handle)
    .selectFrom('manufacturers')
    .select(['id', CALLED_NOW.as('name')])
    .where('id', '!=', id)
    .where(sql<boolean>`folded(${CALLED_NOW}) = folded(${name})`)
    .where(sql<boolean>`not exists (select from firm_successions s where s.firm_id = manufacturers.id)`)
    .executeTakeFirst()
}

/** `cursor` is the last of the page before; on the first page it names none. A firm that was renamed stands where its present name does. */
export async function listManufacturers(
  handle: Handle,
  { status, order = 'applied' }: WantedFirms,
  cursor: string,
  limit: number,
): Promise<readonly Manufacturer[]> {
  const all = manufacturers(handle).selectFrom('manufacturers').selectAll()
  const last = sql`(
    select kind from manufacturer_events where manufacturer_id = manufacturers.id order by position desc limit 1
  )`
  const wanted = status === undefined ? all : all.where(sql<boolean>`${last} = ${status}`)
  const before = sql`coalesce((select ${CALLED_NOW} from manufacturers where id = ${cursor}), '')`
  const ordered =
    order === 'applied'
      ? wanted.where('id', '>', cursor)
      : wanted.where(sql<boolean>`(${CALLED_NOW}, id) > (${before}, ${cursor})`).orderBy(CALLED_NOW)
  return await withEvents(handle, await ordered.orderBy('id').limit(limit).execute())
}

/** Those of them that the reader may see. */
export async function manufacturersOf(handle: Handle, ids: readonly string[]): Promise<readonly Manufacturer[]> {
  if (ids.length === 0) return []
  const rows = await manufacturers(handle).selectFrom('manufacturers').selectAll().where('id', 'in', ids).execute()
  return await withEvents(handle, rows)
}

export async function listNames(
  handle: Handle,
  ids: readonly string[],
): Promise<readonly Pick<Registered, 'id' | 'name' | 'registration_number'>[]> {
  if (ids.length === 0) return []
  return await manufacturers(handle)
    .selectFrom('manufacturers')
    .select(['id', CALLED_NOW.as('name'), 'registration_number'])
    .where('id', 'in', ids)
    .execute()
}

/** Whose last event is of this kind, the longest known first. */
export async function listStanding(handle: Handle, status: ManufacturerStatus): Promise<readonly Manufacturer[]> {
  const last = manufacturers(handle)
    .selectFrom('manufacturer_events')
    .distinctOn('manufacturer_id')
    .select(['manufacturer_id', 'kind'])
    .orderBy('manufacturer_id')
    .orderBy('position', 'desc')
    .as('last')
  const rows = await manufacturers(handle)
    .selectFrom('manufacturers')
    .innerJoin(last, 'last.manufacturer_id', 'manufacturers.id')
    .selectAll('manufacturers')
    .where('last.kind', '=', status)
    .orderBy('manufacturers.id')
    .execute()
  return await withEvents(handle, rows)
}

async function withEvents(handle: Handle, rows: readonly (Registered | undefined)[]): Promise<readonly Manufacturer[]> {
  const known = rows.filter((row) => row !== undefined)
  if (known.length === 0) return []
  const ids = known.map(({ id }) => id)
  const events = await manufacturers(handle)
    .selectFrom('manufacturer_events')
    .selectAll()
    .where('manufacturer_id', 'in', ids)
    .orderBy('position')
    .execute()
  const eventsOf = Map.groupBy(events, (event) => event.manufacturer_id)
  const namesOf = await namesSince(handle, ids)
  const successions = await successionsOf(handle, ids)
  return known.map((row) => {
    const own = eventsOf.get(row.id) ?? []
    const names = [{ name: row.name, from_on: null }, ...(namesOf.get(row.id) ?? [])]
    const ends = successions.get(row.id)
    return {
      ...row,
      name: names.at(-1)?.name ?? row.name,
      names,
      ended_on: ends?.[0]?.effective_on ?? null,
      answered_by: ends?.at(-1)?.answers_id ?? null,
      status: statusOf(own),
      events: own,
    }
  })
}
