/** The daily job that destroys the files of returns of which the time is over. Each goes in a transaction with the event that says so. */
import { addMonths, type Day, formatDay, partsOf } from '@maqami/engine/value/date.ts'
import { type Recorder, recordForFirm } from '../audit-log/record-command.ts'
import { destroyDocument } from '../documents/destroy-document.ts'
import type { Handler } from '../jobs/job.ts'
import { dayAt, nextMorning, today } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import { readAs, systemActor } from '../kernel/transaction.ts'
import { releaseOf } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { periodOfReturn } from '../returns/release-schema.ts'
import { yearOf } from '../returns/return-year.ts'
import { destroyableOn, type FileUse, ruleOf } from './retention.ts'
import { type FileOfReturn, filesPerhapsDue, type VersionOfFile, versionsOfFile, yearsHeld } from './retention-table.ts'

export const DESTROY_DOCUMENTS = 'destroy_documents'

/** Row-level security knows it by this name. */
const RETENTION = systemActor('retention')
/** So that a try ends long before somebody else would take it for dead. */
const MOST = 500
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

export function destroyDocuments(recorder: Recorder, shelf: ReleaseShelf, years: number): Handler {
  return async () => {
    const isAll = await destroyDue(recorder, shelf, years)
    return async () => await Promise.resolve({ again_at: isAll ? nextMorning(recorder.clock) : recorder.clock() })
  }
}

/** False where there may be more than can be destroyed at once. */
async function destroyDue(recorder: Recorder, shelf: ReleaseShelf, years: number): Promise<boolean> {
  const day = today(recorder.clock)
  const due = {
    // A year is never shorter than this, nor a day longer.
    uploaded_before: `${formatDay(addMonths(day, -12, 'later') + 1)}T00:00:00.000Z`,
    calendar_year: partsOf(day).year - years,
  }
  let after = BEFORE_ALL
  for (let left = MOST; left > 0; ) {
    const limit = left
    const files = await readAs(recorder.database, RETENTION, async (tables) => {
      return await filesPerhapsDue(tables, { ...due, after }, limit)
    })
    for (const file of files) if (await destroyFile(recorder, shelf, file, { day, years })) left -= 1
    if (files.length < limit) return true
    after = files.at(-1)?.document_id ?? after
  }
  return false
}

interface At {
  readonly day: Day
  readonly years: number
}

/** False where it may not go yet, or somebody else has just destroyed it. */
async function destroyFile(
  recorder: Recorder,
  shelf: ReleaseShelf,
  { document_id, manufacturer_id }: FileOfReturn,
  { day, years }: At,
): Promise<boolean> {
  const about = { command: 'destroy_document', firm: manufacturer_id }
  const outcome = await recordForFirm(recorder, RETENTION, about, async (tables) => {
    const kept = { refused: { code: 'document_kept' } }
    const versions = await versionsOfFile(tables, document_id)
    const uses: FileUse[] = []
    for (const version of versions) uses.push(await useOf(tables, shelf, version))
    const from = destroyableOn(uses, years)
    if (from === undefined || from > day) return kept
    const hash = await destroyDocument(tables, document_id, formatDay(day))
    if (hash === undefined) return kept
    const of = versions.map(({ return_id, version }) => ({ return: return_id, version }))
    return {
      done: true,
      subject: `document ${document_id}`,
      details: {
        document: document_id,
        hash,
        rule: ruleOf(uses),
        years: ruleOf(uses) === 'filed' ? years : 1,
        versions: of,
      },
    }
  })
  return 'done' in outcome
}

async function useOf(tables: Handle, shelf: ReleaseShelf, version: VersionOfFile): Promise<FileUse> {
  const uploaded_on = dayAt(version.uploaded_at)
  if (!version.is_filed) return { uploaded_on, filed: undefined }
  const release = shelf.open(await releaseOf(tables, version.release_id))
  const { yearStarts } = release.engine.programme.heading
  const held = (await yearsHeld(tables, version)).flatMap((year) => yearOf(year, yearStarts) ?? [])
  return { uploaded_on, filed: { period: periodOfReturn(release, version), held } }
}
