/** What a proposed release would change for whom. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import { type Authority, OFFICER_ROLES } from '../../kernel/authority.ts'
import { DAY, HASH, ID, INSTANT, listOf, oneOf, orNull, PAGE_QUERY, PERIOD } from '../../kernel/field-schemas.ts'
import { type Route, route } from '../../kernel/route.ts'
import { PROVISION_KINDS } from '@maqami/engine/load/provisions.ts'
import type { ReleaseRefusal } from '../../policy-releases/policy-release.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { computeEffect, type EffectShown, readEffect, readReturnEffects } from './compute-effect.ts'

export const effectsAuthority = {
  compute_effect: ['policy_officer', 'approving_officer'],
  see_effect: OFFICER_ROLES,
} as const satisfies Authority

const COUNTED = Type.Object({ name: Type.String(), count: Type.Integer() })

const BEGUN = {
  id: ID,
  release_id: ID,
  base_id: ID,
  as_of: DAY,
  total: Type.Integer(),
  begun_at: INSTANT,
}

const EFFECT = Type.Object({
  ...BEGUN,
  computed: Type.Integer(),
  finished_at: orNull(INSTANT),
  hash: orNull(HASH),
  totals: Type.Object({
    returns: Type.Integer(),
    firms: Type.Integer(),
    changed_returns: Type.Integer(),
    changed_firms: Type.Integer(),
    requirements: Type.Array(
      Type.Object({ name: Type.String(), now: oneOf('met', 'not_met', 'open'), count: Type.Integer() }),
    ),
    amounts: Type.Array(Type.Object({ name: Type.String(), difference: Type.String(), count: Type.Integer() })),
    undetermined: Type.Array(COUNTED),
    cannot: Type.Integer(),
  }),
})

const FINDING = Type.Object({
  name: Type.String(),
  kind: oneOf(...PROVISION_KINDS),
  before: orNull(Type.String()),
  after: orNull(Type.String()),
  difference: orNull(Type.String()),
})

const RETURN = Type.Object({
  return_id: ID,
  version: Type.Integer(),
  manufacturer_id: ID,
  period: PERIOD,
  changed: Type.Integer(),
  outcome: Type.Union([
    Type.Object({
      subjects: Type.Array(
        Type.Object({
          subject: Type.Record(Type.String(), Type.String()),
          changes: Type.Array(FINDING),
          undetermined: Type.Array(Type.String()),
        }),
      ),
    }),
    Type.Object({ cannot: Type.Object({ law: oneOf('base', 'proposed'), problems: Type.Array(Type.String()) }) }),
  ]),
})

function shown({ effect, rows, totals }: EffectShown) {
  if (effect === undefined) return { refused: { code: 'effect_unknown' } } as const
  return { done: { ...effect, computed: rows.length, totals } }
}

const BY_ID = Type.Object({ id: ID })

export function effectsRoutes(recorder: Recorder, shelf: ReleaseShelf): readonly Route<ReleaseRefusal>[] {
  return [
    route({
      method: 'POST',
      url: '/api/policy-releases/:id/effect',
      command: 'compute_effect',
      summary:
        'Hold each yearly return that stands against a proposed release and the law before it; what came out is read below, and what takes longer than a moment goes on by itself',
      params: BY_ID,
      done: Type.Object(BEGUN),
      run: async ({ actor, once, params }) => await computeEffect({ ...recorder, once }, shelf, actor, params.id),
    }),
    route({
      method: 'GET',
      url: '/api/policy-releases/:id/effect',
      command: 'see_effect',
      summary:
        'What a proposed release changes in sum, as far as it is computed, with the hash over which it is approved',
      params: BY_ID,
      done: EFFECT,
      run: async ({ actor, params }) => {
        const read = await readEffect(recorder, actor, params.id)
        return 'refused' in read ? read : shown(read.done)
      },
    }),
    route({
      method: 'GET',
      url: '/api/policy-releases/:id/effect/returns',
      command: 'see_effect',
      summary: 'The same return by return',
      params: BY_ID,
      query: PAGE_QUERY,
      done: listOf(RETURN),
      run: async ({ actor, params, query }) => await readReturnEffects(recorder, actor, params.id, query),
    }),
  ]
}
