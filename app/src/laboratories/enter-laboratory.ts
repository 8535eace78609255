/** What the pages on which officers register and accredit laboratories are given, and what their forms do. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY, text } from '../kernel/field-schemas.ts'
import { isId } from '../kernel/identifiers.ts'
import { readAs } from '../kernel/transaction.ts'
import { manufacturersStanding } from '../manufacturers/read-manufacturers.ts'
import { mustBeAllowed, type PageContext, pageCall, seeOther, settled } from '../pages/page-call.ts'
import { type FormRefusal, readForm, sentBack, sentFile } from '../pages/read-form.ts'
import { organizationsOfKind } from '../people/name-people.ts'
import { LABORATORY_KINDS, type ScopeLine } from './laboratory.ts'
import { laboratoryOfOrganization, readLaboratory } from './read-laboratories.ts'
import { keepAccreditationFile, recordAccreditation, registerLaboratory } from './register-laboratory.ts'

/** The organizations that sign in as a laboratory and are none of the register yet, and the firms in whose plants one can be. */
export async function showNewLaboratory(context: PageContext) {
  const { database } = context.get(recorderContext)
  return await readAs(database, context.get(pageCall).actor, async (tables) => {
    const organizations: { readonly value: string; readonly label: string }[] = []
    for (const { id, name } of await organizationsOfKind(tables, 'laboratory'))
      if ((await laboratoryOfOrganization(tables, id)) === undefined) organizations.push({ value: id, label: name })
    const firms = (await manufacturersStanding(tables, 'authorised')).filter(({ ended_on }) => ended_on === null)
    return { organizations, firms: firms.map(({ id, name }) => ({ value: id, label: name })) }
  })
}

const REGISTRATION = {
  properties: {
    name: text(200),
    kind: { enum: LABORATORY_KINDS },
    country: { pattern: '^[A-Z]{2}$' },
    organization_id: text(36, 0),
    manufacturer_id: text(36, 0),
  },
}

export async function enterLaboratory(context: PageContext, form: FormData) {
  const { typed, read } = readForm(form, REGISTRATION)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { name, country, organization_id, manufacturer_id } = read.done
  for (const [field, id] of Object.entries({ organization_id, manufacturer_id }))
    if (id !== '' && !isId(id)) return sentBack(context, notChosen(field), typed)
  const entered = await registerLaboratory(context.get(recorderContext), context.get(pageCall).actor, {
    name,
    country,
    kind: LABORATORY_KINDS.find((one) => one === read.done.kind) ?? 'private',
    organization_id: orNull(organization_id),
    manufacturer_id: orNull(manufacturer_id),
  })
  const controls = { not_authorised: 'manufacturer_id', firm_ended: 'manufacturer_id' }
  return 'refused' in entered
    ? sentBack(context, entered.refused, typed, controls)
    : seeOther(`/laboratories/${entered.done.number}`, 'registered')
}

function notChosen(field: string): FormRefusal {
  return { code: 'field_not_chosen', place: `/body/${field}` }
}

function orNull(said: string): string | null {
  return said === '' ? null : said
}

/** For another word about an accreditation the form begins with its last: `?of=` its number. */
export async function showAccreditation(context: PageContext, number: string | undefined, request: Request) {
  const { database } = context.get(recorderContext)
  const found = settled(context, await readLaboratory(database, context.get(pageCall).actor, number ?? ''))
  const of = new URL(request.url).searchParams.get('of')
  const last = found.accreditations.findLast((one) => one.number === of)
  const { name, kind } = found
  if (last === undefined) return { number: found.number, name, kind, begun: {} }
  const { body, standard, valid_from, valid_until, next_surveillance_on, recognised_under, scope } = last
  const begun: Readonly<Record<string, string>> = {
    body,
    number: last.number,
    standard,
    valid_from,
    valid_until,
    next_surveillance_on,
    recognised_under: recognised_under ?? '',
    scope: scope.map(lineText).join('\n'),
  }
  return { number: found.number, name, kind, begun }
}

function lineText({ standard, method, subcontracted_to }: ScopeLine): string {
  return [standard, method, ...(subcontracted_to === null ? [] : [subcontracted_to])].join(' | ')
}

const ACCREDITATION = {
  properties: {
    body: text(200),
    number: text(60),
    standard: text(100),
    valid_from: DAY,
    valid_until: DAY,
    next_surveillance_on: DAY,
    recognised_under: text(100, 0),
    scope: text(250_000),
  },
}

const NO_FILE: FormRefusal = { code: 'field_empty', place: '/body/file' }
const UNFIT_SCOPE: FormRefusal = { code: 'field_unfit', place: '/body/scope' }

/** The body's certificate is kept first, and the accreditation names it. */
export async function accredit(context: PageContext, laboratory: string, form: FormData) {
  mustBeAllowed(context, 'keep_accreditation_file')
  const { typed, read } = readForm(form, ACCREDITATION)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { recognised_under, scope: lines, ...terms } = read.done
  const scope = scopeRead(lines)
  if (scope === undefined) return sentBack(context, UNFIT_SCOPE, typed)
  const file = sentFile(form, 'file')
  if (file === undefined) return sentBack(context, NO_FILE, typed)
  const recorder = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  const sent = { number: laboratory, name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }
  const kept = await keepAccreditationFile(recorder, actor, sent)
  if ('refused' in kept) return sentBack(context, kept.refused, typed, { file_type_unfit: 'file' })
  const said = { ...terms, recognised_under: orNull(recognised_under), document_id: kept.done.id, scope }
  const recorded = await recordAccreditation(recorder, actor, { ...said, laboratory })
  return 'refused' in recorded
    ? sentBack(context, recorded.refused, typed)
    : seeOther(`/laboratories/${laboratory}`, 'accredited')
}

/** As many as the interface takes. */
const MOST_LINES = 500

/** A method in each line, its parts between upright strokes; undefined where a line is something else. */
export function scopeRead(typed: string): readonly ScopeLine[] | undefined {
  const lines = typed.split('\n').filter((line) => line.trim() !== '')
  const scope = lines.map((line): ScopeLine | undefined => {
    const [standard = '', method = '', to = '', ...more] = line.split('|').map((part) => part.trim())
    const fits = isSaid(standard, 100) && isSaid(method, 200) && to.length <= 200 && more.length === 0
    return fits ? { standard, method, subcontracted_to: orNull(to) } : undefined
  })
  const read = scope.filter((line) => line !== undefined)
  return read.length === scope.length && read.length > 0 && read.length <= MOST_LINES ? read : undefined
}

function isSaid(part: string, longest: number): boolean {
  return part !== '' && part.length <= longest
}
