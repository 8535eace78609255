/** A manufacturer uploads its workbook. A file with errors is kept too, so that its annotated copy can be fetched. */
import { formatDay } from '@maqami/engine/value/date.ts'
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import { keepDocument } from '../../documents/keep-document.ts'
import { instantText, today } from '../../kernel/clock.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { NotAuthorised } from '../../manufacturers/manufacturer.ts'
import { authorisedIn } from '../../manufacturers/read-manufacturers.ts'
import type { NotInForce } from '../../policy-releases/policy-release.ts'
import { inForce } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { type ReadReturn, readReturn } from '../read-return.ts'
import { returnSchemaOf } from '../release-schema.ts'
import { yearOf } from '../return-year.ts'
import { filedFacts } from './filed-facts.ts'
import { ratesOf } from './record-rates.ts'
import type { Return, ReturnRefusal, ReturnVersion } from './return.ts'
import { findReturnOf, insertReturn, insertVersion, newestRates } from './returns-table.ts'

export interface UploadReturn {
  readonly programme: string
  /** `2026-27`. */
  readonly year: string
  readonly name: string
  readonly bytes: Buffer
}

export interface Uploaded {
  readonly found: Return
  readonly version: number
}

export type UploadRefusal = ReturnRefusal | NotAuthorised | NotInForce

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function uploadReturn(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { programme, year: label, name, bytes }: UploadReturn,
): Promise<Outcome<Uploaded, UploadRefusal>> {
  const day = today(recorder.clock)
  const [published, rates] = await readAs(recorder.database, actor, async (tables) => {
    return [await inForce(tables, programme, formatDay(day)), await newestRates(tables)] as const
  })
  if ('refused' in published) return published
  const release = shelf.open(published.done)
  const { heading, vocabulary } = release.engine.programme
  const year = yearOf(label, heading.yearStarts)
  if (year === undefined)
    return {
      refused: { code: 'year_unknown', year: label, example: heading.yearStarts === '01-01' ? '2026' : '2026-27' },
    }
  if (!release.files.has('return.yaml')) return { refused: { code: 'no_workbook', programme } }
  const schema = returnSchemaOf(release)
  const read = await readReturn({ form: 'xlsx', bytes }, { schema, rates: ratesOf(rates), year, day })
  const facts = read.ok ? filedFacts(vocabulary, read.subjects) : null
  return await recordCommand<Uploaded, UploadRefusal>(recorder, actor, 'upload_return', async (tables) => {
    const authorised = await authorisedIn(tables, actor.organization)
    if ('refused' in authorised) return authorised
    const manufacturer_id = authorised.done.id
    const key = { manufacturer_id, programme, year: year.label }
    const known = await findReturnOf(tables, key)
    const begun: Return = known ?? { ...key, id: recorder.makeId(), versions: [], events: [] }
    if (known === undefined) await insertReturn(tables, { ...key, id: begun.id })
    const document = await keepDocument(tables, recorder, actor, {
      organization: manufacturer_id,
      name,
      media_type: WORKBOOK,
      bytes,
    })
    const version: ReturnVersion = {
      return_id: begun.id,
      version: begun.versions.length + 1,
      document_id: document.id,
      release_id: published.done.id,
      rate_table_id: rates?.id ?? null,
      ...foundIn(read),
      uploaded_at: instantText(recorder.clock()),
      uploaded_by: actor.person,
    }
    await insertVersion(tables, { ...version, facts })
    return {
      done: { found: { ...begun, versions: [...begun.versions, version] }, version: version.version },
      subject: `return ${begun.id}`,
      details: {
        programme,
        year: year.label,
        version: version.version,
        document: document.hash,
        errors: version.error_count,
      },
    }
  })
}

function foundIn(read: ReadReturn): Pick<ReturnVersion, 'errors' | 'error_count'> {
  const found = read.ok ? read.warnings : read.errors
  const errors = found.map(({ code, severity, sheet = null, row = null, column = null, sentence }) => ({
    code,
    severity,
    sheet,
    row,
    column,
    sentence,
  }))
  return { errors, error_count: read.ok ? 0 : read.total }
}
