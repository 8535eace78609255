/** The schemes of certificates, for anybody: what certificates name as their scheme and their criteria stands here. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import type { Authority } from '../../kernel/authority.ts'
import { todayText } from '../../kernel/clock.ts'
import { HASH, oneOf, orNull, PROGRAMME } from '../../kernel/field-schemas.ts'
import { type Route, route } from '../../kernel/route.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { listSchemes } from './list-schemes.ts'
import { ISSUERS, SUBJECTS } from './scheme.ts'

export const schemesAuthority = { see_schemes: ['public'] } as const satisfies Authority

const WORDS = Type.Record(Type.String(), Type.String())

const TEST = Type.Object({
  id: Type.String(),
  metric: WORDS,
  standard: Type.String(),
  method: Type.String(),
  unit: Type.String(),
  holds: oneOf('at_most', 'at_least'),
  /** In the unit of the test. */
  limit: orNull(Type.String()),
  decision_rule: oneOf('simple_acceptance', 'guarded_acceptance'),
})

const SCHEME = Type.Object({
  id: Type.String(),
  name: WORDS,
  about: oneOf(...SUBJECTS),
  issuers: Type.Array(oneOf(...ISSUERS)),
  valid_months: orNull(Type.Integer()),
  source: Type.Object({ title: Type.String(), url: Type.String() }),
  tests: Type.Array(TEST),
})

const LAW = Type.Object({
  programme: PROGRAMME,
  title: WORDS,
  release_hash: HASH,
  is_rehearsal: Type.Boolean(),
  reading: orNull(WORDS),
  schemes: Type.Array(SCHEME),
})

export function schemesRoutes({ database, clock }: Recorder, shelf: ReleaseShelf): readonly Route<never>[] {
  return [
    route({
      method: 'GET',
      url: '/api/schemes',
      command: 'see_schemes',
      summary:
        'The schemes of certificates by the law of today: who may issue, how long a certificate holds, and by which tests',
      done: Type.Object({ items: Type.Array(LAW) }),
      run: async ({ actor }) => ({ done: { items: await listSchemes(database, shelf, actor, todayText(clock)) } }),
    }),
  ]
}
