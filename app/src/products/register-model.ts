/** A manufacturer enters a model that it makes. */
import type { Programme } from '@maqami/engine/load/programme.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import { authorisedIn } from '../manufacturers/read-manufacturers.ts'
import type { NotInForce } from '../policy-releases/policy-release.ts'
import { inForce } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { Model, ModelHeld, ModelRefusal } from './model.ts'
import { insertModel, modelsOf } from './products-table.ts'

export interface NewModel
  extends Pick<Model, 'name' | 'description' | 'category' | 'brand' | 'brand_owner' | 'trade_names'> {
  readonly programme: string
}

/** What kinds of products a programme knows: none where it makes no difference between them. */
export function categoriesOf({ vocabulary }: Programme): readonly string[] {
  return vocabulary.facts.has('category') ? (vocabulary.categories.get('category')?.members ?? []) : []
}

export async function registerModel(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  input: NewModel,
): Promise<Outcome<ModelHeld, ModelRefusal | NotAuthorised | NotInForce>> {
  const { name, programme, category, description, brand, brand_owner, trade_names } = input
  return await recordCommand<ModelHeld, ModelRefusal | NotAuthorised | NotInForce>(
    recorder,
    actor,
    'register_model',
    async (tables) => {
      const authorised = await authorisedIn(tables, actor.organization)
      if ('refused' in authorised) return authorised
      const law = await inForce(tables, programme, todayText(recorder.clock))
      if ('refused' in law) return law
      const categories = categoriesOf(shelf.open(law.done).engine.programme)
      if (category === null ? categories.length > 0 : !categories.includes(category))
        return { refused: { code: 'category_unknown', programme } }
      const manufacturer_id = authorised.done.id
      const others = await modelsOf(tables, manufacturer_id)
      if (others.some((other) => other.name === name)) return { refused: { code: 'model_exists', name } }
      const model: Model = {
        id: recorder.makeId(),
        manufacturer_id,
        programme,
        name,
        description,
        category,
        brand,
        brand_owner,
        trade_names,
        registered_at: instantText(recorder.clock()),
        registered_by: actor.person,
      }
      await insertModel(tables, model)
      return {
        done: { ...model, events: [], tacs: [] },
        subject: `model ${model.id}`,
        details: { name, programme, category },
      }
    },
  )
}
