/** A draft as programs read and replace it. */
import type { Language } from '@maqami/engine/explain/names.ts'
import type { Recorder } from '../../audit-log/record-command.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { RecordRefusal } from '../../manufacturers/records/record.ts'
import type { NotInForce } from '../../policy-releases/policy-release.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import type { FoundInReturn, Return, ReturnRefusal } from '../filing/return.ts'
import { findReturn } from '../filing/returns-table.ts'
import { foundIn, readAsUpload, type UploadRefusal, type UploadReturn } from '../filing/upload-return.ts'
import type { ReadReturn } from '../read-return.ts'
import { textOf } from '../read/read-json.ts'
import { JSON_RETURN } from '../return-doors.ts'
import type { ReturnSchema } from '../schema/return-schema.ts'
import { annotate } from '../write/annotate-return.ts'
import { type DraftRefusal, readContent, type ReturnDraft, writeContent } from './draft-lines.ts'
import { findDraft } from './drafts-table.ts'
import { editDraft } from './edit-draft.ts'

export interface OpenDraft {
  readonly found: Return
  readonly draft: ReturnDraft
  readonly schema: ReturnSchema
  readonly read: ReadReturn
}

/** With what an upload of it would find at this moment. */
export async function openDraft(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  id: string,
): Promise<Outcome<OpenDraft, DraftRefusal | ReturnRefusal | NotInForce>> {
  const kept = await readAs(recorder.database, actor, async (tables) => ({
    found: await findReturn(tables, id),
    draft: await findDraft(tables, id),
  }))
  const { found, draft } = kept
  if (found === undefined) return { refused: { code: 'return_unknown' } }
  if (draft === undefined) return { refused: { code: 'draft_unknown' } }
  const now = await readAsUpload(recorder, shelf, actor, uploadOf(found, draft))
  return 'refused' in now ? now : { done: { found, draft, schema: now.done.schema, read: now.done.read } }
}

export function uploadOf(
  { manufacturer_id, programme, kind, period }: Return,
  { content }: Pick<ReturnDraft, 'content'>,
): UploadReturn & { readonly bytes: Buffer } {
  return {
    manufacturer_id,
    programme,
    kind,
    period,
    name: 'return.json',
    media_type: JSON_RETURN,
    bytes: Buffer.from(content),
  }
}

export interface DraftRead {
  readonly revision: number
  readonly error_count: number
  readonly errors: readonly FoundInReturn[]
  readonly lines: object
}

export async function readDraft(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  id: string,
): Promise<Outcome<DraftRead, UploadRefusal>> {
  const open = await openDraft(recorder, shelf, actor, id)
  if ('refused' in open) return open
  const { draft, read } = open.done
  // Numbers stand in it only where a text is asked for, and are refused there.
  return { done: { revision: draft.revision, ...foundIn(read), lines: JSON.parse(draft.content) as object } }
}

export async function draftWorkbook(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { id, language }: { readonly id: string; readonly language: Language },
): Promise<Outcome<Buffer, UploadRefusal>> {
  const open = await openDraft(recorder, shelf, actor, id)
  if ('refused' in open) return open
  const copy = await annotate(open.done.read, open.done.schema, language)
  return copy === undefined ? { refused: { code: 'draft_unknown' } } : { done: copy }
}

export type MatchNeeded = Extract<RecordRefusal, { readonly code: 'match_needed' }>

export interface ReplaceDraft {
  readonly id: string
  /** The revision that was seen; undefined where none was named. */
  readonly seen: number | undefined
  readonly bytes: Buffer
}

/** Lines may be wrong; but they must be lines, and made for the template in use. */
export async function replaceDraft(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { id, seen, bytes }: ReplaceDraft,
): Promise<Outcome<Pick<ReturnDraft, 'revision'>, UploadRefusal | MatchNeeded>> {
  const open = await openDraft(recorder, shelf, actor, id)
  if ('refused' in open) return open
  if (seen === undefined) return { refused: { code: 'match_needed' } }
  const { found, draft } = open.done
  const now = await readAsUpload(recorder, shelf, actor, { ...uploadOf(found, draft), bytes })
  if ('refused' in now) return now
  const { read, schema } = now.done
  const [first] = read.ok ? [] : read.errors
  const isRead = read.cells?.found.length === schema.sheets.length
  if (!isRead && first !== undefined) return { refused: { code: 'draft_unreadable', why: first.sentence } }
  const content = writeContent(schema, readContent(textOf(bytes)))
  const edited = await editDraft(recorder, actor, { return_id: id, revision: seen }, () => ({ done: content }))
  return 'refused' in edited ? edited : { done: { revision: edited.done.revision } }
}
