/** What is at stake for a firm, as officers see it before one of them signs, and as the letter tells it. */
import type { Stake, Without } from '@maqami/engine/determine/stakes.ts'
import type { Localized } from '@maqami/engine/load/fields.ts'

/** Figures of the firm's year, as the return states them on which the determination rests. */
export interface YearAtStake {
  readonly year: string
  /** Nothing is told of a return that was not accepted. */
  readonly accepted: boolean
  readonly figures: readonly Stake[]
}

/** What the imports of the year would bear without their concession, by the law that is in force on the day. */
export interface WithoutConcession {
  /** Null where no release of it is in force. */
  readonly law: { readonly title: Localized; readonly hash: string; readonly rehearsal: boolean } | null
  readonly reading: Localized | null
  readonly found: Without
}
