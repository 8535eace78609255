/** Statistics of the industry, for programs. */
import { Type } from 'typebox'
import { DAY, oneOf, orNull } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import type { StatisticsShelf } from './statistics-shelf.ts'
import { GROUPS, KINDS, STATUSES } from './statistic.ts'
import { statisticsJson } from './statistics-json.ts'

const MONTH = Type.String({ pattern: '^\\d{4}-\\d{2}$' })
const BOTH = Type.Object({ en: Type.String(), ur: Type.String() })

const FIGURE = Type.Object({
  /** `2024`, `2024-05`, `2024-07/2025-06`; `../2025-12` where nobody says from when. */
  period: Type.String(),
  first_month: orNull(MONTH),
  last_month: MONTH,
  /** As it was published. */
  value: Type.String(),
  status: oneOf(...STATUSES),
  said_by: orNull(Type.String()),
  source: Type.String(),
  source_on: orNull(DAY),
  note: orNull(BOTH),
})

const STATISTICS = Type.Object({
  series: Type.Array(
    Type.Object({
      series: Type.String(),
      group: oneOf(...GROUPS),
      unit: Type.String(),
      kind: oneOf(...KINDS),
      title: BOTH,
      figures: Type.Array(FIGURE),
    }),
  ),
  contradictions: Type.Array(
    Type.Object({
      series: Type.String(),
      /** Of `part_is_more` the first figure is more than the others together, whose months hold all of its own. */
      kind: oneOf('differ', 'part_is_more'),
      figures: Type.Array(FIGURE),
    }),
  ),
})

export function statisticsRoutes(shelf: StatisticsShelf): readonly Route<never>[] {
  return [
    route({
      method: 'GET',
      url: '/api/statistics',
      command: 'see_statistics',
      summary:
        'What is published about the industry, each figure with its source and status, and what contradicts what',
      query: Type.Object({ group: Type.Optional(oneOf(...GROUPS)) }),
      done: STATISTICS,
      run: async ({ query: { group } }) => ({
        done: statisticsJson((await shelf()).filter((one) => group === undefined || one.group === group)),
      }),
    }),
  ]
}
