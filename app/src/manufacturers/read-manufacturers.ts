import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type {
  Manufacturer,
  ManufacturerRefusal,
  ManufacturerStatus,
  NotAuthorised,
  WantedFirms,
} from './manufacturer.ts'
import {
  findManufacturer,
  findOtherCalled,
  listManufacturers,
  listNames,
  listStanding,
  manufacturersOf,
} from './manufacturers-table.ts'

export async function readManufacturer(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<Manufacturer, ManufacturerRefusal>> {
  const found = await readAs(database, actor, async (tables) => await manufacturerIn(tables, id))
  return found === undefined ? { refused: { code: 'manufacturer_unknown' } } : { done: found }
}

/** A page of those that are wanted of all that the reader may see, in the order in which they applied if no other is wanted. */
export async function readManufacturers(
  database: Database,
  actor: Actor,
  asked: PageAsked,
  wanted: WantedFirms = {},
): Promise<ListPage<Manufacturer>> {
  return await readPage(database, actor, asked, 'oldest_first', async (tables, cursor, limit) => {
    return await listManufacturers(tables, wanted, cursor, limit)
  })
}

/** Within the transaction of a command of another slice. */
export async function manufacturerIn(tables: Handle, id: string): Promise<Manufacturer | undefined> {
  return await findManufacturer(tables, id)
}

/** Another firm that goes on and is called so now. */
export async function otherFirmCalled(
  tables: Handle,
  id: string,
  name: string,
): Promise<Pick<Manufacturer, 'id' | 'name'> | undefined> {
  return await findOtherCalled(tables, id, name)
}

/** By their identifiers. */
export async function namesOfFirms(tables: Handle, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await listNames(tables, ids)).map(({ id, name }) => [id, name]))
}

/** In the company registry, by their identifiers. */
export async function numbersOfFirms(tables: Handle, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await listNames(tables, ids)).map(({ id, registration_number }) => [id, registration_number]))
}

/** Those that stand so now, within the transaction of a page that shows several slices. */
export async function manufacturersStanding(
  tables: Handle,
  status: ManufacturerStatus,
): Promise<readonly Manufacturer[]> {
  return await listStanding(tables, status)
}

/** The firm for which somebody acts, if it is authorised: nothing can be filed or granted before. */
export async function authorisedIn(
  tables: Handle,
  id: string | undefined,
): Promise<Outcome<Manufacturer, NotAuthorised>> {
  const found = id === undefined ? undefined : await findManufacturer(tables, id)
  if (found?.status !== 'authorised') return { refused: { code: 'not_authorised' } }
  const { name: firm, ended_on } = found
  if (ended_on !== null) return { refused: { code: 'firm_ended', firm, ended_on } }
  return { done: found }
}

/** By their identifiers, those that the reader may see, within the transaction of a page that shows several slices. */
export async function manufacturersIn(tables: Handle, ids: readonly string[]): Promise<readonly Manufacturer[]> {
  return await manufacturersOf(tables, ids)
}
