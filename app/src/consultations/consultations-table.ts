/** The tables of consultations, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Answer, Comment, Consultation } from './consultation.ts'

type Row = Omit<Consultation, 'report' | 'told'>
type CommentRow = Omit<Comment, 'answer'>

type ConsultationTables = {
  readonly consultations: Row & {
    readonly simulation_id: string
    readonly told: Consultation['told']
    readonly published_at: string
    readonly published_by: string
  }
  readonly consultation_comments: CommentRow & { readonly consultation_id: string; readonly commented_by: string }
  readonly consultation_answers: Answer & {
    readonly comment_id: string
    readonly answered_at: string
    readonly answered_by: string
  }
  readonly consultation_reports: {
    readonly consultation_id: string
    readonly words: string
    readonly reported_at: string
    readonly reported_by: string
  }
}

function consultations(handle: Handle): Kysely<ConsultationTables> {
  return handle.withTables<ConsultationTables>()
}

/** `CON-000012`. One that was not used in the end leaves a gap. */
export async function nextConsultationNumber(handle: Handle): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('consultation_numbers') as next`.execute(handle)
  const next = rows[0]?.next
  if (next === undefined) throw new Error('the sequence of consultation numbers gave nothing')
  return `CON-${String(next).padStart(6, '0')}`
}

export async function insertConsultation(handle: Handle, row: ConsultationTables['consultations']): Promise<void> {
  await consultations(handle)
    .insertInto('consultations')
    .values({ ...row, told: sql`${JSON.stringify(row.told)}::jsonb` })
    .execute()
}

export async function insertComment(handle: Handle, row: ConsultationTables['consultation_comments']): Promise<void> {
  await consultations(handle).insertInto('consultation_comments').values(row).execute()
}

/** False where somebody else has answered meanwhile. */
export async function insertAnswer(handle: Handle, row: ConsultationTables['consultation_answers']): Promise<boolean> {
  const inserted = await consultations(handle)
    .insertInto('consultation_answers')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('comment_id')
    .execute()
  return inserted.length > 0
}

export async function insertReport(handle: Handle, row: ConsultationTables['consultation_reports']): Promise<boolean> {
  const inserted = await consultations(handle)
    .insertInto('consultation_reports')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('consultation_id')
    .execute()
  return inserted.length > 0
}

function selected(handle: Handle) {
  return consultations(handle)
    .selectFrom('consultations')
    .leftJoin('consultation_reports as reported', 'reported.consultation_id', 'consultations.id')
    .select(['id', 'number', 'programme', 'draft', 'overlay', 'draft_hash', 'clauses', 'told', 'closes_on'])
    .select(['consultations.words', 'reported.words as report'])
}

export async function findConsultation(handle: Handle, number: string): Promise<Consultation | undefined> {
  return await selected(handle).where('number', '=', number).executeTakeFirst()
}

/** The newest first. */
export async function listConsultations(
  handle: Handle,
  before: string,
  limit: number,
): Promise<readonly Consultation[]> {
  return await selected(handle).where('id', '<', before).orderBy('id', 'desc').limit(limit).execute()
}

function commentRows(handle: Handle) {
  return consultations(handle)
    .selectFrom('consultation_comments as comment')
    .leftJoin('consultation_answers as answer', 'answer.comment_id', 'comment.id')
    .innerJoin('consultations', 'consultations.id', 'comment.consultation_id')
    .select(['comment.id', 'comment.clause', 'comment.words', 'in_confidence', 'organization_id', 'organization_name'])
    .select(['document_id', 'document_hash', 'document_name', 'commented_at', 'consultations.number as consultation'])
    .select(['answer.outcome', 'answer.words as answer_words'])
}

export interface CommentFound {
  readonly comment: Comment
  /** The number of the consultation. */
  readonly consultation: string
}

function commentOf(row: Awaited<ReturnType<ReturnType<typeof commentRows>['execute']>>[number]): CommentFound {
  const { consultation, outcome, answer_words: words, ...comment } = row
  return {
    consultation,
    comment: { ...comment, answer: outcome === null || words === null ? null : { outcome, words } },
  }
}

/** Those that the reader may see, in the order in which they came. */
export async function commentsOf(handle: Handle, number: string): Promise<readonly Comment[]> {
  const rows = await commentRows(handle).where('consultations.number', '=', number).orderBy('comment.id').execute()
  return rows.map((row) => commentOf(row).comment)
}

export async function findComment(handle: Handle, id: string): Promise<CommentFound | undefined> {
  const row = await commentRows(handle).where('comment.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : commentOf(row)
}
