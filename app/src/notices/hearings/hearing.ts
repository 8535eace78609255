/** A personal hearing: fixed by an officer, adjourned, held with a record. */
import type { AssessmentRefusal } from '../../assessments/filed/assessment.ts'
import type { NoticeRefusal } from '../notice.ts'

export type HearingRefusal =
  | NoticeRefusal
  | AssessmentRefusal
  /** It lies in the past, or the authority is closed on it; `next` is the first day that would do. */
  | { readonly code: 'hearing_day'; readonly day: string; readonly next: string }
  /** A slip of the pen, such as 2199. */
  | { readonly code: 'hearing_far'; readonly day: string; readonly latest: string }
  | { readonly code: 'hearing_fixed'; readonly happened_on: string }
  | { readonly code: 'no_hearing' }
  /** It cannot have been held before its day. */
  | { readonly code: 'hearing_to_come'; readonly happened_on: string }

/** Nobody is summoned for a day beyond: who waits longer was not heard. */
export const HEARD_WITHIN_DAYS = 365

export interface FixHearing {
  readonly id: string
  readonly held_on: string
  /** The hour and the room, or the link. */
  readonly place: string
  readonly words: string
}

export interface HoldHearing {
  readonly id: string
  readonly attended: boolean
  /** The record: who was there, what was said. */
  readonly words: string
  readonly document_id?: string | null
}
