/** Which returns of a long list are wanted, and in which order. */

/** Where a return stands for those who read many of them: of what was never filed, nothing more is said. */
export const STANDINGS = ['unfiled', 'filed', 'accepted', 'sent_back'] as const
export const ORDERS = ['newest', 'oldest', 'period', 'firm'] as const

export type Standing = (typeof STANDINGS)[number]

export interface WantedReturns {
  readonly programme?: string | undefined
  /** `2027-28`, `2028-07`. */
  readonly period?: string | undefined
  readonly standing?: Standing | undefined
  readonly manufacturer_id?: string | undefined
  /** Only those filed after the day on which they were due, or not filed though it has passed. */
  readonly late?: boolean | undefined
  /** Newest begun first unless another is asked for; by period the last one first; firm after firm in the order in which they applied. */
  readonly order?: (typeof ORDERS)[number] | undefined
}

/** By when the returns of a period were due, and the day that it is. */
export interface DueDays {
  readonly today: string
  readonly days: readonly {
    readonly programme: string
    readonly kind: string
    readonly period: string
    readonly due_on: string
  }[]
}
