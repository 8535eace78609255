/** What waits for an officer since no rule foresees it. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import { ID, INSTANT, listOf, oneOf, orNull, PAGE_QUERY, REASON } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import { readReferral, readReferrals } from './read-referrals.ts'
import { REFERRAL_KINDS, type ReferralRefusal } from './referral.ts'
import { releaseReferral } from './release-referral.ts'

export const referralsAuthority = {
  see_referrals: [...OFFICER_ROLES, ...MAKER_ROLES],
  release_referral: ['case_officer', 'approving_officer'],
} as const satisfies Authority

const REFERRAL = Type.Object({
  id: ID,
  kind: oneOf(...REFERRAL_KINDS),
  subject: Type.String(),
  manufacturer_id: orNull(ID),
  needs_approver: Type.Boolean(),
  referred_at: INSTANT,
  words: orNull(Type.Object({ en: Type.String(), ur: Type.String() })),
  released: orNull(Type.Object({ reason: Type.String(), released_at: INSTANT })),
})

const BY_ID = Type.Object({ id: ID })

export function referralsRoutes(recorder: Recorder): readonly Route<ReferralRefusal>[] {
  const { database } = recorder
  return [
    route({
      method: 'GET',
      url: '/api/referrals',
      command: 'see_referrals',
      summary:
        'What waits for an officer since no rule foresees it, the oldest first; or what was let go on, the newest first',
      query: Type.Object({
        ...PAGE_QUERY.properties,
        kind: Type.Optional(oneOf(...REFERRAL_KINDS)),
        state: Type.Optional(oneOf('open', 'released')),
      }),
      done: listOf(REFERRAL),
      run: async ({ actor, query: { kind, state, ...page } }) => {
        return { done: await readReferrals(database, actor, { kind, released: state === 'released' }, page) }
      },
    }),
    route({
      method: 'GET',
      url: '/api/referrals/:id',
      command: 'see_referrals',
      summary: 'A matter that waits for an officer; a firm sees that it does, and not what was written about it',
      params: BY_ID,
      done: REFERRAL,
      run: async ({ actor, params }) => await readReferral(database, actor, params.id),
    }),
    route({
      method: 'POST',
      url: '/api/referrals/:id/release',
      command: 'release_referral',
      personal: true,
      summary: 'Let a matter go on, with the reason',
      params: BY_ID,
      body: Type.Object({ reason: REASON }),
      done: REFERRAL,
      run: async ({ actor, once, params, body }) =>
        await releaseReferral({ ...recorder, once }, actor, { ...params, ...body }),
    }),
  ]
}
