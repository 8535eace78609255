/** The tables of questions about returns, and all the SQL that knows them. */
import type { Kysely } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { Question, QuestionEnd } from './question.ts'

type Asked = Omit<Question, 'end'>
type Ended = QuestionEnd & { readonly question_id: string }
type QuestionTables = { readonly return_questions: Asked; readonly return_question_ends: Ended }

function questions(handle: Handle): Kysely<QuestionTables> {
  return handle.withTables<QuestionTables>()
}

export async function insertQuestion(handle: Handle, question: Asked): Promise<void> {
  await questions(handle).insertInto('return_questions').values(question).execute()
}

export async function insertQuestionEnd(handle: Handle, ended: Ended): Promise<void> {
  await questions(handle).insertInto('return_question_ends').values(ended).execute()
}

export async function findQuestion(handle: Handle, id: string): Promise<Question | undefined> {
  const rows = await questions(handle).selectFrom('return_questions').selectAll().where('id', '=', id).execute()
  return (await withEnds(handle, rows))[0]
}

/** Of these returns, in the order in which they were asked. */
export async function questionsAbout(handle: Handle, returns: readonly string[]): Promise<readonly Question[]> {
  if (returns.length === 0) return []
  const all = questions(handle).selectFrom('return_questions').selectAll()
  return await withEnds(handle, await all.where('return_id', 'in', returns).orderBy('id').execute())
}

/** All that the reader may see, in the order in which they were asked. */
export async function listQuestions(handle: Handle): Promise<readonly Question[]> {
  return await withEnds(
    handle,
    await questions(handle).selectFrom('return_questions').selectAll().orderBy('id').execute(),
  )
}

async function withEnds(handle: Handle, rows: readonly Asked[]): Promise<readonly Question[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const ends = await questions(handle)
    .selectFrom('return_question_ends')
    .selectAll()
    .where('question_id', 'in', ids)
    .execute()
  const endOf = new Map(ends.map(({ question_id, ...end }) => [question_id, end]))
  return rows.map((row) => ({ ...row, end: endOf.get(row.id) ?? null }))
}
