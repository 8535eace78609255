/** How laboratories do, for officers. */
import { toText } from '@maqami/engine/value/exact.ts'
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import { type Authority, OFFICER_ROLES } from '../../kernel/authority.ts'
import { todayText } from '../../kernel/clock.ts'
import { DAY, ID, oneOf, orNull } from '../../kernel/field-schemas.ts'
import { type Route, route } from '../../kernel/route.ts'
import { LEAST_REPORTS, LEVEL } from './tally.ts'
import { readOversight } from './read-oversight.ts'

export const oversightAuthority = {
  see_test_oversight: OFFICER_ROLES,
} as const satisfies Authority

const DAYS = orNull(Type.Integer())
const TALLY = { reports: Type.Integer(), failed: Type.Integer() }

const LINE = Type.Object({
  laboratory_id: ID,
  laboratory_number: Type.String(),
  laboratory_name: Type.String(),
  standard: Type.String(),
  method: Type.String(),
  ...TALLY,
  /** Working days from the sample to the second signature. */
  median_days: DAYS,
  ninetieth_days: DAYS,
  late: Type.Integer(),
  /** Working days for which the maker was waited for, the median. */
  waited_days: DAYS,
  open: Type.Integer(),
  oldest_on: orNull(DAY),
  oldest_days: DAYS,
  awaited: Type.Integer(),
  rejected_samples: Type.Integer(),
  retests: Type.Integer(),
  others: Type.Object(TALLY),
  /** Fisher's exact test, two-sided. */
  chance: orNull(Type.String()),
  difference: oneOf('too_few', 'no_difference', 'fails_more', 'fails_less'),
})

const OVERSIGHT = Type.Object({
  since: DAY,
  /** A laboratory differs where `chance` times `compared` is at most this. */
  level: Type.String(),
  least_reports: Type.Integer(),
  compared: Type.Integer(),
  items: Type.Array(LINE),
})

export function oversightRoutes({ database, clock }: Recorder): readonly Route<never>[] {
  return [
    route({
      method: 'GET',
      url: '/api/test-oversight',
      command: 'see_test_oversight',
      summary:
        'How each laboratory did in the last twelve months, test by test: turnaround, what lies with it, failures, and whether they differ from those of all others',
      done: OVERSIGHT,
      run: async ({ actor }) => {
        const { lines, ...read } = await readOversight(database, actor, todayText(clock))
        return { done: { ...read, level: toText(LEVEL), least_reports: LEAST_REPORTS, items: [...lines] } }
      },
    }),
  ]
}
