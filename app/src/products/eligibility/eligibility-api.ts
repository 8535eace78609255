/** To which markets the certificates of a model are enough. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../../kernel/authority.ts'
import { todayText } from '../../kernel/clock.ts'
import { DAY, HASH, ID, oneOf, orNull, PROGRAMME } from '../../kernel/field-schemas.ts'
import { type Route, route } from '../../kernel/route.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import type { ModelRefusal } from '../model.ts'
import { readEligibility } from './read-eligibility.ts'

export const eligibilityAuthority = {
  see_export_eligibility: [...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

const WORDS = Type.Record(Type.String(), Type.String())

const NEED = Type.Object({
  scheme: Type.String(),
  name: WORDS,
  status: oneOf('missing', 'not_yet_valid', 'valid', 'suspended', 'withdrawn', 'expired'),
  /** The number of the certificate that comes nearest. */
  certificate: orNull(Type.String()),
  valid_until: orNull(DAY),
})

const LAW = Type.Object({
  programme: PROGRAMME,
  title: WORDS,
  release_hash: HASH,
  is_rehearsal: Type.Boolean(),
  /** The provision that was asked. */
  requirement: Type.String(),
  label: WORDS,
  markets: Type.Array(
    Type.Object({
      market: Type.String(),
      name: WORDS,
      /** Null where the law does not say. */
      eligible: orNull(Type.Boolean()),
      needs: Type.Array(NEED),
    }),
  ),
})

export function eligibilityRoutes({ database, clock }: Recorder, shelf: ReleaseShelf): readonly Route<ModelRefusal>[] {
  return [
    route({
      method: 'GET',
      url: '/api/models/:id/export-eligibility',
      command: 'see_export_eligibility',
      summary:
        'To which markets the certificates of a model are enough on a day, which are asked for, and which are missing',
      params: Type.Object({ id: ID }),
      query: Type.Object({ on: Type.Optional(DAY) }),
      done: Type.Object({ model_id: ID, on: DAY, laws: Type.Array(LAW) }),
      run: async ({ actor, params, query }) => {
        const read = await readEligibility(database, shelf, actor, params.id, query.on ?? todayText(clock))
        if ('refused' in read) return read
        const { model, on, laws } = read.done
        return { done: { model_id: model.id, on, laws: [...laws] } }
      },
    }),
  ]
}
