/** The notice of a failure and all that happened to it, from which it follows how it stands. */
import { type Day, formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { dayAt } from '../kernel/clock.ts'
import { lastDayOf } from '../kernel/period.ts'

/** As it was issued. */
export interface IssuedNotice {
  readonly id: string
  readonly determination_id: string
  /** That of the failure, which whoever has the notice may see. */
  readonly assessment_id: string
  readonly manufacturer_id: string
  readonly issued_on: string
  /** The time to answer, from the day of service. */
  readonly answer_length: number
  readonly answer_counted_in: 'days' | 'working_days'
  /** The show-cause notice; null of one from before there were letters. */
  readonly letter_id: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface Notice extends IssuedNotice {
  /** Null until there is proof of service. */
  readonly served_on: string | null
  /** The last day to answer; with a holiday that is declared later it moves on. */
  readonly answer_ends_on: string | null
  /** The last day on which a cure averts the sanction, as the law gives it, extended and waived as two officers decided. */
  readonly cure_ends_on: string | null
  readonly events: readonly NoticeEvent[]
}

export type NoticeEventKind =
  | 'disclosed'
  | 'served'
  | 'acknowledged'
  | 'answered'
  | 'considered'
  | 'time_asked'
  | 'time_proposed'
  | 'time_decided'
  | 'hearing_fixed'
  | 'hearing_adjourned'
  | 'hearing_held'
  | 'cured'

export type MeansOfService = 'inbox' | 'courier' | 'by_hand'

export interface NoticeEvent {
  readonly notice_id: string
  readonly position: number
  readonly kind: NoticeEventKind
  /** The day of service, of a hearing, of the cure. */
  readonly happened_on: string | null
  /** Of a waiver: the first day that does not count. */
  readonly from_on: string | null
  /** Until when time is asked, proposed or given; of a waiver the last day that does not count. */
  readonly until_on: string | null
  /** The last day to cure from this event on. */
  readonly ends_on: string | null
  /** The position of the event that it is about. */
  readonly about: number | null
  /** The means of service; *extension*, *refusal*, *waiver*; *approved*, *sent_back*; *attended*, *absent*. */
  readonly choice: string | null
  /** Of a hearing: the hour and the room, or the link. */
  readonly place: string | null
  /** Canonical JSON: what is relied upon. */
  readonly items: string | null
  readonly words: string | null
  /** The proof, or what came with the words. */
  readonly document_id: string | null
  readonly letter_id: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

/** What anybody who sees the notice is told of it. */
export type SeenEvent = Omit<NoticeEvent, 'items' | 'recorded_by'>

interface With<E extends SeenEvent> {
  readonly events: readonly E[]
}

export type NewNoticeEvent = Pick<NoticeEvent, 'kind'> &
  Partial<Omit<NoticeEvent, 'notice_id' | 'position' | 'kind' | 'recorded_at' | 'recorded_by'>>

export type NoticeRefusal =
  | { readonly code: 'notice_unknown' }
  | { readonly code: 'no_failure_determined'; readonly number: string }
  | { readonly code: 'notice_issued'; readonly issued_on: string }
  | { readonly code: 'notice_served'; readonly served_on: string }
  | { readonly code: 'notice_not_served' }
  /** The programme's law has no notice or no time to cure. */
  | { readonly code: 'no_notice_in_law'; readonly programme: string }
  | { readonly code: 'service_day'; readonly day: string; readonly issued_on: string; readonly today: string }
  | { readonly code: 'file_not_of_notice' }
  | { readonly code: 'event_not_there' }
  | { readonly code: 'event_settled' }
  | { readonly code: 'cured_already'; readonly happened_on: string }
  | { readonly code: 'cure_day'; readonly day: string; readonly served_on: string; readonly today: string }

/** How it stands with these events, on a calendar with these holidays. */
export function standingOf(issued: IssuedNotice, events: readonly NoticeEvent[], holidays: ReadonlySet<Day>): Notice {
  const served_on = events.find(({ kind }) => kind === 'served')?.happened_on ?? null
  const ends = events.flatMap(({ ends_on }) => ends_on ?? [])
  const begun_on = served_on === null ? undefined : parseDay(served_on)
  const { answer_length: length, answer_counted_in: counted_in } = issued
  return {
    ...issued,
    served_on,
    answer_ends_on:
      begun_on === undefined ? null : formatDay(lastDayOf({ begun_on, length, counted_in }, { holidays, stops: [] })),
    cure_ends_on: ends.toSorted().at(-1) ?? null,
    events,
  }
}

export function cureOf<E extends SeenEvent>({ events }: With<E>): E | undefined {
  return events.find((event) => event.kind === 'cured')
}

export function eventsOfKind<E extends SeenEvent>({ events }: With<E>, kind: NoticeEventKind): readonly E[] {
  return events.filter((event) => event.kind === kind)
}

/** What a later event of that kind says of this one. */
export function saidOf<E extends SeenEvent>(
  { events }: With<E>,
  { position }: Pick<NoticeEvent, 'position'>,
  kind: NoticeEventKind,
): E | undefined {
  return events.find((event) => event.kind === kind && event.about === position)
}

/** *issued* until there is proof of service; *over* where the last day to cure has passed without one. */
export type NoticeStatus = 'issued' | 'open' | 'over' | 'cured' | 'cured_late'

/** Days are compared as texts. */
export function statusOn(notice: Pick<Notice, 'cure_ends_on'> & With<SeenEvent>, day: string): NoticeStatus {
  const { cure_ends_on } = notice
  if (cure_ends_on === null) return 'issued'
  const cured = cureOf(notice)?.happened_on
  if (cured !== undefined && cured !== null) return cured <= cure_ends_on ? 'cured' : 'cured_late'
  return day <= cure_ends_on ? 'open' : 'over'
}

/** Until and with this day what the firm says has to be considered before a sanction. */
export function heardUntil({ answer_ends_on, cure_ends_on }: Pick<Notice, 'answer_ends_on' | 'cure_ends_on'>): string {
  return [answer_ends_on ?? '', cure_ends_on ?? ''].toSorted().at(-1) ?? ''
}

/** The hearing that is fixed and was not held, as it was fixed or adjourned last. */
export function hearingOf<E extends SeenEvent>(notice: With<E>): E | undefined {
  return notice.events.findLast(
    (event) =>
      (event.kind === 'hearing_fixed' || event.kind === 'hearing_adjourned') &&
      saidOf(notice, event, 'hearing_adjourned') === undefined &&
      saidOf(notice, event, 'hearing_held') === undefined,
  )
}

/** Requests for time on which two officers have not decided, and proposals on which the second has not. */
export function timeOpen<E extends SeenEvent>(notice: With<E>): readonly E[] {
  const decided = (proposal: E): E | undefined => saidOf(notice, proposal, 'time_decided')
  const proposals = eventsOfKind(notice, 'time_proposed')
  return notice.events.filter((event) => {
    if (event.kind === 'time_proposed') return decided(event) === undefined
    if (event.kind !== 'time_asked') return false
    return !proposals.some((one) => one.about === event.position && decided(one)?.choice !== 'sent_back')
  })
}

/** What the database calls what stands between a failure and its sanction (`sanction_bars`). */
export const BARS = [
  'not_served',
  'time_to_cure_runs',
  'time_to_answer_runs',
  'cured_in_time',
  'answer_not_considered',
  'hearing_not_held',
  'time_not_decided',
] as const
export type Bar = (typeof BARS)[number]

/** The same as the database holds to, but for what a sanction's own assessment relies upon. */
export function barsOn(notice: Notice, day: string): readonly Bar[] {
  const { served_on, cure_ends_on, answer_ends_on } = notice
  if (served_on === null || cure_ends_on === null || answer_ends_on === null) return ['not_served']
  const last = heardUntil(notice)
  const inTime = ({ recorded_at }: NoticeEvent): boolean => formatDay(dayAt(recorded_at)) <= last
  const holds: Readonly<Record<Exclude<Bar, 'not_served'>, boolean>> = {
    time_to_cure_runs: day <= cure_ends_on,
    time_to_answer_runs: day <= answer_ends_on,
    cured_in_time: statusOn(notice, day) === 'cured',
    answer_not_considered: eventsOfKind(notice, 'answered').some(
      (answer) => inTime(answer) && saidOf(notice, answer, 'considered') === undefined,
    ),
    hearing_not_held: hearingOf(notice) !== undefined,
    time_not_decided: timeOpen(notice).some((one) => one.kind === 'time_proposed' || inTime(one)),
  }
  return BARS.filter((bar) => bar !== 'not_served' && holds[bar])
}
