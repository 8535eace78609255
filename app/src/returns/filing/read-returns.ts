import type { Language } from '@maqami/engine/explain/names.ts'
import { type Day, formatDay } from '@maqami/engine/value/date.ts'
import { knownAt } from '../../attestations/attestation.ts'
import type { Recorder } from '../../audit-log/record-command.ts'
import type { DocumentDestroyed } from '../../documents/document.ts'
import { documentIn } from '../../documents/read-document.ts'
import { dayAt } from '../../kernel/clock.ts'
import type { Database, Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../../kernel/read-page.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { NotInForce, PolicyRelease } from '../../policy-releases/policy-release.ts'
import { inForce, programmesPublished, releaseOf } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { ANNUAL } from '../schema/load-return-schema.ts'
import { readReturn } from '../read-return.ts'
import { inputOf } from '../return-doors.ts'
import { returnJsonSchema } from '../schema/return-json-schema.ts'
import { periodOfReturn, returnKinds, returnSchemas, schemaOfKind } from '../release-schema.ts'
import type { ReturnSchema } from '../schema/return-schema.ts'
import { annotate } from '../write/annotate-return.ts'
import { writeTemplate } from '../write/write-template.ts'
import { attestationsFor } from './read-citations.ts'
import { type FiledSubject, filedSubjects } from './filed-facts.ts'
import { heldAgainstMonths, type HeldAgainstMonths } from './hold-against-months.ts'
import { schemaOfVersion } from './earlier-template.ts'
import { ratesOf } from './record-rates.ts'
import type { Return, ReturnRefusal, ReturnVersion } from './return.ts'
import { countFiled, listBegunOf, listBegunStanding, listWanted } from './return-standings-table.ts'
import { factsOfVersion, findRates, findReturn, findReturnOf, listReturnsOpen, withVersions } from './returns-table.ts'

export async function readFiledReturn(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<Return, ReturnRefusal>> {
  const found = await readAs(database, actor, async (tables) => await findReturn(tables, id))
  return found === undefined ? { refused: { code: 'return_unknown' } } : { done: found }
}

/** A page of those that the reader may see, newest first. */
export async function readReturns(database: Database, actor: Actor, asked: PageAsked): Promise<ListPage<Return>> {
  return await readPage(database, actor, asked, 'newest_first', async (tables, cursor, limit) => {
    return await withVersions(tables, await listWanted(tables, {}, undefined, cursor, limit))
  })
}

/** A version with its facts and the law by which it was read, within the transaction of whoever assesses it. */
export interface VersionRead {
  readonly found: Return
  readonly version: ReturnVersion
  readonly release: PolicyRelease
  readonly subjects: readonly FiledSubject[]
}

export async function versionIn(
  tables: Handle,
  id: string,
  version: number,
): Promise<Outcome<VersionRead, ReturnRefusal>> {
  const found = await findReturn(tables, id)
  const wanted = found?.versions.find((one) => one.version === version)
  if (found === undefined || wanted === undefined) return { refused: { code: 'return_unknown' } }
  const facts = await factsOfVersion(tables, id, version)
  if (facts === undefined) return { refused: { code: 'version_faulty', errors: wanted.error_count } }
  const release = await releaseOf(tables, wanted.release_id)
  return { done: { found, version: wanted, release, subjects: filedSubjects(facts) } }
}

/** A version of a yearly return beside the months of its year. */
export async function readAgreement(
  database: Database,
  shelf: ReleaseShelf,
  actor: Actor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Outcome<readonly HeldAgainstMonths[], ReturnRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await findReturn(tables, id)
    if (found?.versions.some((one) => one.version === version) !== true) return { refused: { code: 'return_unknown' } }
    return { done: await heldAgainstMonths(tables, shelf, found, version) }
  })
}

/** What a manufacturer has begun and not ended, within the transaction of a page that shows several slices. */
export async function returnsOpen(tables: Handle, manufacturer: string): Promise<readonly Return[]> {
  return await listReturnsOpen(tables, manufacturer)
}

/** What is filed and waits, or is accepted, within the transaction of a page that shows several slices. */
export async function returnsFiledOrAccepted(tables: Handle): Promise<readonly Return[]> {
  return await withVersions(tables, await listBegunStanding(tables, ['filed', 'accepted']))
}

/** Of all firms, with all that happened to them. */
export async function acceptedReturns(tables: Handle): Promise<readonly Return[]> {
  return (await returnsFiledOrAccepted(tables)).filter(({ events }) => events.some(({ kind }) => kind === 'accepted'))
}

/** The yearly ones of a period that are filed and wait, or are accepted, without their versions: of a large country they are many. */
export async function yearlyReturnsIn(
  tables: Handle,
  { programme, period }: Pick<Return, 'programme' | 'period'>,
): Promise<readonly Pick<Return, 'id' | 'manufacturer_id'>[]> {
  const standing = await listBegunStanding(tables, ['filed', 'accepted'])
  return standing.filter((one) => one.programme === programme && one.period === period && one.kind === ANNUAL)
}

/** Of these firms or of all, of this period or of all, newest first, within the transaction of a page that shows several slices. */
export async function returnsFound(
  tables: Handle,
  { firms, period }: { readonly firms: readonly string[] | undefined; readonly period: string | undefined },
  limit: number,
): Promise<readonly Return[]> {
  return await withVersions(tables, await listBegunOf(tables, firms, period, limit))
}

export async function returnIn(tables: Handle, id: string): Promise<Return | undefined> {
  return await findReturn(tables, id)
}

/** The yearly one of a manufacturer. */
export async function yearlyReturnOf(
  tables: Handle,
  { manufacturer_id, programme, year }: Pick<Return, 'manufacturer_id' | 'programme'> & { readonly year: string },
): Promise<Return | undefined> {
  return await findReturnOf(tables, { manufacturer_id, programme, kind: ANNUAL, period: year })
}

/** What is known of the law by which a version was read. */
export async function lawOfVersion(
  database: Database,
  actor: Actor,
  { release_id }: Pick<ReturnVersion, 'release_id'>,
): Promise<PolicyRelease> {
  return await readAs(database, actor, async (tables) => await releaseOf(tables, release_id))
}

export interface ReturnProgramme {
  readonly programme: string
  /** `07-01`. */
  readonly year_starts: string
  /** The yearly one first. */
  readonly kinds: readonly Pick<ReturnSchema, 'kind' | 'title' | 'period'>[]
}

/** The programmes in force on the day under which returns are filed. */
export async function returnProgrammes(
  database: Database,
  shelf: ReleaseShelf,
  actor: Actor,
  day: Day,
): Promise<readonly ReturnProgramme[]> {
  const releases = await readAs(database, actor, async (tables) => {
    const found: PolicyRelease[] = []
    for (const name of await programmesPublished(tables)) {
      const release = await inForce(tables, name, formatDay(day))
      if ('done' in release) found.push(release.done)
    }
    return found
  })
  return releases
    .map((release) => shelf.open(release))
    .filter((release) => returnKinds(release).length > 0)
    .map((release) => {
      const { name, yearStarts } = release.engine.programme.heading
      return { programme: name, year_starts: yearStarts, kinds: returnSchemas(release) }
    })
}

/** The workbook in which a return of the programme is filed, by the law in force on the day. */
export async function emptyWorkbook(
  database: Database,
  shelf: ReleaseShelf,
  actor: Actor,
  {
    programme,
    kind,
    day,
    language,
  }: { readonly programme: string; readonly kind: string; readonly day: string; readonly language: Language },
): Promise<Outcome<Buffer, ReturnRefusal | NotInForce>> {
  const published = await readAs(database, actor, async (tables) => await inForce(tables, programme, day))
  if ('refused' in published) return published
  const release = shelf.open(published.done)
  const schema = schemaOfKind(release, kind)
  if (schema === undefined) return { refused: { code: 'no_workbook', programme, kinds: returnKinds(release) } }
  return { done: await writeTemplate(schema, language) }
}

/** What the return asks for as JSON Schema: of the template in use on the day, or of the version that is named. */
export async function readJsonSchema(
  database: Database,
  shelf: ReleaseShelf,
  actor: Actor,
  {
    programme,
    kind,
    day,
    version,
  }: Readonly<Record<'programme' | 'kind' | 'day', string>> & { readonly version?: string | undefined },
): Promise<Outcome<Readonly<Record<string, unknown>>, ReturnRefusal | NotInForce>> {
  return await readAs(database, actor, async (tables) => {
    const published = await inForce(tables, programme, day)
    if ('refused' in published) return published
    const release = shelf.open(published.done)
    const own = schemaOfKind(release, kind)
    if (own === undefined) return { refused: { code: 'no_workbook', programme, kinds: returnKinds(release) } }
    if (version === undefined || version === own.version) return { done: returnJsonSchema(own) }
    const old = await schemaOfVersion(tables, shelf, { programme, kind, version })
    return old === undefined
      ? { refused: { code: 'template_unknown', version, current: own.version } }
      : { done: returnJsonSchema(old) }
  })
}

/** The file as it came, with what was found marked in its cells. It is read again, as it was when it came. */
export async function annotatedCopy(
  { database }: Pick<Recorder, 'database'>,
  shelf: ReleaseShelf,
  actor: Actor,
  { id, version, language }: { readonly id: string; readonly version: number; readonly language: Language },
): Promise<Outcome<Buffer, ReturnRefusal | DocumentDestroyed>> {
  const kept = await readAs(database, actor, async (tables) => {
    const found = await findReturn(tables, id)
    const wanted = found?.versions.find((one) => one.version === version)
    if (found === undefined || wanted === undefined) return undefined
    const document = await documentIn(tables, wanted.document_id)
    if ('refused' in document) return document.refused.code === 'document_destroyed' ? document.refused : undefined
    const rates = wanted.rate_table_id === null ? undefined : await findRates(tables, wanted.rate_table_id)
    const attestations = await attestationsFor(tables, found.manufacturer_id)
    return {
      found,
      wanted,
      document: document.done,
      rates,
      attestations,
      release: await releaseOf(tables, wanted.release_id),
    }
  })
  if (kept === undefined) return { refused: { code: 'return_unknown' } }
  if ('code' in kept) return { refused: kept }
  const release = shelf.open(kept.release)
  const schema = schemaOfKind(release, kept.found.kind)
  if (schema === undefined) throw new Error(`the return ${id} is of no kind of ${release.hash}`)
  const year = periodOfReturn(release, kept.found)
  const day = dayAt(kept.wanted.uploaded_at)
  const attestations = kept.attestations.flatMap((one) => knownAt(one, kept.wanted.uploaded_at) ?? [])
  const { programme, kind } = kept.found
  const earlier = async (template: string): Promise<ReturnSchema | undefined> =>
    await readAs(database, actor, async (tables) => {
      return await schemaOfVersion(tables, shelf, { programme, kind, version: template })
    })
  const read = await readReturn(inputOf(kept.document, schema), {
    schema,
    rates: ratesOf(kept.rates),
    year,
    day,
    earlier,
    attestations,
  })
  const copy = await annotate(read, schema, language)
  return copy === undefined ? { refused: { code: 'return_unknown' } } : { done: copy }
}

/** How many wait for a review, within the transaction of a page that shows several slices. */
export async function returnsToReview(tables: Handle) {
  return await countFiled(tables)
}
