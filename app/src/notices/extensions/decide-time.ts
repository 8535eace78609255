/** The firm asks for time, one officer proposes what comes of it, another decides; what is given the law reads from then on. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import type { Recorder } from '../../audit-log/record-command.ts'
import { EXTENDED, WAIVED } from '../../case-facts/case-fact.ts'
import type { Letters } from '../../determinations/decide-determination.ts'
import { lastDayToCure } from '../../determinations/last-day-to-cure.ts'
import { determinationById } from '../../determinations/read-determinations.ts'
import { todayText } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { movedOn } from '../../kernel/period.ts'
import type { Actor } from '../../kernel/transaction.ts'
import type { NotAuthorised } from '../../manufacturers/manufacturer.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { notOpen } from '../answer-notice.ts'
import { keepLetterOf } from '../letters/keep-letter.ts'
import { type NewNoticeEvent, type Notice, type NoticeEvent, saidOf, timeOpen } from '../notice.ts'
import { recordOnNotice } from '../record-event.ts'
import type { AskTime, DecideTime, ProposeTime, TimeRefusal } from './extension.ts'

/** While the time runs; a second time only when the first request was decided. */
export async function askTime(
  recorder: Recorder,
  actor: Actor,
  { id, until_on, words, document_id = null }: AskTime,
): Promise<Outcome<Notice, TimeRefusal | NotAuthorised>> {
  const on = { command: 'ask_time', id, asFirm: true } as const
  return await recordOnNotice<TimeRefusal>(recorder, actor, on, async (_tables, notice) => {
    const refused = notOpen(notice)
    if (refused !== undefined) return refused
    const last = notice.cure_ends_on ?? ''
    if (todayText(recorder.clock) > last) return { refused: { code: 'time_is_over', last } }
    if (until_on <= last) return { refused: { code: 'no_more_time', day: until_on, last } }
    if (timeOpen(notice).length > 0) return { refused: { code: 'time_asked_already' } }
    return await Promise.resolve({ done: { event: { kind: 'time_asked', until_on, words, document_id } } })
  })
}

export async function proposeTime(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  proposal: ProposeTime,
): Promise<Outcome<Notice, TimeRefusal | NotAuthorised>> {
  const { id, choice, words } = proposal
  const about = proposal.about ?? null
  return await recordOnNotice<TimeRefusal>(recorder, actor, { command: 'propose_time', id }, async (tables, notice) => {
    const refused = notOpen(notice)
    if (refused !== undefined) return refused
    const open = timeOpen(notice)
    if (open.some(({ kind }) => kind === 'time_proposed')) return { refused: { code: 'event_settled' } }
    if (about !== null && !open.some(({ position }) => position === about))
      return { refused: { code: 'event_not_there' } }
    const event: NewNoticeEvent = { kind: 'time_proposed', about, choice, words, ...daysOf(proposal) }
    if (choice === 'refusal') return { done: { event } }
    const given = await timeGiven(tables, shelf, notice, { ...NO_DAYS, ...event })
    return 'refused' in given ? given : { done: { event } }
  })
}

const NO_DAYS = { from_on: null, until_on: null }

function daysOf(proposal: ProposeTime): Partial<NoticeEvent> {
  switch (proposal.choice) {
    case 'extension':
      return { until_on: proposal.until_on }
    case 'waiver':
      return { from_on: proposal.from_on, until_on: proposal.until_on, document_id: proposal.document_id ?? null }
    case 'refusal':
      return {}
  }
}

/** By another officer than who proposed it. What is approved the firm has in writing. */
export async function decideTime(
  recorder: Recorder,
  shelf: ReleaseShelf,
  letters: Letters,
  actor: Actor,
  { id, about, kind: choice, words }: DecideTime,
): Promise<Outcome<Notice, TimeRefusal | NotAuthorised>> {
  const writer = { recorder, shelf, letters, actor }
  return await recordOnNotice<TimeRefusal>(recorder, actor, { command: 'decide_time', id }, async (tables, notice) => {
    const proposal = notice.events.find(({ kind, position }) => kind === 'time_proposed' && position === about)
    if (proposal === undefined) return { refused: { code: 'event_not_there' } }
    if (saidOf(notice, proposal, 'time_decided') !== undefined) return { refused: { code: 'event_settled' } }
    if (proposal.recorded_by === actor.person) return { refused: { code: 'own_proposal' } }
    const event: NewNoticeEvent = { kind: 'time_decided', about, choice, words }
    if (choice === 'sent_back') return { done: { event } }
    const reasons = proposal.words ?? ''
    if (proposal.choice === 'refusal') {
      const matter = { kind: 'refusal', until: notice.cure_ends_on ?? '' } as const
      const letter = await keepLetterOf(tables, writer, notice, matter, reasons)
      return 'refused' in letter ? letter : { done: { event: { ...event, letter_id: letter.done } } }
    }
    const given = await timeGiven(tables, shelf, notice, proposal)
    if ('refused' in given) return given
    const { last, ...known } = given.done
    const matter =
      proposal.choice === 'waiver'
        ? ({ kind: 'waiver', from: proposal.from_on ?? '', to: proposal.until_on ?? '', until: last } as const)
        : ({ kind: 'extension', until: last } as const)
    const letter = await keepLetterOf(tables, writer, notice, matter, reasons)
    if ('refused' in letter) return letter
    const decided = { ...event, until_on: last, ends_on: last, letter_id: letter.done }
    return { done: { event: decided, fact: known } }
  })
}

interface TimeGiven {
  readonly fact: string
  readonly value: string
  /** The last day to cure, as the law then gives it. */
  readonly last: string
}

/** The column in which programmes write the day. */
const UNTIL = { [EXTENDED]: 'extended_until', [WAIVED]: 'waived_until' } as const

/** What the law makes of it. How far time may be extended stands there, and nowhere here. */
async function timeGiven(
  tables: Handle,
  shelf: ReleaseShelf,
  notice: Notice,
  { choice, from_on, until_on }: Pick<NoticeEvent, 'from_on' | 'until_on'> & { readonly choice?: string | null },
): Promise<Outcome<TimeGiven, TimeRefusal>> {
  const [before, day] = [notice.cure_ends_on ?? '', until_on ?? '']
  const fact = choice === 'waiver' ? WAIVED : EXTENDED
  const moved = choice === 'waiver' ? waivedUntil(notice, from_on ?? '', day) : day
  if (moved === undefined) return { refused: { code: 'days_outside', first: notice.served_on ?? '', last: before } }
  if (moved <= before) return { refused: { code: 'no_more_time', day, last: before } }
  const failure = await determinationById(tables, notice.determination_id)
  const value = canonicalJson([{ [UNTIL[fact]]: moved }])
  const given = await lastDayToCure(tables, shelf, failure, notice.served_on ?? '', { fact, value })
  if ('refused' in given) return given
  if (given.done === null) return { refused: { code: 'no_time_in_law', fact } }
  if (given.done !== moved) return { refused: { code: 'beyond_law', day: moved, last: given.done } }
  return { done: { fact, value, last: moved } }
}

/** The last day moved on by the days that do not count, as far as they lie in the time to cure: the day of service is none of it. */
function waivedUntil({ served_on, cure_ends_on }: Notice, first: string, last: string): string | undefined {
  const [from, until, served, ends] = [first, last, served_on ?? '', cure_ends_on ?? ''].map(parseDay)
  if (from === undefined || until === undefined || served === undefined || ends === undefined) return undefined
  const stop = { from: Math.max(from, served + 1), until: until + 1 }
  return stop.until <= stop.from || stop.from > ends ? undefined : formatDay(movedOn(ends, [stop]))
}
