/** A manufacturer uploads its return: a workbook, tables or JSON. A file with errors is kept too, so that its annotated copy can be fetched. */
import { type Day, formatDay } from '@maqami/engine/value/date.ts'
import type { Attestation } from '../../attestations/attestation.ts'
import { type Recorder, recordForFirm } from '../../audit-log/record-command.ts'
import { keepDocument } from '../../documents/keep-document.ts'
import { instantText, today } from '../../kernel/clock.ts'
import type { Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { NotAuthorised } from '../../manufacturers/manufacturer.ts'
import { actsFor } from '../../manufacturers/life/read-life.ts'
import type { NotInForce, PolicyRelease } from '../../policy-releases/policy-release.ts'
import { inForce } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { keptLines, writeLines } from '../kept-lines.ts'
import { type ReadReturn, readReturn } from '../read-return.ts'
import { returnKinds, schemaOfKind } from '../release-schema.ts'
import { inputOf, WORKBOOK } from '../return-doors.ts'
import { periodOf, type ReturnYear } from '../return-year.ts'
import type { ReturnSchema } from '../schema/return-schema.ts'
import type { DraftRefusal, ReturnDraft } from '../drafting/draft-lines.ts'
import { removeDraft } from '../drafting/drafts-table.ts'
import { attestationsFor } from './read-citations.ts'
import { filedFacts } from './filed-facts.ts'
import { lockOver } from './period-lock.ts'
import { locksOf } from './period-locks-table.ts'
import { schemaOfVersion } from './earlier-template.ts'
import { ratesOf } from './record-rates.ts'
import type { Return, ReturnRefusal, ReturnVersion } from './return.ts'
import {
  findReturnOf,
  insertCitation,
  insertReturn,
  insertVersion,
  newestRates,
  type RateTable,
} from './returns-table.ts'

export interface UploadReturn {
  /** For a firm for which one's own answers; without it for one's own. */
  readonly manufacturer_id?: string | undefined
  readonly programme: string
  readonly kind: string
  /** `2026-27`, `2026-07`. */
  readonly period: string
  readonly name: string
  /** The draft that becomes this version, as it was seen: it is gone then. */
  readonly draft?: Pick<ReturnDraft, 'return_id' | 'revision'>
  /** A workbook unless it says otherwise. */
  readonly media_type?: string
  readonly bytes: Buffer
}

export interface Uploaded {
  readonly found: Return
  readonly version: number
}

export type UploadRefusal = ReturnRefusal | DraftRefusal | NotAuthorised | NotInForce

/** What is in force or newest at a moment: by it a file is read. */
interface Basis {
  readonly day: Day
  readonly law: PolicyRelease
  readonly rates: RateTable | undefined
  readonly attestations: readonly Attestation[]
}

/** Read without holding anything up, and again where the law, the rates or the day have changed by the time that it is recorded. */
export async function uploadReturn(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  input: UploadReturn,
): Promise<Outcome<Uploaded, UploadRefusal>> {
  for (;;) {
    const basis = await readAs(
      recorder.database,
      actor,
      async (tables) => await basisIn(tables, recorder, actor, input),
    )
    if ('refused' in basis) return basis
    const read = await readBy(recorder, shelf, actor, basis.done, input)
    if ('refused' in read) return read
    const uploaded = await recordUpload(recorder, actor, input, basis.done, fileRead(read.done))
    if ('done' in uploaded) return uploaded
    if (uploaded.refused.code !== 'basis_changed') return { refused: uploaded.refused }
  }
}

/** What an upload at this moment would read, without recording anything. */
export async function readAsUpload(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  input: UploadReturn,
): Promise<Outcome<ReadNow, ReturnRefusal | NotInForce>> {
  const basis = await readAs(recorder.database, actor, async (tables) => await basisIn(tables, recorder, actor, input))
  return 'refused' in basis ? basis : await readBy(recorder, shelf, actor, basis.done, input)
}

async function basisIn(
  tables: Handle,
  { clock }: Recorder,
  { organization }: Actor,
  { manufacturer_id, programme }: UploadReturn,
): Promise<Outcome<Basis, NotInForce>> {
  const day = today(clock)
  const law = await inForce(tables, programme, formatDay(day))
  if ('refused' in law) return law
  const rates = await newestRates(tables)
  return {
    done: {
      day,
      law: law.done,
      rates,
      attestations: await attestationsFor(tables, manufacturer_id ?? organization ?? ''),
    },
  }
}

function isSame(one: Basis, other: Basis): boolean {
  const isSameWord = eventsIn(one) === eventsIn(other)
  return one.day === other.day && one.law.id === other.law.id && one.rates?.id === other.rates?.id && isSameWord
}

/** Events only ever come to those that there are. */
function eventsIn({ attestations }: Basis): number {
  return attestations.reduce((sum, { events }) => sum + events.length, 0)
}

interface FileRead extends Pick<ReturnVersion, 'errors' | 'error_count'> {
  readonly period: string
  /** The first day of the period. */
  readonly first: string
  readonly facts: string | null
  readonly lines: string | null
  readonly cited: readonly string[]
}

/** A return as it was read, and by what. */
interface ReadNow {
  readonly schema: ReturnSchema
  readonly vocabulary: Vocabulary
  readonly period: ReturnYear
  readonly read: ReadReturn
}

async function readBy(
  { database }: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { day, law, rates, attestations }: Basis,
  { programme, kind, period: label, name, media_type = WORKBOOK, bytes }: UploadReturn,
): Promise<Outcome<ReadNow, ReturnRefusal>> {
  const release = shelf.open(law)
  const { heading, vocabulary } = release.engine.programme
  const schema = schemaOfKind(release, kind)
  if (schema === undefined) return { refused: { code: 'no_workbook', programme, kinds: returnKinds(release) } }
  const period = periodOf(label, schema, heading.yearStarts)
  if (period === undefined)
    return { refused: { code: 'period_unknown', period: label, example: exampleOf(schema, heading.yearStarts) } }
  const earlier = async (version: string): Promise<ReturnSchema | undefined> =>
    await readAs(database, actor, async (tables) => await schemaOfVersion(tables, shelf, { programme, kind, version }))
  const read = await readReturn(inputOf({ name, media_type, bytes }, schema), {
    schema,
    rates: ratesOf(rates),
    year: period,
    day,
    earlier,
    attestations,
  })
  return { done: { schema, vocabulary, period, read } }
}

function fileRead({ vocabulary, period, read }: ReadNow): FileRead {
  return {
    period: period.label,
    first: formatDay(period.first),
    facts: read.ok ? filedFacts(vocabulary, read.subjects) : null,
    lines: read.ok ? writeLines(keptLines(read.lines)) : null,
    cited: read.ok ? read.cited : [],
    ...foundIn(read),
  }
}

interface BasisChanged {
  readonly code: 'basis_changed'
}

async function recordUpload(
  recorder: Recorder,
  actor: Actor,
  input: UploadReturn,
  basis: Basis,
  { period, first, facts, lines, cited, errors, error_count }: FileRead,
): Promise<Outcome<Uploaded, UploadRefusal | BasisChanged>> {
  const { programme, kind, name, media_type = WORKBOOK, bytes } = input
  return await recordForFirm<Uploaded, UploadRefusal | BasisChanged>(
    recorder,
    actor,
    { command: 'upload_return', firm: input.manufacturer_id ?? actor.organization ?? '' },
    async (tables) => {
      const now = await basisIn(tables, recorder, actor, input)
      if ('refused' in now) return now
      if (!isSame(now.done, basis)) return { refused: { code: 'basis_changed' } }
      const firm = await actsFor(tables, actor.organization, input.manufacturer_id ?? actor.organization)
      if ('refused' in firm) return firm
      const { id: manufacturer_id, name: called, ended_on } = firm.done
      if (ended_on !== null && first >= ended_on)
        return { refused: { code: 'period_after_firm', period, firm: called, ended_on } }
      const key = { manufacturer_id, programme, kind, period }
      const locked = lockOver(await locksOf(tables, key), key)
      if (locked !== undefined) return { refused: locked }
      if (input.draft !== undefined && !(await removeDraft(tables, input.draft)))
        return { refused: { code: 'draft_changed' } }
      const known = await findReturnOf(tables, key)
      const begun: Return = known ?? { ...key, id: recorder.makeId(), versions: [], events: [] }
      if (known === undefined) await insertReturn(tables, { ...key, id: begun.id })
      const document = await keepDocument(tables, recorder, actor, {
        organization: manufacturer_id,
        name,
        media_type,
        bytes,
      })
      const version: ReturnVersion = {
        return_id: begun.id,
        version: begun.versions.length + 1,
        document_id: document.id,
        release_id: basis.law.id,
        rate_table_id: basis.rates?.id ?? null,
        errors,
        error_count,
        uploaded_at: instantText(recorder.clock()),
        uploaded_by: actor.person,
      }
      await insertVersion(tables, { ...version, facts, lines })
      for (const attestation_id of cited)
        await insertCitation(tables, { return_id: begun.id, version: version.version, attestation_id })
      return {
        done: { found: { ...begun, versions: [...begun.versions, version] }, version: version.version },
        subject: `return ${begun.id}`,
        details: { programme, kind, period, version: version.version, document: document.hash, errors: error_count },
      }
    },
  )
}

/** What was found, as it is kept and answered. */
export function foundIn(read: ReadReturn): Pick<ReturnVersion, 'errors' | 'error_count'> {
  const found = read.ok ? read.warnings : read.errors
  const errors = found.map(({ code, severity, sheet = null, row = null, column = null, place, sentence }) => ({
    code,
    severity,
    sheet,
    row,
    column,
    ...(place === undefined ? {} : { place }),
    sentence,
  }))
  return { errors, error_count: read.ok ? 0 : read.total }
}

/** How a period of the kind is written. */
function exampleOf({ period }: ReturnSchema, yearStarts: string): string {
  if (period === 'month') return '2026-07'
  return yearStarts === '01-01' ? '2026' : '2026-27'
}
