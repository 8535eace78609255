/** Somebody whom a draft concerns says what he thinks of a clause, and an officer answers. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import type { FileRefusal } from '../documents/document.ts'
import { fileNamed, typeOfFile } from '../documents/file-type.ts'
import { keepDocument } from '../documents/keep-document.ts'
import { documentsFound } from '../documents/read-document.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { organizationIn } from '../people/name-people.ts'
import { type Answer, type Comment, type ConsultationRefusal, isOpenOn } from './consultation.ts'
import { findComment, findConsultation, insertAnswer, insertComment } from './consultations-table.ts'

/** What is attached to a comment, before it is made. */
export async function keepAttachment(
  recorder: Recorder,
  actor: Actor,
  { number, name, bytes }: { readonly number: string; readonly name: string; readonly bytes: Buffer },
): Promise<Outcome<{ readonly id: string; readonly hash: string }, ConsultationRefusal | FileRefusal>> {
  const media_type = typeOfFile(bytes)
  if (media_type === undefined) return { refused: { code: 'file_type_unfit' } }
  return await recordCommand<{ id: string; hash: string }, ConsultationRefusal>(
    recorder,
    actor,
    'keep_attachment',
    async (tables) => {
      const found = await findConsultation(tables, number)
      if (found === undefined) return { refused: { code: 'consultation_unknown' } }
      const { closes_on } = found
      if (!isOpenOn(found, todayText(recorder.clock))) return { refused: { code: 'consultation_closed', closes_on } }
      const file = { organization: actor.organization ?? '', media_type, name: fileNamed(name, media_type), bytes }
      const { id, hash } = await keepDocument(tables, recorder, actor, file)
      return { done: { id, hash }, subject: `consultation ${number}`, details: { document: hash } }
    },
  )
}

export interface NewComment extends Pick<Comment, 'clause' | 'words' | 'in_confidence' | 'document_id'> {
  readonly number: string
}

export async function commentOnClause(
  recorder: Recorder,
  actor: Actor,
  { number, clause, words, in_confidence, document_id }: NewComment,
): Promise<Outcome<Comment, ConsultationRefusal>> {
  return await recordCommand<Comment, ConsultationRefusal>(recorder, actor, 'comment_on_clause', async (tables) => {
    const found = await findConsultation(tables, number)
    if (found === undefined) return { refused: { code: 'consultation_unknown' } }
    const { closes_on } = found
    if (!isOpenOn(found, todayText(recorder.clock))) return { refused: { code: 'consultation_closed', closes_on } }
    if (!found.clauses.includes(clause)) return { refused: { code: 'clause_unknown', place: '/body/clause' } }
    const [file] = document_id === null ? [] : await documentsFound(tables, [document_id])
    if (document_id !== null && file?.organization !== actor.organization)
      return { refused: { code: 'attachment_unknown', place: '/body/document_id' } }
    const organization_id = actor.organization ?? ''
    const row = {
      id: recorder.makeId(),
      clause,
      words,
      in_confidence,
      organization_id,
      organization_name: (await organizationIn(tables, organization_id))?.name ?? '',
      document_id,
      document_hash: file?.hash ?? null,
      document_name: file?.name ?? null,
      commented_at: instantText(recorder.clock()),
    }
    await insertComment(tables, { ...row, consultation_id: found.id, commented_by: actor.person })
    // What is said in confidence stands in no log.
    return {
      done: { ...row, answer: null },
      subject: `consultation ${number}`,
      details: { comment: row.id, clause, in_confidence, document: row.document_hash },
    }
  })
}

export async function answerComment(
  recorder: Recorder,
  actor: Actor,
  { id, outcome, words }: Answer & { readonly id: string },
): Promise<Outcome<Comment, ConsultationRefusal>> {
  return await recordCommand<Comment, ConsultationRefusal>(recorder, actor, 'answer_comment', async (tables) => {
    const found = await findComment(tables, id)
    if (found === undefined) return { refused: { code: 'comment_unknown' } }
    const mark = { answered_at: instantText(recorder.clock()), answered_by: actor.person }
    if (!(await insertAnswer(tables, { ...mark, comment_id: id, outcome, words })))
      return { refused: { code: 'comment_answered' } }
    return {
      done: { ...found.comment, answer: { outcome, words } },
      subject: `consultation ${found.consultation}`,
      details: { comment: id, outcome },
    }
  })
}
