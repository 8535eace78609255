/** Discloses to the firm what has come to be relied upon since the notice was issued, and keeps files that are cited in its case. */
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import { determinationById } from '../../determinations/read-determinations.ts'
import type { Document, FileRefusal } from '../../documents/document.ts'
import { fileNamed, typeOfFile } from '../../documents/file-type.ts'
import { keepDocument } from '../../documents/keep-document.ts'
import { documentsFound } from '../../documents/read-document.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import { actsFor } from '../../manufacturers/life/read-life.ts'
import type { NotAuthorised } from '../../manufacturers/manufacturer.ts'
import { isOfficerRole } from '../../kernel/authority.ts'
import type { Notice, NoticeRefusal } from '../notice.ts'
import { findNotice } from '../notices-table.ts'
import { recordOnNotice } from '../record-event.ts'
import { archiveOf, fileItems } from './gather-file.ts'
import { disclosedItems, itemsText } from './item.ts'

export interface DiscloseFile {
  readonly id: string
  /** A document that an officer relies upon beside the return, handed in before. */
  readonly document_id?: string | null
}

/** What the case rests on now, as far as it was not disclosed; a restated return, a report of a visit. */
export async function discloseFile(
  recorder: Recorder,
  actor: Actor,
  { id, document_id = null }: DiscloseFile,
): Promise<Outcome<Notice, NoticeRefusal | NotAuthorised>> {
  return await recordOnNotice<never>(recorder, actor, { command: 'disclose_file', id }, async (tables, notice) => {
    const known = new Set(disclosedItems(notice).map(({ hash }) => hash))
    const failure = await determinationById(tables, notice.determination_id)
    const further = document_id === null ? [] : await documentsFound(tables, [document_id])
    const documents = further.map(({ id: of, name, hash }) => ({
      kind: 'document' as const,
      name,
      hash,
      document_id: of,
    }))
    const items = [...(await fileItems(tables, failure)), ...documents].filter(({ hash }) => !known.has(hash))
    if (items.length === 0) return { refused: { code: 'event_settled' } }
    return { done: { event: { kind: 'disclosed', items: itemsText(items), document_id } } }
  })
}

export interface KeepNoticeFile {
  readonly id: string
  readonly name: string
  readonly bytes: Buffer
}

/** Of the firm's own, so that it sees whatever an officer puts into its case. */
export async function keepNoticeFile(
  recorder: Recorder,
  actor: Actor,
  { id, name: called, bytes }: KeepNoticeFile,
): Promise<Outcome<Omit<Document, 'bytes'>, NoticeRefusal | FileRefusal | NotAuthorised>> {
  const media_type = typeOfFile(bytes)
  if (media_type === undefined) return { refused: { code: 'file_type_unfit' } }
  const name = fileNamed(called, media_type)
  return await recordCommand<Omit<Document, 'bytes'>, NoticeRefusal | NotAuthorised>(
    recorder,
    actor,
    'keep_notice_file',
    async (tables) => {
      const notice = await findNotice(tables, id)
      if (notice === undefined) return { refused: { code: 'notice_unknown' } }
      const { manufacturer_id: organization } = notice
      const firm = isOfficerRole(actor.role) ? undefined : await actsFor(tables, actor.organization, organization)
      if (firm !== undefined && 'refused' in firm) return firm
      const { bytes: _, ...kept } = await keepDocument(tables, recorder, actor, {
        organization,
        name,
        media_type,
        bytes,
      })
      return { done: kept, subject: `notice ${id}`, details: { file: kept.id, hash: kept.hash, name } }
    },
  )
}

/** All that was disclosed, in one archive. */
export async function readNoticeFile(
  { database }: Pick<Recorder, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<Buffer, NoticeRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const notice = await findNotice(tables, id)
    if (notice === undefined) return { refused: { code: 'notice_unknown' } }
    return await archiveOf(tables, notice, await determinationById(tables, notice.determination_id))
  })
}
