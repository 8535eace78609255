import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { Laboratory, LaboratoryRefusal } from './laboratory.ts'
import { findLaboratory, findLaboratoryNumbered, findLaboratoryOf, listLaboratories } from './laboratories-table.ts'

/** By its number, as its papers name it. */
export async function readLaboratory(
  database: Database,
  actor: Actor,
  number: string,
): Promise<Outcome<Laboratory, LaboratoryRefusal>> {
  const found = await readAs(database, actor, async (tables) => await findLaboratoryNumbered(tables, number))
  return found === undefined ? { refused: { code: 'laboratory_unknown' } } : { done: found }
}

/** A page of the register, in the order in which they were registered. */
export async function readLaboratories(
  database: Database,
  actor: Actor,
  asked: PageAsked,
): Promise<ListPage<Laboratory>> {
  return await readPage(database, actor, asked, 'oldest_first', listLaboratories)
}

/** Within the transaction of another slice. */
export async function laboratoryIn(tables: Handle, id: string): Promise<Laboratory | undefined> {
  return await findLaboratory(tables, id)
}

/** The laboratory as which somebody acts; undefined where his organization is none, or is not in the register. */
export async function laboratoryOfOrganization(tables: Handle, organization: string): Promise<Laboratory | undefined> {
  return await findLaboratoryOf(tables, organization)
}
