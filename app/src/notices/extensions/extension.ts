/** More time to cure: an extension that the firm asks for in writing, or days that do not count because of force majeure. */
import type { AssessmentRefusal } from '../../assessments/filed/assessment.ts'
import type { NoticeRefusal } from '../notice.ts'

export type TimeRefusal =
  | NoticeRefusal
  | AssessmentRefusal
  /** Asked until a day that is not later than the last day as it stands. */
  | { readonly code: 'no_more_time'; readonly day: string; readonly last: string }
  | { readonly code: 'time_is_over'; readonly last: string }
  | { readonly code: 'time_asked_already' }
  /** The law lets it be extended no further than to `last`. */
  | { readonly code: 'beyond_law'; readonly day: string; readonly last: string }
  | { readonly code: 'no_time_in_law'; readonly fact: string }
  /** A waiver of days none of which lies in the time to cure. */
  | { readonly code: 'days_outside'; readonly first: string; readonly last: string }
  | { readonly code: 'own_proposal' }

export interface AskTime {
  readonly id: string
  readonly until_on: string
  /** The written justification. */
  readonly words: string
  readonly document_id?: string | null
}

export type ProposeTime = { readonly id: string; readonly words: string } & (
  | { readonly choice: 'extension'; readonly about: number; readonly until_on: string }
  | { readonly choice: 'refusal'; readonly about: number }
  /** From the first to the last day that does not count. */
  | {
      readonly choice: 'waiver'
      readonly about?: number | null
      readonly from_on: string
      readonly until_on: string
      readonly document_id?: string | null
    }
)

export interface DecideTime {
  readonly id: string
  /** The position of the proposal. */
  readonly about: number
  readonly kind: 'approved' | 'sent_back'
  readonly words: string
}
