/** An officer enters a laboratory in the register, and what bodies accredited it for. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { typeOfFile } from '../documents/file-type.ts'
import type { FileRefusal } from '../documents/document.ts'
import { keepDocument } from '../documents/keep-document.ts'
import { documentHashIn } from '../documents/read-document.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import { authorisedIn } from '../manufacturers/read-manufacturers.ts'
import { organizationIn } from '../people/name-people.ts'
import {
  type Accreditation,
  type Laboratory,
  type LaboratoryRefusal,
  type NewAccreditation,
  unfitAccreditation,
} from './laboratory.ts'
import {
  findLaboratoryNumbered,
  findLaboratoryOf,
  insertAccreditation,
  insertLaboratory,
  nextLaboratoryNumber,
  nextPosition,
} from './laboratories-table.ts'

export type NewLaboratory = Pick<Laboratory, 'organization_id' | 'name' | 'kind' | 'country' | 'manufacturer_id'>

export async function registerLaboratory(
  recorder: Recorder,
  actor: Actor,
  { organization_id, name, kind, country, manufacturer_id }: NewLaboratory,
): Promise<Outcome<Laboratory, LaboratoryRefusal | NotAuthorised>> {
  return await recordCommand<Laboratory, LaboratoryRefusal | NotAuthorised>(
    recorder,
    actor,
    'register_laboratory',
    async (tables) => {
      const said = { organization_id, name, kind, country, manufacturer_id }
      const unfit = await unfitRegistration(tables, said)
      if (unfit !== undefined) return { refused: unfit }
      const row = { ...said, id: recorder.makeId(), number: await nextLaboratoryNumber(tables) }
      const recorded_at = instantText(recorder.clock())
      await insertLaboratory(tables, { ...row, recorded_at, recorded_by: actor.person })
      const nothing = { accreditations: [], orders: [], staff: [], equipment: [], prices: [], samples_a_week: null }
      return { done: { ...row, ...nothing }, subject: `laboratory ${row.number}`, details: said }
    },
  )
}

async function unfitRegistration(
  tables: Handle,
  { organization_id, kind, country, manufacturer_id }: NewLaboratory,
): Promise<LaboratoryRefusal | NotAuthorised | undefined> {
  if (!isCountry(country)) return { code: 'laboratory_country', place: '/body/country', found: country }
  if ((kind === 'in_plant') !== (manufacturer_id !== null))
    return { code: 'laboratory_plant', place: '/body/manufacturer_id', kind }
  if (manufacturer_id !== null) {
    const firm = await authorisedIn(tables, manufacturer_id)
    if ('refused' in firm) return firm.refused
  }
  if (organization_id === null) return undefined
  const place = '/body/organization_id'
  if ((await organizationIn(tables, organization_id))?.kind !== 'laboratory')
    return { code: 'laboratory_organization', place }
  const holder = await findLaboratoryOf(tables, organization_id)
  return holder === undefined ? undefined : { code: 'laboratory_organization_taken', place, number: holder.number }
}

function isCountry(letters: string): boolean {
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(letters) !== undefined
}

/** The body's certificate, before what it says is recorded. Its document. */
export async function keepAccreditationFile(
  recorder: Recorder,
  actor: Actor,
  { number, ...file }: { readonly number: string; readonly name: string; readonly bytes: Buffer },
): Promise<Outcome<{ readonly id: string; readonly hash: string }, LaboratoryRefusal | FileRefusal>> {
  const media_type = typeOfFile(file.bytes)
  if (media_type === undefined) return { refused: { code: 'file_type_unfit' } }
  return await recordCommand<{ id: string; hash: string }, LaboratoryRefusal>(
    recorder,
    actor,
    'keep_accreditation_file',
    async (tables) => {
      if ((await findLaboratoryNumbered(tables, number)) === undefined)
        return { refused: { code: 'laboratory_unknown' } }
      const organization = actor.organization ?? ''
      const { id, hash } = await keepDocument(tables, recorder, actor, { organization, media_type, ...file })
      return { done: { id, hash }, subject: `laboratory ${number}`, details: { document: hash } }
    },
  )
}

export async function recordAccreditation(
  recorder: Recorder,
  actor: Actor,
  { laboratory: number, ...said }: NewAccreditation & { readonly laboratory: string },
): Promise<Outcome<Laboratory, LaboratoryRefusal>> {
  return await recordCommand<Laboratory, LaboratoryRefusal>(recorder, actor, 'record_accreditation', async (tables) => {
    const found = await findLaboratoryNumbered(tables, number)
    if (found === undefined) return { refused: { code: 'laboratory_unknown' } }
    const unfit = unfitAccreditation(found, said)
    if (unfit !== undefined) return { refused: unfit }
    const document_hash = await documentHashIn(tables, said.document_id)
    if (document_hash === undefined)
      return { refused: { code: 'accreditation_document_unknown', place: '/body/document_id' } }
    const { body, standard, valid_from, valid_until, next_surveillance_on, recognised_under, document_id } = said
    const terms = { body, number: said.number, standard, valid_from, valid_until, next_surveillance_on }
    const scope = said.scope.map(({ standard: by, method, subcontracted_to }) => ({
      standard: by,
      method,
      subcontracted_to,
    }))
    const row: Accreditation = { ...terms, id: recorder.makeId(), recognised_under, document_id, document_hash, scope }
    const position = await nextPosition(tables, 'laboratory_accreditations', found.id)
    const mark = { recorded_at: instantText(recorder.clock()), recorded_by: actor.person }
    await insertAccreditation(tables, { ...row, laboratory_id: found.id, position, ...mark })
    return {
      done: { ...found, accreditations: [...found.accreditations, row] },
      subject: `laboratory ${number}`,
      details: { ...terms, recognised_under, document: document_hash, scope },
    }
  })
}
