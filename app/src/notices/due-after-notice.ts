/** What the authority is to determine after a notice, once the time to cure is over or the failure is cured. */
import { type Determination, statusOf } from '../determinations/determination.ts'
import { momentOf } from '../pages/when.ts'
import { barsOn, cureOf, heardUntil, type Notice } from './notice.ts'

export interface Due {
  readonly task: 'determine_sanction' | 'determine_restoration'
  readonly since: string
}

/** Nothing stands between the failure and its sanction, and none is prepared; cured, while the sanction stands. `since` is the day from which it is due. */
export function dueAfter(
  failure: Determination,
  notice: Notice,
  determinations: readonly Determination[],
  now: string,
): Due | undefined {
  const sanction = determinations.find((one) => one.follows === failure.id)
  const cure = cureOf(notice)
  if (sanction === undefined)
    return barsOn(notice, now).length > 0 ? undefined : { task: 'determine_sanction', since: heardUntil(notice) }
  const isLifted = determinations.some((one) => one.follows === sanction.id)
  return cure === undefined || isLifted || statusOf(sanction) !== 'approved'
    ? undefined
    : { task: 'determine_restoration', since: momentOf(cure.recorded_at, 'en').day }
}
