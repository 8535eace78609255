/** The sanctions that stand. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import { DAY, ID, listOf, oneOf, orNull, PAGE_QUERY, PROGRAMME, YEAR } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import { readSanctions } from './read-sanctions.ts'

export const sanctionsAuthority = { see_sanctions: [...OFFICER_ROLES, ...MAKER_ROLES] } as const satisfies Authority

const SANCTION = Type.Object({
  id: ID,
  number: Type.String(),
  manufacturer_id: ID,
  programme: PROGRAMME,
  year: YEAR,
  rehearsal: Type.Boolean(),
  measures: Type.Array(
    Type.Object({
      finding: Type.String(),
      label: orNull(Type.Record(Type.String(), Type.String())),
      effect: orNull(Type.Object({ verb: Type.String(), noun: Type.String() })),
      amount: orNull(Type.String()),
      since: DAY,
      state: oneOf('in_effect', 'pending', 'stayed', 'recommended'),
      lasts: oneOf('until_restored', 'for_good', 'until_taken_back', 'until_lifted'),
    }),
  ),
})

export function sanctionsRoutes(recorder: Recorder): readonly Route<never>[] {
  return [
    route({
      method: 'GET',
      url: '/api/sanctions',
      command: 'see_sanctions',
      summary:
        'The sanctions that stand against firms, newest first, each with what it imposes, since when and until what',
      query: PAGE_QUERY,
      done: listOf(SANCTION),
      run: async ({ actor, query }) => ({ done: await readSanctions(recorder, actor, query) }),
    }),
  ]
}
