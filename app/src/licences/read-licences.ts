import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { Licence, LicenceRefusal } from './licence.ts'
import { findLicence, licencesById, licencesOf, listLicences } from './licences-table.ts'

/** By its number. Another firm's licence does not exist for the reader. */
export async function readLicence(
  database: Database,
  actor: Actor,
  number: string,
): Promise<Outcome<Licence, LicenceRefusal>> {
  const found = await readAs(database, actor, async (tables) => await findLicence(tables, number))
  return found === undefined ? { refused: { code: 'licence_unknown' } } : { done: found }
}

/** A page of those that the reader may see, in the order in which they were granted. */
export async function readLicences(database: Database, actor: Actor, asked: PageAsked): Promise<ListPage<Licence>> {
  return await readPage(database, actor, asked, 'oldest_first', listLicences)
}

/** All of a manufacturer, within the transaction of whoever asks what follows from them. */
export async function licencesIn(tables: Handle, manufacturer: string): Promise<readonly Licence[]> {
  return await licencesOf(tables, manufacturer)
}

/** By their identifiers, those that the reader may see, within the transaction of a page that shows several slices. */
export async function licencesFound(tables: Handle, ids: readonly string[]): Promise<readonly Licence[]> {
  return await licencesById(tables, ids)
}

/** By its number, within the transaction of a page that shows several slices. */
export async function licenceIn(tables: Handle, number: string): Promise<Licence | undefined> {
  return await findLicence(tables, number)
}
