/** How long the file of a return is kept. What was read in it, its hash and the signatures are kept for ever. */
import { addMonths, type Day } from '@maqami/engine/value/date.ts'

/** One version that came in the file. */
export interface FileUse {
  readonly uploaded_on: Day
  /** Of a version that was filed, whatever became of it then; undefined of a draft, a faulty or a withdrawn one. */
  readonly filed: Filed | undefined
}

interface Stretch {
  readonly first: Day
  readonly last: Day
}

interface Filed {
  readonly period: Pick<Stretch, 'last'>
  /** Years of the firm under the programme with an uncured notice, or with a determination that waits for a second officer. */
  readonly held: readonly Stretch[]
}

/** Why a file goes, as the audit log says it. */
export type RetentionRule = 'never_filed' | 'filed'

/** The first day on which the file may go: when it may for each of its versions. Undefined while one of them is held, and of a file of none. */
export function destroyableOn(uses: readonly FileUse[], years: number): Day | undefined {
  if (uses.length === 0 || uses.some(isHeld)) return undefined
  return Math.max(
    ...uses.map(({ uploaded_on, filed }) =>
      // 29 February has its whole year: it ends with 28 February, and the file goes on 1 March.
      filed === undefined ? addMonths(uploaded_on, 12, 'later') : addMonths(filed.period.last + 1, 12 * years, 'later'),
    ),
  )
}

function isHeld({ filed }: FileUse): boolean {
  return filed?.held.some(({ first, last }) => first <= filed.period.last && filed.period.last <= last) === true
}

export function ruleOf(uses: readonly FileUse[]): RetentionRule {
  return uses.some(({ filed }) => filed !== undefined) ? 'filed' : 'never_filed'
}
