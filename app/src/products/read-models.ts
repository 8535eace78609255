import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, pageIn } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { ManufacturerRefusal } from '../manufacturers/manufacturer.ts'
import { manufacturerIn } from '../manufacturers/read-manufacturers.ts'
import type { ModelHeld, ModelRefusal } from './model.ts'
import { findModel, listModels, modelsById, modelsOf } from './products-table.ts'

/** A page of a maker's own, by name. */
export async function readModels(
  database: Database,
  actor: Actor,
  manufacturer: string,
  asked: PageAsked,
): Promise<ListPage<ModelHeld>> {
  return await readAs(database, actor, async (tables) => await modelsIn(tables, manufacturer, asked))
}

async function modelsIn(tables: Handle, manufacturer: string, asked: PageAsked): Promise<ListPage<ModelHeld>> {
  return await pageIn(asked, 'oldest_first', async (cursor, limit) => {
    return await listModels(tables, manufacturer, cursor, limit)
  })
}

/** All of them, within the transaction of who holds something against them. */
export async function modelsOfMaker(tables: Handle, manufacturer: string): Promise<readonly ModelHeld[]> {
  return await modelsOf(tables, manufacturer)
}

export async function readModel(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<ModelHeld, ModelRefusal>> {
  return await readAs(database, actor, async (tables) => await modelIn(tables, id))
}

/** Somebody else's model does not exist for the reader. */
export async function modelIn(tables: Handle, id: string): Promise<Outcome<ModelHeld, ModelRefusal>> {
  const found = await findModel(tables, id)
  return found === undefined ? { refused: { code: 'model_unknown' } } : { done: found }
}

/** For whoever changes it: one of a firm that has ended is seen by whoever answers for it, and changed by nobody. */
export async function ownModelIn(tables: Handle, actor: Actor, id: string): Promise<Outcome<ModelHeld, ModelRefusal>> {
  const read = await modelIn(tables, id)
  if ('refused' in read || read.done.manufacturer_id === actor.organization) return read
  return { refused: { code: 'model_unknown' } }
}

/** The same for whoever names a firm that he may not know of: an empty list would say that it is there. */
export async function modelsAsked(
  database: Database,
  actor: Actor,
  manufacturer: string,
  asked: PageAsked,
): Promise<Outcome<ListPage<ModelHeld>, ManufacturerRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await manufacturerIn(tables, manufacturer)
    return found === undefined
      ? { refused: { code: 'manufacturer_unknown' } }
      : { done: await modelsIn(tables, manufacturer, asked) }
  })
}

/** By their identifiers, those that the reader may see, within the transaction of a page that shows several slices. */
export async function modelsFound(tables: Handle, ids: readonly string[]): Promise<readonly ModelHeld[]> {
  return await modelsById(tables, ids)
}
