/** A maker asks a laboratory for tests of a model by methods of one standard. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { type Laboratory, type LaboratoryRefusal, scopeOn } from '../laboratories/laboratory.ts'
import { laboratoryIn } from '../laboratories/read-laboratories.ts'
import type { ManufacturerRefusal } from '../manufacturers/manufacturer.ts'
import { manufacturerIn } from '../manufacturers/read-manufacturers.ts'
import type { ModelRefusal } from '../products/model.ts'
import { ownModelIn } from '../products/read-models.ts'
import { insertRequest, nextTestNumber } from './tests-table.ts'
import type { TestRefusal, TestRequest } from './way.ts'

export interface NewTest {
  readonly laboratory_id: string
  readonly model_id: string
  readonly standard: string
  readonly methods: readonly string[]
  /** What will be sent: how many, of which make, from which lot. */
  readonly sample: string
}

type RequestRefusal = TestRefusal | LaboratoryRefusal | ManufacturerRefusal | ModelRefusal

export async function requestTest(
  recorder: Recorder,
  actor: Actor,
  { laboratory_id, model_id, standard, methods, sample }: NewTest,
): Promise<Outcome<TestRequest, RequestRefusal>> {
  const asked = { laboratory_id, model_id, standard, methods, sample }
  return await recordCommand<TestRequest, RequestRefusal>(recorder, actor, 'request_test', async (tables) => {
    const today = todayText(recorder.clock)
    const model = await ownModelIn(tables, actor, asked.model_id)
    if ('refused' in model) return model
    const taken = await takes(tables, asked, today)
    if ('refused' in taken) return taken
    const maker = await manufacturerIn(tables, actor.organization ?? '')
    if (maker === undefined) return { refused: { code: 'manufacturer_unknown' } }
    const requested = {
      ...asked,
      id: recorder.makeId(),
      number: await nextTestNumber(tables),
      manufacturer_id: maker.id,
      manufacturer_name: maker.name,
      manufacturer_number: maker.registration_number,
      model_name: model.done.name,
      laboratory_name: taken.done.name,
      requested_on: today,
      requested_at: instantText(recorder.clock()),
      requested_by: actor.person,
    }
    await insertRequest(tables, requested)
    return {
      done: { ...requested, events: [] },
      subject: `test ${requested.number}`,
      details: { laboratory_id, model_id, standard, methods },
    }
  })
}

async function takes(
  tables: Handle,
  { laboratory_id, standard, methods }: NewTest,
  today: string,
): Promise<Outcome<Laboratory, TestRefusal | LaboratoryRefusal>> {
  const laboratory = await laboratoryIn(tables, laboratory_id)
  if (laboratory === undefined) return { refused: { code: 'laboratory_unknown' } }
  if (!takesRequests(laboratory)) return { refused: { code: 'laboratory_takes_none', number: laboratory.number } }
  const twice = methods.find((method, nth) => methods.indexOf(method) !== nth)
  if (twice !== undefined) return { refused: { code: 'methods_twice', method: twice } }
  const gap = gapIn(laboratory, standard, methods, today)
  return gap === undefined ? { done: laboratory } : { refused: gap }
}

/** One in the plant of a maker is no third party, and one that signs in nowhere signs nothing here. */
export function takesRequests({ kind, organization_id }: Pick<Laboratory, 'kind' | 'organization_id'>): boolean {
  return kind !== 'in_plant' && organization_id !== null
}

/** The first method for which the laboratory may not sign on the day. */
export function gapIn(
  laboratory: Laboratory,
  standard: string,
  methods: readonly string[],
  day: string,
): TestRefusal | undefined {
  for (const method of methods) {
    const found = scopeOn(laboratory, { standard, method }, day)
    if ('gap' in found) return { code: 'test_gap', gap: found.gap, standard, method }
  }
  return undefined
}
