import type { Database } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { Comment, Consultation, ConsultationRefusal } from './consultation.ts'
import { commentsOf, findConsultation, listConsultations } from './consultations-table.ts'

/** With the comments that the reader may see. */
export async function readConsultation(
  database: Database,
  actor: Actor,
  number: string,
): Promise<Outcome<Consultation & { readonly comments: readonly Comment[] }, ConsultationRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await findConsultation(tables, number)
    if (found === undefined) return { refused: { code: 'consultation_unknown' } }
    return { done: { ...found, comments: await commentsOf(tables, number) } }
  })
}

/** The newest first. */
export async function readConsultations(
  database: Database,
  actor: Actor,
  asked: PageAsked,
): Promise<ListPage<Consultation>> {
  return await readPage(database, actor, asked, 'newest_first', listConsultations)
}
