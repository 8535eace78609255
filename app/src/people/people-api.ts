/** Organizations, their people, invitations and keys. */
import { Type } from 'typebox'
import type { Authority } from '../kernel/authority.ts'
import { DAY, ID, INSTANT, oneOf, orNull, text } from '../kernel/field-schemas.ts'
import type { KeyCommand } from '../kernel/key-scope.ts'
import { type Route, route } from '../kernel/route.ts'
import { acceptInvitation, seeInvitation } from './accept-invitation.ts'
import { changeRole } from './change-role.ts'
import { delegationRoutes, delegationsAuthority } from './delegations-api.ts'
import { DOOR_EVENT } from './door-schema.ts'
import { endMembership, seePeople } from './end-membership.ts'
import { endSessionsOf } from './end-sessions-of.ts'
import { invitePerson, withdrawInvitation } from './invite-person.ts'
import { issueApiKey, MOST_DAYS, revokeApiKey, seeApiKeys, USUAL_DAYS } from './issue-api-key.ts'
import type { Identity } from './open-identity.ts'
import type { PeopleRouteRefusal } from './people-problems.ts'
import { recoveriesAuthority, recoveryRoutes } from './recoveries-api.ts'
import { seeSignIns } from './see-sign-ins.ts'
import { registerOrganization } from './register-organization.ts'

export const peopleAuthority = {
  register_organization: ['case_officer'],
  invite_person: ['administrator', 'case_officer'],
  withdraw_invitation: ['administrator'],
  see_invitation: ['public'],
  accept_invitation: ['public'],
  see_people: ['administrator'],
  see_sign_ins: ['administrator'],
  change_role: ['administrator'],
  end_membership: ['administrator'],
  end_sessions_of: ['administrator'],
  issue_api_key: ['administrator'],
  see_api_keys: ['administrator'],
  revoke_api_key: ['administrator'],
  ...delegationsAuthority,
  ...recoveriesAuthority,
} as const satisfies Authority

const TEXT = text(500)
const NOTHING = Type.Object({})
const INVITED = { invitation: ID, expires_at: INSTANT }

/** `offered` is asked when a key is issued: by then all routes are known. */
export function peopleRoutes(
  identity: Identity,
  offered: () => readonly KeyCommand[],
): readonly Route<PeopleRouteRefusal>[] {
  return [
    ...memberRoutes(identity),
    ...invitationRoutes(identity),
    ...keyRoutes(identity, offered),
    ...delegationRoutes(identity),
    ...recoveryRoutes(identity),
  ]
}

function memberRoutes(identity: Identity): readonly Route<PeopleRouteRefusal>[] {
  return [
    route({
      method: 'POST',
      url: '/api/organizations',
      command: 'register_organization',
      personal: true,
      summary: 'Register an organization and invite who is to administer it',
      body: Type.Object({
        name: TEXT,
        kind: oneOf('manufacturer', 'accountant', 'laboratory', 'customs', 'telecom', 'supplier', 'public'),
        administrator_email: TEXT,
      }),
      done: Type.Object({ organization: ID, ...INVITED }),
      run: async ({ actor, once, body }) => await registerOrganization({ ...identity, once }, actor, body),
    }),
    route({
      method: 'GET',
      url: '/api/people',
      command: 'see_people',
      summary: 'Who belongs to one’s organization, and who is invited',
      done: Type.Object({
        members: Type.Array(
          Type.Object({
            id: ID,
            person_id: ID,
            name: Type.String(),
            email: Type.String(),
            role: Type.String(),
            began_at: INSTANT,
          }),
        ),
        invitations: Type.Array(
          Type.Object({
            id: ID,
            email: Type.String(),
            role: Type.String(),
            invited_at: INSTANT,
            expires_at: INSTANT,
          }),
        ),
      }),
      run: async ({ actor }) => {
        const { members, invitations } = await seePeople(identity, actor)
        return { done: { members: [...members], invitations: [...invitations] } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/people/sign-ins',
      command: 'see_sign_ins',
      summary: 'What happened at the accounts of the people of one’s organization, the newest first',
      done: Type.Object({
        events: Type.Array(Type.Object({ person_id: ID, name: Type.String(), ...DOOR_EVENT })),
      }),
      run: async ({ actor }) => ({ done: { events: await seeSignIns(identity, actor) } }),
    }),
    route({
      method: 'POST',
      url: '/api/people/role',
      command: 'change_role',
      summary: 'Give somebody of one’s organization another role',
      body: Type.Object({ membership: ID, role: TEXT }),
      done: Type.Object({ membership: ID }),
      run: async ({ actor, once, body }) => await changeRole({ ...identity, once }, actor, body),
    }),
    route({
      method: 'POST',
      url: '/api/people/end',
      command: 'end_membership',
      summary: 'End a membership',
      body: Type.Object({ membership: ID }),
      done: NOTHING,
      run: async ({ actor, once, body }) => await endMembership({ ...identity, once }, actor, body),
    }),
    route({
      method: 'POST',
      url: '/api/people/sessions/end',
      command: 'end_sessions_of',
      summary: 'End all sessions of somebody of one’s organization, who then signs in anew',
      body: Type.Object({ membership: ID }),
      done: Type.Object({ ended: Type.Integer() }),
      run: async ({ actor, once, body }) => await endSessionsOf({ ...identity, once }, actor, body),
    }),
  ]
}

function invitationRoutes(identity: Identity): readonly Route<PeopleRouteRefusal>[] {
  return [
    route({
      method: 'POST',
      url: '/api/invitations',
      command: 'invite_person',
      personal: true,
      summary: 'Invite somebody to a role',
      body: Type.Object({ email: TEXT, role: TEXT, organization: Type.Optional(ID) }),
      done: Type.Object(INVITED),
      run: async ({ actor, once, body }) => await invitePerson({ ...identity, once }, actor, body),
    }),
    route({
      method: 'POST',
      url: '/api/invitations/withdraw',
      command: 'withdraw_invitation',
      summary: 'Take an invitation back',
      body: Type.Object({ invitation: ID }),
      done: NOTHING,
      run: async ({ actor, once, body }) => await withdrawInvitation({ ...identity, once }, actor, body),
    }),
    route({
      method: 'POST',
      url: '/api/invitations/see',
      command: 'see_invitation',
      summary: 'What an invitation is to, by the token in its link',
      keyless: true,
      body: Type.Object({ token: TEXT }),
      done: Type.Object({
        email: Type.String(),
        role: Type.String(),
        kind: Type.String(),
        organization_name: Type.String(),
        expires_at: INSTANT,
        is_known_person: Type.Boolean(),
      }),
      run: async ({ body }) => await seeInvitation(identity, body),
    }),
    route({
      method: 'POST',
      url: '/api/invitations/accept',
      command: 'accept_invitation',
      summary: 'Accept an invitation; who is not known yet says his name and chooses a password',
      keyless: true,
      body: Type.Object({ token: TEXT, name: Type.Optional(TEXT), password: Type.Optional(TEXT) }),
      done: Type.Object({ email: Type.String() }),
      run: async ({ visitor, body }) => await acceptInvitation(identity, visitor, body),
    }),
  ]
}

function keyRoutes(identity: Identity, offered: () => readonly KeyCommand[]): readonly Route<PeopleRouteRefusal>[] {
  return [
    route({
      method: 'POST',
      url: '/api/keys',
      command: 'issue_api_key',
      summary: 'Issue a key with which a program acts for one’s organization',
      keyless: true,
      body: Type.Object({
        name: TEXT,
        role: TEXT,
        commands: Type.Optional(
          Type.Array(TEXT, { maxItems: 200, description: 'What it is to do beside reading. Nothing, unless said.' }),
        ),
        days: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: MOST_DAYS,
            description: `For how many days it holds; ${USUAL_DAYS} unless said.`,
          }),
        ),
      }),
      done: Type.Object({ id: ID, key: Type.String(), expires_on: DAY }),
      run: async ({ actor, body: { commands = [], days = USUAL_DAYS, ...named } }) =>
        await issueApiKey(identity, offered(), actor, { ...named, commands, days }),
    }),
    route({
      method: 'GET',
      url: '/api/keys',
      command: 'see_api_keys',
      summary: 'The keys of one’s organization',
      done: Type.Object({
        keys: Type.Array(
          Type.Object({
            id: ID,
            name: Type.String(),
            role: Type.String(),
            commands: Type.Array(Type.String()),
            issued_at: INSTANT,
            expires_on: DAY,
            last_used_on: orNull(DAY),
            revoked_at: orNull(INSTANT),
          }),
        ),
      }),
      run: async ({ actor }) => ({ done: { keys: await seeApiKeys(identity, actor) } }),
    }),
    route({
      method: 'POST',
      url: '/api/keys/revoke',
      command: 'revoke_api_key',
      summary: 'Revoke a key',
      body: Type.Object({ key: ID }),
      done: NOTHING,
      run: async ({ actor, once, body }) => await revokeApiKey({ ...identity, once }, actor, body),
    }),
  ]
}
