/** For the telecom regulator: what a licence is on a day, and which models with type approval may be made under it. */
import type { Database } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { holderOn, type Licence, type LicenceRefusal, type LicenceStatus, statusOn } from '../licences/licence.ts'
import { licenceIn } from '../licences/read-licences.ts'
import {
  approvalOn,
  type Model,
  type ModelEvent,
  type ModelHeld,
  type ModelStatus,
  statusOn as modelOn,
} from './model.ts'
import { modelsOfMaker } from './read-models.ts'

export interface LicensedModel
  extends Pick<Model, 'id' | 'name' | 'brand' | 'trade_names'>,
    Pick<ModelEvent, 'number' | 'authority' | 'effective_on' | 'valid_until'> {
  readonly status: ModelStatus
  /** The licence is good on the day, and the approval holds. */
  readonly may_be_made: boolean
  /** How many type allocation codes stand for it. */
  readonly codes: number
}

export interface LicensedModels extends Pick<Licence, 'kind' | 'programme' | 'rehearsal'> {
  readonly licence: string
  readonly day: string
  readonly status: LicenceStatus
  /** Those that ever had a type approval, by name; of other licences than a manufacturing authorisation none. */
  readonly models: readonly LicensedModel[]
}

export async function readLicensedModels(
  database: Database,
  actor: Actor,
  { licence: number, day }: Pick<LicensedModels, 'licence' | 'day'>,
): Promise<Outcome<LicensedModels, LicenceRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const licence = await licenceIn(tables, number)
    if (licence === undefined) return { refused: { code: 'licence_unknown' } }
    const { kind, programme, rehearsal } = licence
    const status = statusOn(licence, day)
    const held = kind === 'manufacturing_authorisation' ? await modelsOfMaker(tables, holderOn(licence, day)) : []
    const models = held
      .filter((model) => model.programme === programme)
      .flatMap((model) => licensed(model, day, status === 'good'))
    return { done: { licence: number, kind, programme, day, status, rehearsal, models } }
  })
}

/** Nothing of what the maker has entered and nobody has approved. */
function licensed(model: ModelHeld, day: string, isGood: boolean): readonly LicensedModel[] {
  const approval = approvalOn(model, day)
  if (approval === undefined) return []
  const { id, name, brand, trade_names, tacs } = model
  const { number, authority, effective_on, valid_until } = approval
  const status = modelOn(model, day)
  const approved = { number, authority, effective_on, valid_until, status }
  return [
    { id, name, brand, trade_names, ...approved, may_be_made: isGood && status === 'approved', codes: tacs.length },
  ]
}
