/** In which order an officer works what waits for him. */
import { type ReviewClock, reviewDaysLeft } from '../returns/questions/question.ts'

interface Waiting {
  readonly since: string
  readonly clock?: ReviewClock | undefined
}

/**
 * First what the law sets a time for, the fewest days left before all; then what has waited longest; at the end what waits for the answer of a
 * firm, whose time stands still.
 */
export function byUrgency(a: Waiting, b: Waiting): number {
  return groupOf(a) - groupOf(b) || leftOf(a) - leftOf(b) || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)
}

function groupOf({ clock }: Waiting): number {
  if (clock === undefined) return 1
  if (clock.stopped_since !== null) return 2
  return clock.limit_days === null ? 1 : 0
}

function leftOf({ clock }: Waiting): number {
  return (clock === undefined ? undefined : reviewDaysLeft(clock)) ?? 0
}
