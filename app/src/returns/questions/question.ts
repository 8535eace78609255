/** A question that an officer asks about a filed return, and the time to review, which stands still while one is open. */
import { type Day, formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { joinStops, movedOn } from '../../kernel/period.ts'
import { type Return, type ReturnRefusal, statusOf } from '../filing/return.ts'

export interface Question {
  readonly id: string
  readonly return_id: string
  readonly manufacturer_id: string
  readonly version: number
  /** The cell that it is about, as far as it is about one. */
  readonly sheet: string | null
  readonly row_number: number | null
  readonly column_name: string | null
  readonly words: string
  readonly asked_on: string
  /** The last day to answer. */
  readonly due_on: string
  readonly recorded_at: string
  readonly recorded_by: string
  readonly end: QuestionEnd | null
}

export interface QuestionEnd {
  readonly kind: 'answered' | 'withdrawn'
  readonly words: string
  readonly ended_on: string
  readonly recorded_at: string
  readonly recorded_by: string
}

/** *unanswered* once its day has passed; *closed* where its version was decided or replaced without an answer. */
export type QuestionStatus = 'open' | 'unanswered' | 'answered' | 'withdrawn' | 'closed'

/** Of one that is open or unanswered an answer is still heard. */
export function questionStatus(
  { version, due_on, end }: Pick<Question, 'version' | 'due_on' | 'end'>,
  found: Pick<Return, 'versions' | 'events'>,
  day: string,
): QuestionStatus {
  if (end !== null) return end.kind
  if (statusOf(found, version) !== 'filed') return 'closed'
  return day <= due_on ? 'open' : 'unanswered'
}

export function isAwaited(status: QuestionStatus): boolean {
  return status === 'open' || status === 'unanswered'
}

export interface ReviewClock {
  /** Days that count: not that of the filing, and none on which it stood still. */
  readonly used_days: number
  /** Null where the law sets no time. */
  readonly limit_days: number | null
  /** The first day of those on which it stands still now. */
  readonly stopped_since: string | null
  /** The last day of the time to review, if an open question is answered on its last day; null where the law sets no time. */
  readonly last_on: string | null
}

interface Reviewed {
  readonly filed_on: string
  /** Accepted, sent back or filed anew: from then on nothing runs. */
  readonly decided_on: string | null
  readonly limit_days: number | null
  readonly questions: readonly Pick<Question, 'asked_on' | 'due_on' | 'end'>[]
}

/**
 * On that day. The day after the filing is the first. It stands still from the day of a question to the day before its answer, and goes on by
 * itself after the last day to answer; days on which several questions are open stand still once.
 */
export function reviewClock({ filed_on, decided_on, limit_days, questions }: Reviewed, day: string): ReviewClock {
  const filed = dayOf(filed_on)
  const now = decided_on !== null && decided_on < day ? dayOf(decided_on) : dayOf(day)
  const stops = stopsOf(questions, filed)
  const stopped = stops.reduce((sum, { from, until }) => sum + Math.max(0, Math.min(until, now + 1) - from), 0)
  const standing = decided_on === null ? stops.find(({ since, until }) => since <= now && now < until) : undefined
  return {
    used_days: now - filed - stopped,
    limit_days,
    stopped_since: standing === undefined ? null : formatDay(standing.since),
    last_on: limit_days === null ? null : formatDay(movedOn(filed + limit_days, stops)),
  }
}

/** Below zero once the time is over; undefined where the law sets none. */
export function reviewDaysLeft({ used_days, limit_days }: ReviewClock): number | undefined {
  return limit_days === null ? undefined : limit_days - used_days
}

/** Days after the filing that do not count, each stop with the day on which it was asked. */
function stopsOf(questions: Reviewed['questions'], filed: Day) {
  const asked = questions.map((one) => ({ since: dayOf(one.asked_on), until: untilOf(one) }))
  return joinStops(asked.map(({ since, until }) => ({ since, from: Math.max(since, filed + 1), until })))
}

/** The first day that counts again. */
function untilOf({ due_on, end }: Pick<Question, 'due_on' | 'end'>): Day {
  const late = dayOf(due_on) + 1
  return end === null ? late : Math.min(dayOf(end.ended_on), late)
}

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === undefined) throw new RangeError(`${text} is no day`)
  return day
}

export type QuestionRefusal =
  | { readonly code: 'question_unknown' }
  /** Its last day lies before today, or too far ahead. */
  | { readonly code: 'answer_day'; readonly day: string; readonly first: string; readonly last: string }
  | {
      readonly code: 'cell_unknown'
      readonly what: 'sheet' | 'column'
      readonly name: string
      readonly known: readonly string[]
    }
  | { readonly code: 'question_ended'; readonly status: Exclude<QuestionStatus, 'open' | 'unanswered'> }
  | ReturnRefusal
