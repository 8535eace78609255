/** An officer asks a firm about what it filed, and takes the question back; the firm answers. */
import { addMonths, formatDay } from '@maqami/engine/value/date.ts'
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import { queueJobIn } from '../../jobs/queue-job.ts'
import { instantText, today, todayText } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Actor } from '../../kernel/transaction.ts'
import { releaseOf } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { lockOver } from '../filing/period-lock.ts'
import { locksOf } from '../filing/period-locks-table.ts'
import { filedVersion, type Return, type ReturnVersion, statusOf } from '../filing/return.ts'
import { findReturn } from '../filing/returns-table.ts'
import { schemaOfKind } from '../release-schema.ts'
import { type Question, type QuestionEnd, type QuestionRefusal, questionStatus } from './question.ts'
import { findQuestion, insertQuestion, insertQuestionEnd } from './questions-table.ts'

/** The people of the firm are told of it by mail. */
export const TELL_QUESTION = 'tell_question'

export interface Cell {
  readonly sheet: string
  readonly row: number | null
  readonly column: string | null
}

export interface AskQuestion {
  readonly return_id: string
  /** Null where it is about the whole return. */
  readonly cell: Cell | null
  readonly words: string
  /** The last day to answer: today or later, and within a year. */
  readonly due_on: string
}

const MOST_MONTHS = 12

export async function askQuestion(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { return_id, cell, words, due_on }: AskQuestion,
): Promise<Outcome<Question, QuestionRefusal>> {
  const now = today(recorder.clock)
  const [first, last] = [formatDay(now), formatDay(addMonths(now, MOST_MONTHS, 'earlier'))]
  if (due_on < first || due_on > last) return { refused: { code: 'answer_day', day: due_on, first, last } }
  return await recordCommand<Question, QuestionRefusal>(recorder, actor, 'ask_question', async (tables) => {
    const found = await findReturn(tables, return_id)
    if (found === undefined) return { refused: { code: 'return_unknown' } }
    const locked = lockOver(await locksOf(tables, found), found)
    if (locked !== undefined) return { refused: locked }
    const filed = filedVersion(found)
    if (filed === undefined) return { refused: { code: 'nothing_filed' } }
    if (statusOf(found, filed.version) !== 'filed') return { refused: { code: 'return_decided' } }
    const unknown = cell === null ? undefined : await unknownIn(tables, shelf, found, filed, cell)
    if (unknown !== undefined) return { refused: unknown }
    const asked = {
      id: recorder.makeId(),
      return_id,
      manufacturer_id: found.manufacturer_id,
      version: filed.version,
      sheet: cell?.sheet ?? null,
      row_number: cell?.row ?? null,
      column_name: cell?.column ?? null,
      words,
      asked_on: first,
      due_on,
      recorded_at: instantText(recorder.clock()),
      recorded_by: actor.person,
    }
    await insertQuestion(tables, asked)
    await queueJobIn(tables, recorder, TELL_QUESTION, asked.id)
    return {
      done: { ...asked, end: null },
      subject: `return ${return_id}`,
      details: { question: asked.id, version: filed.version, words, due_on, ...(cell === null ? {} : { cell }) },
    }
  })
}

/** A sheet or a column that the return does not have. */
async function unknownIn(
  tables: Handle,
  shelf: ReleaseShelf,
  { kind }: Return,
  { release_id }: ReturnVersion,
  { sheet: name, column }: Cell,
): Promise<QuestionRefusal | undefined> {
  const { sheets = [] } = schemaOfKind(shelf.open(await releaseOf(tables, release_id)), kind) ?? {}
  const sheet = sheets.find((one) => one.name === name)
  if (sheet === undefined) return { code: 'cell_unknown', what: 'sheet', name, known: sheets.map((one) => one.name) }
  const known = sheet.columns.map((one) => one.name)
  if (column === null || known.includes(column)) return undefined
  return { code: 'cell_unknown', what: 'column', name: column, known }
}

interface Said {
  readonly id: string
  readonly words: string
}

export async function answerQuestion(
  recorder: Recorder,
  actor: Actor,
  said: Said,
): Promise<Outcome<Question, QuestionRefusal>> {
  return await endQuestion(recorder, actor, 'answer_question', 'answered', said)
}

/** `words` are the reason. */
export async function withdrawQuestion(
  recorder: Recorder,
  actor: Actor,
  said: Said,
): Promise<Outcome<Question, QuestionRefusal>> {
  return await endQuestion(recorder, actor, 'withdraw_question', 'withdrawn', said)
}

async function endQuestion(
  recorder: Recorder,
  actor: Actor,
  command: string,
  kind: QuestionEnd['kind'],
  { id, words }: Said,
): Promise<Outcome<Question, QuestionRefusal>> {
  const ended_on = todayText(recorder.clock)
  return await recordCommand<Question, QuestionRefusal>(recorder, actor, command, async (tables) => {
    const question = await findQuestion(tables, id)
    const found = question === undefined ? undefined : await findReturn(tables, question.return_id)
    if (question === undefined || found === undefined) return { refused: { code: 'question_unknown' } }
    const status = questionStatus(question, found, ended_on)
    if (status !== 'open' && status !== 'unanswered') return { refused: { code: 'question_ended', status } }
    const end = { kind, words, ended_on, recorded_at: instantText(recorder.clock()), recorded_by: actor.person }
    await insertQuestionEnd(tables, { ...end, question_id: id })
    return {
      done: { ...question, end },
      subject: `return ${question.return_id}`,
      details: { question: id, kind, words },
    }
  })
}
