/** A manufacturer enters a model that it makes. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Database } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { ManufacturerRefusal, NotAuthorised } from '../manufacturers/manufacturer.ts'
import { authorisedIn, manufacturerIn } from '../manufacturers/read-manufacturers.ts'
import type { Model, ModelExists } from './model.ts'
import { insertModel, modelsOf } from './products-table.ts'

export async function registerModel(
  recorder: Recorder,
  actor: Actor,
  { name, description }: Pick<Model, 'name' | 'description'>,
): Promise<Outcome<Model, ModelExists | NotAuthorised>> {
  return await recordCommand<Model, ModelExists | NotAuthorised>(recorder, actor, 'register_model', async (tables) => {
    const authorised = await authorisedIn(tables, actor.organization)
    if ('refused' in authorised) return authorised
    const manufacturer_id = authorised.done.id
    const others = await modelsOf(tables, manufacturer_id)
    if (others.some((other) => other.name === name)) return { refused: { code: 'model_exists', name } }
    const model: Model = {
      id: recorder.makeId(),
      manufacturer_id,
      name,
      description,
      registered_at: instantText(recorder.clock()),
      registered_by: actor.person,
    }
    await insertModel(tables, model)
    return { done: model, subject: `model ${model.id}`, details: { name } }
  })
}

export async function readModels(database: Database, actor: Actor, manufacturer: string): Promise<readonly Model[]> {
  return await readAs(database, actor, async (tables) => await modelsOf(tables, manufacturer))
}

/** The same for whoever names a firm that he may not know of: an empty list would say that it is there. */
export async function modelsAsked(
  database: Database,
  actor: Actor,
  manufacturer: string,
): Promise<Outcome<readonly Model[], ManufacturerRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await manufacturerIn(tables, manufacturer)
    return found === undefined
      ? { refused: { code: 'manufacturer_unknown' } }
      : { done: await modelsOf(tables, manufacturer) }
  })
}
