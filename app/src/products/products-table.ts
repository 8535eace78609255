/** The tables of models, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Model, ModelEvent, ModelHeld, ModelTac } from './model.ts'

type ModelTables = {
  readonly models: Model
  readonly model_events: ModelEvent
  readonly model_tacs: ModelTac
}

function models(handle: Handle): Kysely<ModelTables> {
  return handle.withTables<ModelTables>()
}

export async function insertModel(handle: Handle, model: Model): Promise<void> {
  await models(handle).insertInto('models').values(model).execute()
}

export async function insertModelEvent(handle: Handle, event: ModelEvent): Promise<void> {
  await models(handle).insertInto('model_events').values(event).execute()
}

export async function insertTac(handle: Handle, tac: ModelTac): Promise<void> {
  await models(handle).insertInto('model_tacs').values(tac).execute()
}

export async function findModel(handle: Handle, id: string): Promise<ModelHeld | undefined> {
  const row = await models(handle).selectFrom('models').selectAll().where('id', '=', id).executeTakeFirst()
  const [found] = await held(handle, row === undefined ? [] : [row])
  return found
}

/** Those of them that the reader may see. */
export async function modelsById(handle: Handle, ids: readonly string[]): Promise<readonly ModelHeld[]> {
  if (ids.length === 0) return []
  return await held(handle, await models(handle).selectFrom('models').selectAll().where('id', 'in', ids).execute())
}

export async function modelsOf(handle: Handle, manufacturer: string): Promise<readonly ModelHeld[]> {
  const all = models(handle).selectFrom('models').selectAll().where('manufacturer_id', '=', manufacturer)
  return await held(handle, await all.orderBy('name').execute())
}

/** A page of them by name; `cursor` is the last of the page before, and on the first page names none. */
export async function listModels(
  handle: Handle,
  manufacturer: string,
  cursor: string,
  limit: number,
): Promise<readonly ModelHeld[]> {
  const before = sql`coalesce((select name from models where id = ${cursor}), '')`
  const rows = await models(handle)
    .selectFrom('models')
    .selectAll()
    .where('manufacturer_id', '=', manufacturer)
    .where(sql<boolean>`(name, id) > (${before}, ${cursor})`)
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute()
  return await held(handle, rows)
}

async function held(handle: Handle, rows: readonly Model[]): Promise<readonly ModelHeld[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const tables = models(handle)
  const events = await tables
    .selectFrom('model_events')
    .selectAll()
    .where('model_id', 'in', ids)
    .orderBy('position')
    .execute()
  const tacs = await tables.selectFrom('model_tacs').selectAll().where('model_id', 'in', ids).orderBy('tac').execute()
  const eventsOf = Map.groupBy(events, (event) => event.model_id)
  const tacsOf = Map.groupBy(tacs, (one) => one.model_id)
  return rows.map((row) => ({
    ...row,
    events: eventsOf.get(row.id) ?? [],
    tacs: (tacsOf.get(row.id) ?? []).map(({ tac }) => tac),
  }))
}
