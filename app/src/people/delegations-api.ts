/** What firms let their accountants do, for programs. */
import { Type } from 'typebox'
import type { Authority } from '../kernel/authority.ts'
import { DAY, ID, INSTANT, oneOf, orNull, text } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import type { NamedDelegation } from './delegations-table.ts'
import {
  endDelegation,
  giveDelegation,
  type DelegationRefusal,
  MOST_DELEGATED_DAYS,
  seeDelegations,
} from './give-delegation.ts'
import type { Identity } from './open-identity.ts'
import { seeClients } from './see-clients.ts'

export const delegationsAuthority = {
  see_delegations: ['administrator'],
  give_delegation: ['administrator'],
  end_delegation: ['administrator'],
  see_clients: ['accountant'],
} as const satisfies Authority

const POWER = oneOf('returns', 'decisions', 'notices', 'models')
const DELEGATION = {
  id: ID,
  organization_id: ID,
  organization_name: Type.String(),
  accountant_id: ID,
  accountant_name: Type.String(),
  powers: Type.Array(POWER),
  given_at: INSTANT,
  expires_on: DAY,
}

function shown(one: NamedDelegation) {
  const { id, organization_id, organization_name, accountant_id, accountant_name, powers, given_at, expires_on } = one
  return { id, organization_id, organization_name, accountant_id, accountant_name, powers, given_at, expires_on }
}

export function delegationRoutes(identity: Identity): readonly Route<DelegationRefusal>[] {
  return [
    route({
      method: 'GET',
      url: '/api/delegations',
      command: 'see_delegations',
      summary: 'What one’s firm lets accountants do, or one’s firm of accountants was let do; and whom one may choose',
      done: Type.Object({
        delegations: Type.Array(Type.Object({ ...DELEGATION, ended_at: orNull(INSTANT) })),
        accountants: Type.Array(Type.Object({ id: ID, name: Type.String() })),
      }),
      run: async ({ actor }) => {
        const { delegations, accountants } = await seeDelegations(identity, actor)
        return {
          done: { delegations: delegations.map((one) => ({ ...shown(one), ended_at: one.ended_at })), accountants },
        }
      },
    }),
    route({
      method: 'POST',
      url: '/api/delegations',
      command: 'give_delegation',
      personal: true,
      summary: 'Let an accountant do some of one’s firm’s work for a time, instead of what he was let do before',
      body: Type.Object({
        accountant: ID,
        powers: Type.Array(text(20), { maxItems: 10, description: 'Of: returns, decisions, notices, models.' }),
        days: Type.Integer({ minimum: 1, maximum: MOST_DELEGATED_DAYS }),
      }),
      done: Type.Object({ delegation: ID, expires_on: DAY }),
      run: async ({ actor, once, body }) => await giveDelegation({ ...identity, once }, actor, body),
    }),
    route({
      method: 'POST',
      url: '/api/delegations/end',
      command: 'end_delegation',
      personal: true,
      summary: 'End what an accountant may do, for the firm or for the accountant',
      body: Type.Object({ delegation: ID }),
      done: Type.Object({}),
      run: async ({ actor, once, body }) => await endDelegation({ ...identity, once }, actor, body),
    }),
    route({
      method: 'GET',
      url: '/api/clients',
      command: 'see_clients',
      summary: 'The firms for which one may act as their accountant; POST /api/self/act-for chooses one',
      done: Type.Object({ clients: Type.Array(Type.Object({ ...DELEGATION, is_acting: Type.Boolean() })) }),
      run: async ({ actor }) => {
        const clients = await seeClients(identity, actor)
        return { done: { clients: clients.map((one) => ({ ...shown(one), is_acting: one.is_acting })) } }
      },
    }),
  ]
}
