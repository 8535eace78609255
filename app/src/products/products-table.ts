/** The table of models, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Model } from './model.ts'

function models(handle: Handle): Kysely<{ readonly models: Model }> {
  return handle.withTables<{ readonly models: Model }>()
}

export async function insertModel(handle: Handle, model: Model): Promise<void> {
  await models(handle).insertInto('models').values(model).execute()
}

export async function modelsOf(handle: Handle, manufacturer: string): Promise<readonly Model[]> {
  return await models(handle)
    .selectFrom('models')
    .selectAll()
    .where('manufacturer_id', '=', manufacturer)
    .orderBy('name')
    .execute()
}
