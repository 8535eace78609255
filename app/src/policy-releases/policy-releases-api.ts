/** Published releases of the law. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import type { Authority } from '../kernel/authority.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import {
  DAY,
  HASH,
  ID,
  INSTANT,
  listOf,
  oneOf,
  orNull,
  PAGE_QUERY,
  PROGRAMME,
  REASON,
} from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import { approveRelease } from './approve-release.ts'
import { declineRelease, withdrawRelease } from './decline-release.ts'
import type { ReleaseRefusal } from './policy-release.ts'
import { proposeRelease } from './propose-release.ts'
import { readReleases } from './release-in-force.ts'

export const policyReleasesAuthority = {
  propose_release: ['policy_officer'],
  approve_release: ['policy_officer', 'approving_officer'],
  decline_release: ['policy_officer', 'approving_officer'],
  withdraw_release: ['policy_officer'],
  see_releases: ['public'],
} as const satisfies Authority

const RELEASE = Type.Object({
  id: ID,
  programme: PROGRAMME,
  hash: HASH,
  rehearsal: Type.Boolean(),
  effective_on: DAY,
  proposed_at: INSTANT,
  proposed_by: Type.String(),
  approved_at: orNull(INSTANT),
  approved_by: orNull(Type.String()),
  decline_kind: orNull(oneOf('declined', 'withdrawn')),
  decline_reason: orNull(Type.String()),
  declined_at: orNull(INSTANT),
  declined_by: orNull(Type.String()),
})

const LONGEST_FILE = 1_000_000

export function policyReleasesRoutes(recorder: Recorder): readonly Route<ReleaseRefusal | NotAllowed>[] {
  return [
    route({
      method: 'POST',
      url: '/api/policy-releases',
      command: 'propose_release',
      summary: 'Propose the files of a programme as a release; a second officer approves it',
      body: Type.Object({
        files: Type.Record(Type.String({ pattern: '^[\\w./-]{1,200}$' }), Type.String({ maxLength: LONGEST_FILE })),
        effective_on: DAY,
      }),
      done: RELEASE,
      run: async ({ actor, once, body }) => await proposeRelease({ ...recorder, once }, actor, body),
    }),
    route({
      method: 'POST',
      url: '/api/policy-releases/:id/approval',
      command: 'approve_release',
      personal: true,
      summary:
        'Approve a release that somebody else proposed, over the hash of what it changes for whom; null where no law is before it',
      params: Type.Object({ id: ID }),
      body: Type.Object({ effect_hash: orNull(HASH) }),
      done: RELEASE,
      run: async ({ actor, once, params, body }) =>
        await approveRelease({ ...recorder, once }, actor, { ...params, ...body }),
    }),
    route({
      method: 'POST',
      url: '/api/policy-releases/:id/decline',
      command: 'decline_release',
      personal: true,
      summary: 'Decline a release that somebody else proposed, with the reason',
      params: Type.Object({ id: ID }),
      body: Type.Object({ reason: REASON }),
      done: RELEASE,
      run: async ({ actor, once, params, body }) =>
        await declineRelease({ ...recorder, once }, actor, { ...params, ...body }),
    }),
    route({
      method: 'POST',
      url: '/api/policy-releases/:id/withdrawal',
      command: 'withdraw_release',
      summary: 'Withdraw a release that one proposed oneself, with the reason',
      params: Type.Object({ id: ID }),
      body: Type.Object({ reason: REASON }),
      done: RELEASE,
      run: async ({ actor, once, params, body }) =>
        await withdrawRelease({ ...recorder, once }, actor, { ...params, ...body }),
    }),
    route({
      method: 'GET',
      url: '/api/policy-releases',
      command: 'see_releases',
      summary: 'The releases, newest first',
      query: PAGE_QUERY,
      done: listOf(RELEASE),
      run: async ({ actor, query }) => ({ done: await readReleases(recorder.database, actor, query) }),
    }),
  ]
}
