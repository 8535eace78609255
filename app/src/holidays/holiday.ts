/** A day on which the authority is closed beside the weekend, as it was declared, and by what source. */

export interface HolidayEvent {
  readonly day: string
  readonly position: number
  readonly kind: 'declared' | 'cancelled'
  /** What it is called: *Eid-ul-Fitr*. */
  readonly name: string
  /** The notification or circular that says so. */
  readonly source: string
  readonly recorded_at: string
  readonly recorded_by: string
}

export type HolidayRefusal =
  | { readonly code: 'holiday_declared'; readonly day: string; readonly name: string }
  | { readonly code: 'no_holiday'; readonly day: string }
