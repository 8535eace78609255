/** Recovering a lost second factor, for programs. */
import { Type } from 'typebox'
import type { Authority } from '../kernel/authority.ts'
import { ID, INSTANT, text } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import type { Identity } from './open-identity.ts'
import { completeRecovery, type FactorRecoveryRefusal, openRecovery, seeRecoveries } from './recover-second-factor.ts'
import { stopRecovery, stopRecoveryByLink } from './stop-recovery.ts'

export const recoveriesAuthority = {
  open_recovery: ['administrator', 'case_officer'],
  see_recoveries: ['administrator', 'case_officer'],
  stop_recovery: ['administrator', 'case_officer'],
  stop_recovery_by_link: ['public'],
  complete_recovery: ['public'],
} as const satisfies Authority

const TEXT = text(500)
const NOTHING = Type.Object({})

export function recoveryRoutes(identity: Identity): readonly Route<FactorRecoveryRefusal>[] {
  return [
    route({
      method: 'POST',
      url: '/api/second-factor-recoveries',
      command: 'open_recovery',
      personal: true,
      summary:
        'Ask that the second factor of somebody who lost it be removed, in a day and with the knowledge of all concerned',
      body: Type.Object({ email: TEXT }),
      done: Type.Object({ recovery: ID, ready_at: INSTANT }),
      run: async ({ actor, once, body }) => await openRecovery({ ...identity, once }, actor, body),
    }),
    route({
      method: 'GET',
      url: '/api/second-factor-recoveries',
      command: 'see_recoveries',
      summary: 'The recoveries that run or wait to be completed',
      done: Type.Object({
        recoveries: Type.Array(
          Type.Object({
            id: ID,
            person_id: ID,
            name: Type.String(),
            opened_at: INSTANT,
            ready_at: INSTANT,
            expires_at: INSTANT,
          }),
        ),
      }),
      run: async ({ actor }) => {
        const recoveries = (await seeRecoveries(identity, actor)).map(
          ({ id, person_id, name, opened_at, ready_at, expires_at }) => {
            return { id, person_id, name, opened_at, ready_at, expires_at }
          },
        )
        return { done: { recoveries } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/second-factor-recoveries/stop',
      command: 'stop_recovery',
      personal: true,
      summary: 'Stop a recovery',
      body: Type.Object({ recovery: ID }),
      done: NOTHING,
      run: async ({ actor, once, body }) => await stopRecovery({ ...identity, once }, actor, body),
    }),
    route({
      method: 'POST',
      url: '/api/recovery/second-factor/stop',
      command: 'stop_recovery_by_link',
      keyless: true,
      summary: 'Stop a recovery with the link of a letter',
      body: Type.Object({ token: TEXT }),
      done: NOTHING,
      run: async ({ body }) => await stopRecoveryByLink(identity, body),
    }),
    route({
      method: 'POST',
      url: '/api/recovery/second-factor',
      command: 'complete_recovery',
      keyless: true,
      summary: 'Remove one’s lost second factor once the day is over, with the link of the letter and the password',
      body: Type.Object({ token: TEXT, password: TEXT }),
      done: NOTHING,
      run: async ({ visitor, body }) => await completeRecovery(identity, visitor, body),
    }),
  ]
}
