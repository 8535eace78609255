/** A maker begins to enter a return on pages, changes its lines, or gives it up. It becomes a version by `uploadReturn`, as a file does. */
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import type { DocumentDestroyed } from '../../documents/document.ts'
import { documentIn } from '../../documents/read-document.ts'
import { instantText } from '../../kernel/clock.ts'
import type { Database } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { NotAuthorised } from '../../manufacturers/manufacturer.ts'
import { actsFor } from '../../manufacturers/life/read-life.ts'
import type { NotInForce } from '../../policy-releases/policy-release.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { findSheets } from '../check/find-columns.ts'
import { schemaOfVersion } from '../filing/earlier-template.ts'
import { type Return, type ReturnRefusal, statusOf } from '../filing/return.ts'
import { findReturn, findReturnOf, insertReturn } from '../filing/returns-table.ts'
import { readAsUpload, type UploadReturn } from '../filing/upload-return.ts'
import { readCells, versionSaid } from '../read-return.ts'
import { inputOf, JSON_RETURN, type ReturnFile } from '../return-doors.ts'
import { errorList } from '../return-errors.ts'
import { refusalOf } from '../return-refusal.ts'
import type { ReturnYear } from '../return-year.ts'
import type { ReturnSchema } from '../schema/return-schema.ts'
import {
  carried,
  type DraftContent,
  type DraftRefusal,
  emptyContent,
  type ReturnDraft,
  writeContent,
} from './draft-lines.ts'
import { changeDraft, findDraft, insertDraft, removeDraft } from './drafts-table.ts'
import { contentOf } from './lines-of-cells.ts'

/** In the audit log a draft is a thing of its own: the history of its return, which officers read, begins with what is uploaded. */
function subjectOf(return_id: string): string {
  return `draft ${return_id}`
}

type Refused = DraftRefusal | ReturnRefusal | NotAuthorised | NotInForce
type About = Pick<UploadReturn, 'manufacturer_id' | 'programme' | 'kind' | 'period'>

/**
 * Begins with the lines of a version, of the last where none is named, or with none, as where the file of the last has been destroyed.
 * A draft that is open already is answered as it is.
 */
export async function beginDraft(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  about: About,
  version?: number,
): Promise<Outcome<ReturnDraft, Refused | DocumentDestroyed>> {
  const { programme, kind } = about
  // Nothing is read of it: it is asked what a return of this kind and period is now.
  const empty = Buffer.from('{}')
  const now = await readAsUpload(recorder, shelf, actor, {
    ...about,
    name: 'draft',
    media_type: JSON_RETURN,
    bytes: empty,
  })
  if ('refused' in now) return now
  const { schema, period } = now.done
  const from = await fileOf(recorder, actor, { ...about, period: period.label }, version)
  if (from !== undefined && 'code' in from) return { refused: from }
  const content =
    from === undefined
      ? emptyContent(schema)
      : await linesOf(recorder, shelf, actor, { file: from.file, schema, period })
  return await recordCommand<ReturnDraft, Refused>(recorder, actor, 'begin_draft', async (tables) => {
    const firm = await actsFor(tables, actor.organization, about.manufacturer_id ?? actor.organization)
    if ('refused' in firm) return firm
    const key = { programme, kind, period: period.label, manufacturer_id: firm.done.id }
    const known = await findReturnOf(tables, key)
    const open = known === undefined ? undefined : await findDraft(tables, known.id)
    if (open !== undefined) return { done: open, subject: subjectOf(open.return_id), details: { act: 'resume' } }
    const return_id = known?.id ?? recorder.makeId()
    if (known === undefined) await insertReturn(tables, { ...key, id: return_id })
    const at = instantText(recorder.clock())
    const draft: ReturnDraft = {
      return_id,
      revision: 1,
      begun_from: from?.version ?? null,
      content: writeContent(schema, content),
      begun_at: at,
      begun_by: actor.person,
      changed_at: at,
      changed_by: actor.person,
    }
    await insertDraft(tables, draft)
    return { done: draft, subject: subjectOf(return_id), details: { act: 'begin', from: draft.begun_from } }
  })
}

async function fileOf(
  { database }: Recorder,
  actor: Actor,
  about: About,
  version: number | undefined,
): Promise<{ readonly file: ReturnFile; readonly version: number } | DocumentDestroyed | undefined> {
  const { manufacturer_id = actor.organization } = about
  if (manufacturer_id === undefined) return undefined
  return await readAs(database, actor, async (tables) => {
    const found = await findReturnOf(tables, { ...about, manufacturer_id })
    const wanted = found?.versions.findLast((one) =>
      version === undefined ? statusOf(found, one.version) !== 'withdrawn' : one.version === version,
    )
    if (wanted === undefined) return undefined
    const file = await documentIn(tables, wanted.document_id)
    if ('done' in file) return { file: file.done, version: wanted.version }
    return file.refused.code === 'document_destroyed' && version !== undefined ? file.refused : undefined
  })
}

/** What was made for another template is read by that, and then carried into the one in use. */
async function linesOf(
  { database }: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { file, schema, period }: { readonly file: ReturnFile; readonly schema: ReturnSchema; readonly period: ReturnYear },
): Promise<DraftContent> {
  const { programme, kind } = schema
  try {
    const said = versionSaid(await readCells(inputOf(file, schema), { schema }))
    const made =
      said === undefined || said === schema.version
        ? schema
        : await readAs(database, actor, async (tables) => {
            return await schemaOfVersion(tables, shelf, { programme, kind, version: said })
          })
    if (made === undefined) return emptyContent(schema)
    const raw = await readCells(inputOf(file, made), { schema: made })
    const found = findSheets(made, raw.sheets, errorList(0))
    return carried(contentOf(made, found, period), made, schema)
  } catch (error) {
    // A file that could not be opened has no lines; anything else is thrown on.
    refusalOf(error)
    return emptyContent(schema)
  }
}

/** Whether lines of the return are being entered, for those who may know. */
export async function isEntered(database: Database, actor: Actor, id: string): Promise<boolean> {
  return await readAs(database, actor, async (tables) => (await findDraft(tables, id)) !== undefined)
}

/** Which draft, and the revision of it that was seen. */
export type DraftSeen = Pick<ReturnDraft, 'return_id' | 'revision'>

/** `change` is given what is written now, and says what it becomes. */
export async function editDraft(
  recorder: Recorder,
  actor: Actor,
  seen: DraftSeen,
  change: (draft: ReturnDraft, found: Return) => Outcome<string, DraftRefusal>,
): Promise<Outcome<ReturnDraft, Refused>> {
  return await recordCommand<ReturnDraft, Refused>(recorder, actor, 'edit_draft', async (tables) => {
    const found = await findReturn(tables, seen.return_id)
    const open = await findDraft(tables, seen.return_id)
    if (found === undefined || open === undefined) return { refused: { code: 'draft_unknown' } }
    if (open.revision !== seen.revision) return { refused: { code: 'draft_changed' } }
    const changed = change(open, found)
    if ('refused' in changed) return changed
    const draft: ReturnDraft = {
      ...open,
      revision: seen.revision + 1,
      content: changed.done,
      changed_at: instantText(recorder.clock()),
      changed_by: actor.person,
    }
    if (!(await changeDraft(tables, seen.revision, draft))) return { refused: { code: 'draft_changed' } }
    return { done: draft, subject: subjectOf(draft.return_id), details: { act: 'change', revision: draft.revision } }
  })
}

export async function discardDraft(recorder: Recorder, actor: Actor, seen: DraftSeen): Promise<Outcome<true, Refused>> {
  return await recordCommand<true, Refused>(recorder, actor, 'edit_draft', async (tables) => {
    if ((await findDraft(tables, seen.return_id)) === undefined) return { refused: { code: 'draft_unknown' } }
    if (!(await removeDraft(tables, seen))) return { refused: { code: 'draft_changed' } }
    return { done: true, subject: subjectOf(seen.return_id), details: { act: 'discard' } }
  })
}
