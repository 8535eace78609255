/** What was asked about a return, what came of it, and how much of the time to review is used up. */
import { formatDay } from '@maqami/engine/value/date.ts'
import type { Recorder } from '../../audit-log/record-command.ts'
import { dayAt, todayText } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import { releaseOf } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { filedVersion, type Return } from '../filing/return.ts'
import { findReturn } from '../filing/returns-table.ts'
import { schemaOfKind } from '../release-schema.ts'
import {
  isAwaited,
  type Question,
  type QuestionRefusal,
  type QuestionStatus,
  questionStatus,
  type ReviewClock,
  reviewClock,
} from './question.ts'
import { findQuestion, listQuestions, questionsAbout } from './questions-table.ts'

export interface QuestionRead extends Question {
  readonly status: QuestionStatus
}

export interface QuestionsRead {
  readonly found: Return
  readonly questions: readonly QuestionRead[]
  /** Undefined where no version stands filed. */
  readonly clock: ReviewClock | undefined
}

type Reading = Pick<Recorder, 'database' | 'clock'>

export async function readQuestions(
  { database, clock }: Reading,
  shelf: ReleaseShelf,
  actor: Actor,
  returnId: string,
): Promise<Outcome<QuestionsRead, QuestionRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await findReturn(tables, returnId)
    if (found === undefined) return { refused: { code: 'return_unknown' } }
    return { done: await questionsIn(tables, shelf, found, todayText(clock)) }
  })
}

/** Within the transaction of a page that shows more. */
export async function questionsIn(
  tables: Handle,
  shelf: ReleaseShelf,
  found: Return,
  day: string,
): Promise<QuestionsRead> {
  const all = await questionsAbout(tables, [found.id])
  const questions = all.map((one) => ({ ...one, status: questionStatus(one, found, day) }))
  return { found, questions, clock: await reviewClockIn(tables, shelf, found, all, day) }
}

/** Of the version that stands filed or accepted. */
async function reviewClockIn(
  tables: Handle,
  shelf: ReleaseShelf,
  found: Return,
  questions: readonly Question[],
  day: string,
): Promise<ReviewClock | undefined> {
  const version = filedVersion(found)
  const events = found.events.filter((event) => event.version === version?.version)
  const filed = events.find(({ kind }) => kind === 'filed')
  if (version === undefined || filed === undefined) return undefined
  const decided = events.find(({ kind }) => kind === 'accepted' || kind === 'sent_back')
  const schema = schemaOfKind(shelf.open(await releaseOf(tables, version.release_id)), found.kind)
  const of = {
    filed_on: formatDay(dayAt(filed.recorded_at)),
    decided_on: decided === undefined ? null : formatDay(dayAt(decided.recorded_at)),
    limit_days: schema?.review?.days ?? null,
    questions: questions.filter((one) => one.version === version.version),
  }
  return reviewClock(of, day)
}

/** Of each of these returns that is filed and not decided, within the transaction of a page that shows several slices. */
export async function reviewClocks(
  tables: Handle,
  shelf: ReleaseShelf,
  returns: readonly Return[],
  day: string,
): Promise<ReadonlyMap<string, ReviewClock>> {
  const all = Map.groupBy(
    await questionsAbout(
      tables,
      returns.map(({ id }) => id),
    ),
    (one) => one.return_id,
  )
  const clocks = new Map<string, ReviewClock>()
  for (const found of returns) {
    const clock = await reviewClockIn(tables, shelf, found, all.get(found.id) ?? [], day)
    if (clock !== undefined) clocks.set(found.id, clock)
  }
  return clocks
}

export interface QuestionAsked {
  readonly question: QuestionRead
  readonly found: Return
}

export async function readQuestion(
  { database, clock }: Reading,
  actor: Actor,
  id: string,
): Promise<Outcome<QuestionAsked, QuestionRefusal>> {
  const day = todayText(clock)
  return await readAs(database, actor, async (tables) => {
    const question = await findQuestion(tables, id)
    const found = question === undefined ? undefined : await findReturn(tables, question.return_id)
    if (question === undefined || found === undefined) return { refused: { code: 'question_unknown' } }
    return { done: { question: { ...question, status: questionStatus(question, found, day) }, found } }
  })
}

/** Those that these firms are still to answer, within the transaction of a page that shows several slices. */
export async function questionsAwaited(
  tables: Handle,
  manufacturers: readonly string[],
  day: string,
): Promise<readonly QuestionAsked[]> {
  const awaited: QuestionAsked[] = []
  for (const question of await listQuestions(tables)) {
    const isOpen = manufacturers.includes(question.manufacturer_id) && question.end === null
    const found = isOpen ? await findReturn(tables, question.return_id) : undefined
    const status = found === undefined ? 'closed' : questionStatus(question, found, day)
    if (found !== undefined && isAwaited(status)) awaited.push({ question: { ...question, status }, found })
  }
  return awaited
}

/** All that the reader may see; for a calendar, which has no pages. */
export async function readAllQuestions(
  { database }: Pick<Recorder, 'database'>,
  actor: Actor,
): Promise<readonly Question[]> {
  return await readAs(database, actor, listQuestions)
}

/** Whose it is, for whoever writes to the firm. */
export async function firmAsked(tables: Handle, id: string): Promise<string | undefined> {
  return (await findQuestion(tables, id))?.manufacturer_id
}
