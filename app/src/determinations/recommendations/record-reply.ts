/** An officer records what an authority said to a recommendation; licences follow what it ordered, by an order that names it. */
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import { fileNamed, typeOfFile } from '../../documents/file-type.ts'
import type { Document, FileRefusal, NewDocument, NoDocument } from '../../documents/document.ts'
import { keepDocument } from '../../documents/keep-document.ts'
import { documentsFound } from '../../documents/read-document.ts'
import { instantText, todayText } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import { type Determination, type DeterminationRefusal, statusOf } from '../determination.ts'
import { findDetermination } from '../determinations-table.ts'
import { restrictLicences } from '../restrict-licences.ts'
import { causeOf, mayFollow, recommendedIn, type Reply, type ReplyRefusal } from './recommendation.ts'
import { insertReply, repliesTo } from './recommendations-table.ts'

export interface RecordReply extends Pick<Reply, 'kind' | 'authority' | 'replied_on' | 'reference' | 'words'> {
  readonly number: string
  /** Of an order: from when it has effect. What is lifted has none from today on. */
  readonly effective_on: string | null
  /** Its order or letter, where the file is at hand. */
  readonly file: SentFile | { readonly document_id: string } | null
}

interface SentFile {
  readonly name: string
  readonly bytes: Buffer
}

export interface Replied {
  readonly reply: Reply
  /** The numbers of the licences that an order reached. */
  readonly licences: readonly string[]
}

export type RecordReplyRefusal = ReplyRefusal | DeterminationRefusal | FileRefusal | NoDocument

export async function recordReply(
  recorder: Recorder,
  actor: Actor,
  { number, file, ...input }: RecordReply,
): Promise<Outcome<Replied, RecordReplyRefusal>> {
  const sent = file !== null && 'bytes' in file ? file : undefined
  if (sent !== undefined && typeOfFile(sent.bytes) === undefined) return { refused: { code: 'file_type_unfit' } }
  return await recordCommand<Replied, RecordReplyRefusal>(recorder, actor, 'record_reply', async (tables) => {
    const today = todayText(recorder.clock)
    const replyable = await replyableBy(tables, actor, number)
    if ('refused' in replyable) return replyable
    const { found, replies } = replyable.done
    const { id, manufacturer_id } = found
    const refused = unfit(input, number, replies, today)
    if (refused !== undefined) return { refused }
    const handedIn = file !== null && 'document_id' in file ? file.document_id : null
    if (handedIn !== null) {
      const [document] = await documentsFound(tables, [handedIn])
      if (document?.organization !== manufacturer_id) return { refused: { code: 'document_unknown' } }
    }
    const kept = sent === undefined ? undefined : await keepDocument(tables, recorder, actor, ofFirm(found, sent))
    const { kind, authority, replied_on, reference, words } = input
    const reply: Reply = {
      kind,
      authority,
      replied_on,
      reference,
      words,
      determination_id: id,
      position: replies.length + 1,
      effective_on: effectiveOn(input, today),
      document_id: kept?.id ?? handedIn,
      recorded_at: instantText(recorder.clock()),
      recorded_by: actor.person,
    }
    await insertReply(tables, { ...reply, manufacturer_id })
    const reason = causeOf(reply, number)
    const licences = await restrictLicences(tables, recorder, actor, found, { on: today, reason })
    return {
      done: { reply, licences },
      subject: `determination ${number}`,
      details: { kind: reply.kind, authority: reply.authority, reference: reply.reference, licences },
    }
  })
}

/** Of the firm's own, so that it sees what its licences rest on. */
function ofFirm({ manufacturer_id }: Determination, { name, bytes }: SentFile): NewDocument {
  const media_type = typeOfFile(bytes) ?? ''
  return { organization: manufacturer_id, name: fileNamed(name, media_type), media_type, bytes }
}

/** The order or the letter of the authority, to be named when its reply is recorded. */
export async function keepReplyFile(
  recorder: Recorder,
  actor: Actor,
  { number, ...file }: SentFile & { readonly number: string },
): Promise<Outcome<Omit<Document, 'bytes'>, RecordReplyRefusal>> {
  if (typeOfFile(file.bytes) === undefined) return { refused: { code: 'file_type_unfit' } }
  return await recordCommand<Omit<Document, 'bytes'>, RecordReplyRefusal>(
    recorder,
    actor,
    'keep_reply_file',
    async (tables) => {
      const replyable = await replyableBy(tables, actor, number)
      if ('refused' in replyable) return replyable
      const { bytes: _, ...kept } = await keepDocument(tables, recorder, actor, ofFirm(replyable.done.found, file))
      const { id, hash, name } = kept
      return { done: kept, subject: `determination ${number}`, details: { file: id, hash, name } }
    },
  )
}

/** Of a determination that recommends, by who did not prepare it. */
async function replyableBy(
  tables: Handle,
  actor: Actor,
  number: string,
): Promise<Outcome<{ readonly found: Determination; readonly replies: readonly Reply[] }, RecordReplyRefusal>> {
  const found = await findDetermination(tables, number)
  if (found === undefined) return { refused: { code: 'determination_unknown' } }
  if (statusOf(found) !== 'approved') return { refused: { code: 'determination_not_approved', number } }
  if (found.kind !== 'sanction' || recommendedIn(found.findings).length === 0)
    return { refused: { code: 'nothing_recommended', number } }
  if (found.prepared_by === actor.person) return { refused: { code: 'own_determination' } }
  return { done: { found, replies: await repliesTo(tables, [found.id]) } }
}

type Said = Pick<RecordReply, 'kind' | 'replied_on' | 'effective_on'>

function unfit(
  { kind, replied_on, effective_on }: Said,
  number: string,
  replies: readonly Reply[],
  today: string,
): ReplyRefusal | undefined {
  if (!mayFollow(replies, kind)) return { code: 'reply_out_of_order', number, kind }
  if (replied_on > today) return { code: 'reply_day', day: replied_on, today }
  return kind === 'accepted' && (effective_on === null || effective_on < replied_on)
    ? { code: 'reply_without_day' }
    : undefined
}

function effectiveOn({ kind, effective_on }: Said, today: string): string | null {
  if (kind === 'accepted') return effective_on
  return kind === 'lifted' ? today : null
}

/** What was said to it, for whoever may see the determination. */
export async function readReplies(
  { database }: Pick<Recorder, 'database'>,
  actor: Actor,
  number: string,
): Promise<Outcome<readonly Reply[], DeterminationRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await findDetermination(tables, number)
    if (found === undefined) return { refused: { code: 'determination_unknown' } } as const
    return { done: await repliesTo(tables, [found.id]) }
  })
}
