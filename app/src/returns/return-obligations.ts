/** By when which return is due: the policy's `due:` over a stretch of the calendar. */
import type { Day } from '@maqami/engine/value/date.ts'
import type { Release } from '../policy-releases/load-release.ts'
import { returnSchemas } from './release-schema.ts'
import { periodsEnding } from './return-year.ts'

export interface Obligation {
  /** `annual`, `monthly`. */
  readonly kind: string
  /** `2027-28`, `2028-07`. */
  readonly period: string
  readonly first: Day
  readonly last: Day
  readonly due_on: Day
}

/** The returns of periods that end from the one day to the other, by the day on which they are due. A kind without `due:` has none. */
export function obligationsOf(release: Release, from: Day, until: Day): readonly Obligation[] {
  const { yearStarts } = release.engine.programme.heading
  const all = returnSchemas(release).flatMap((schema) => {
    const { kind, due } = schema
    if (due === undefined) return []
    return periodsEnding(schema, from, until, yearStarts).map(({ label: period, first, last }) => ({
      kind,
      period,
      first,
      last,
      due_on: last + due.days,
    }))
  })
  return all.toSorted((a, b) => a.due_on - b.due_on)
}
