/** A maker asks a laboratory for the tests of a model that a scheme of certificates asks for. */
import { isRehearsal } from '@maqami/engine/load/programme.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { type SchemesLaw, schemesInForce } from '../certificates/schemes/read-schemes.ts'
import type { Scheme, SchemeTest } from '../certificates/schemes/scheme.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { type Laboratory, type LaboratoryRefusal, scopeOn } from '../laboratories/laboratory.ts'
import { laboratoryIn } from '../laboratories/read-laboratories.ts'
import type { ManufacturerRefusal } from '../manufacturers/manufacturer.ts'
import { manufacturerIn } from '../manufacturers/read-manufacturers.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { ModelRefusal } from '../products/model.ts'
import { ownModelIn } from '../products/read-models.ts'
import { insertRequest, nextTestNumber } from './tests-table.ts'
import type { TestRefusal, TestRequest } from './way.ts'

export interface NewTest {
  readonly laboratory_id: string
  readonly model_id: string
  /** Of the programme whose law has the scheme. */
  readonly programme: string
  readonly scheme: string
  /** What will be sent: how many, of which make, from which lot. */
  readonly sample: string
}

type RequestRefusal = TestRefusal | LaboratoryRefusal | ManufacturerRefusal | ModelRefusal

export async function requestTest(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { laboratory_id, model_id, programme, scheme, sample }: NewTest,
): Promise<Outcome<TestRequest, RequestRefusal>> {
  return await recordCommand<TestRequest, RequestRefusal>(recorder, actor, 'request_test', async (tables) => {
    const today = todayText(recorder.clock)
    const model = await ownModelIn(tables, actor, model_id)
    if ('refused' in model) return model
    const wanted = await schemeIn(tables, shelf, programme, scheme, today)
    if ('refused' in wanted) return wanted
    const maker = await manufacturerIn(tables, actor.organization ?? '')
    if (maker === undefined) return { refused: { code: 'manufacturer_unknown' } }
    const taken = await takes(tables, { laboratory_id, maker: maker.id }, wanted.done, today)
    if ('refused' in taken) return taken
    const { law, of } = wanted.done
    const requested = {
      laboratory_id,
      model_id,
      release_id: law.release_id,
      scheme: {
        programme,
        id: of.id,
        name: of.name,
        release_hash: law.release.hash,
        is_rehearsal: isRehearsal(law.release.engine.programme),
      },
      tests: of.tests,
      sample,
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
      details: { laboratory_id, model_id, programme, scheme },
    }
  })
}

interface Wanted {
  readonly law: SchemesLaw
  readonly of: Scheme
}

async function schemeIn(
  tables: Handle,
  shelf: ReleaseShelf,
  programme: string,
  scheme: string,
  today: string,
): Promise<Outcome<Wanted, TestRefusal>> {
  const law = (await schemesInForce(tables, shelf, today)).find((one) => one.programme === programme)
  const of = law?.certification.schemes.get(scheme)
  if (law === undefined || of === undefined)
    return { refused: { code: 'scheme_unknown', place: '/body/scheme', day: today } }
  return of.tests.length === 0
    ? { refused: { code: 'scheme_untested', place: '/body/scheme', scheme: of.name } }
    : { done: { law, of } }
}

async function takes(
  tables: Handle,
  { laboratory_id, maker }: { readonly laboratory_id: string; readonly maker: string },
  { of }: Wanted,
  today: string,
): Promise<Outcome<Laboratory, TestRefusal | LaboratoryRefusal>> {
  const laboratory = await laboratoryIn(tables, laboratory_id)
  if (laboratory === undefined) return { refused: { code: 'laboratory_unknown' } }
  const { number, kind } = laboratory
  if (!takesRequests(laboratory, maker)) return { refused: { code: 'laboratory_takes_none', number } }
  if (!of.issuers.includes(kind)) return { refused: { code: 'laboratory_not_issuer', number, scheme: of.name } }
  // It may offer a part of them, and no offer is of nothing.
  const gaps = of.tests.map((test) => gapIn(laboratory, [test], today))
  const gap = gaps.includes(undefined) ? undefined : gaps[0]
  return gap === undefined ? { done: laboratory } : { refused: gap }
}

/** One in the plant of a maker tests for that maker only, and one that signs in nowhere signs nothing here. */
export function takesRequests(
  { kind, organization_id, manufacturer_id }: Pick<Laboratory, 'kind' | 'organization_id' | 'manufacturer_id'>,
  maker: string,
): boolean {
  return organization_id !== null && (kind !== 'in_plant' || manufacturer_id === maker)
}

/** The first test for which the laboratory may not sign on the day. */
export function gapIn(
  laboratory: Laboratory,
  tests: readonly Pick<SchemeTest, 'standard' | 'method'>[],
  day: string,
): TestRefusal | undefined {
  for (const { standard, method } of tests) {
    const found = scopeOn(laboratory, { standard, method }, day)
    if ('gap' in found) return { code: 'test_gap', gap: found.gap, standard, method }
  }
  return undefined
}
