/** The notice of a failure, and what came of it: an answer, a cure. */

export interface Notice {
  readonly id: string
  readonly determination_id: string
  readonly manufacturer_id: string
  readonly served_on: string
  /** The last day on which a cure averts the sanction, as the law gives it. */
  readonly cure_ends_on: string
  readonly recorded_at: string
  readonly recorded_by: string
  readonly events: readonly NoticeEvent[]
}

export interface NoticeEvent {
  readonly notice_id: string
  readonly position: number
  readonly kind: 'answered' | 'cured'
  /** The day of the cure. */
  readonly happened_on: string | null
  readonly words: string
  readonly recorded_at: string
  readonly recorded_by: string
}

export type NoticeRefusal =
  | { readonly code: 'notice_unknown' }
  | { readonly code: 'no_failure_determined'; readonly number: string }
  | { readonly code: 'notice_served'; readonly served_on: string }
  /** The programme's law has no notice or no time to cure. */
  | { readonly code: 'no_notice_in_law'; readonly programme: string }
  | { readonly code: 'cured_already'; readonly happened_on: string }
  | { readonly code: 'cure_day'; readonly day: string; readonly served_on: string; readonly today: string }

export function cureOf({ events }: Pick<Notice, 'events'>): NoticeEvent | undefined {
  return events.find((event) => event.kind === 'cured')
}

/** *over* where the last day to cure has passed without one. */
export type NoticeStatus = 'open' | 'over' | 'cured' | 'cured_late'

/** Days are compared as texts. */
export function statusOn(notice: Pick<Notice, 'cure_ends_on' | 'events'>, day: string): NoticeStatus {
  const cured = cureOf(notice)?.happened_on
  if (cured !== undefined && cured !== null) return cured <= notice.cure_ends_on ? 'cured' : 'cured_late'
  return day <= notice.cure_ends_on ? 'open' : 'over'
}
