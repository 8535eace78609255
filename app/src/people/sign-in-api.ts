/** Signing in and out, one's own sessions and second factor. */
import { Type } from 'typebox'
import type { Authority } from '../kernel/authority.ts'
import { ID, INSTANT, orNull, text } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import { actFor, whoIAm } from './act-for.ts'
import type { Identity } from './open-identity.ts'
import type { PeopleRouteRefusal } from './people-problems.ts'
import { changePassword } from './change-password.ts'
import { recoverPassword, requestRecovery } from './recover-password.ts'
import { passkeyRoutes, passkeysAuthority } from './passkeys-api.ts'
import { DOOR_EVENT } from './door-schema.ts'
import { seeOwnSignIns } from './see-sign-ins.ts'
import { endSessions, seeSessions } from './see-sessions.ts'
import { beginSecondFactor, confirmSetUp, removeSecondFactor } from './set-up-second-factor.ts'
import { finishSignIn, signIn, signOut } from './sign-in.ts'
import { finishOpenId, startOpenId } from './sign-in-by-openid.ts'

/** All of them are anybody's: what they are about is who asks, and each refuses who has not signed in where that is needed. */
export const signInAuthority = {
  sign_in: ['public'],
  finish_sign_in: ['public'],
  sign_out: ['public'],
  start_openid: ['public'],
  finish_openid: ['public'],
  see_oneself: ['public'],
  act_for: ['public'],
  see_own_sign_ins: ['public'],
  see_sessions: ['public'],
  end_sessions: ['public'],
  choose_letters: ['public'],
  begin_second_factor: ['public'],
  set_up_second_factor: ['public'],
  remove_second_factor: ['public'],
  change_password: ['public'],
  request_recovery: ['public'],
  recover_password: ['public'],
  ...passkeysAuthority,
} as const satisfies Authority

const TEXT = text(500)
const NOTHING = Type.Object({})
const ACTING = Type.Object({ organization_id: ID, organization_name: Type.String(), role: Type.String() })
const STEP = Type.Object({ second_factor_needed: Type.Boolean() })
const SESSION = Type.Object({
  id: ID,
  began_at: INSTANT,
  ends_at: INSTANT,
  address: Type.String(),
  agent: Type.String(),
  is_this_one: Type.Boolean(),
})

export function signInRoutes(identity: Identity): readonly Route<PeopleRouteRefusal>[] {
  const routes = [
    ...doorRoutes(identity),
    ...selfRoutes(identity),
    ...secondFactorRoutes(identity),
    ...passkeyRoutes(identity),
  ]
  return routes.map((one) => ({ ...one, keyless: true }))
}

function doorRoutes(identity: Identity): readonly Route<PeopleRouteRefusal>[] {
  return [
    route({
      method: 'POST',
      url: '/api/sign-in',
      command: 'sign_in',
      summary: 'Sign in with a password',
      body: Type.Object({ email: TEXT, password: TEXT }),
      done: STEP,
      run: async ({ visitor, body }) => await signIn(identity, visitor, body),
    }),
    route({
      method: 'POST',
      url: '/api/sign-in/second-factor',
      command: 'finish_sign_in',
      summary: 'Finish signing in with a code of the second factor, or with a recovery code',
      body: Type.Object({ code: Type.Optional(TEXT), recovery_code: Type.Optional(TEXT) }),
      done: STEP,
      run: async ({ visitor, body }) => await finishSignIn(identity, visitor, eitherCode(body)),
    }),
    route({
      method: 'POST',
      url: '/api/sign-out',
      command: 'sign_out',
      summary: 'End this session',
      done: NOTHING,
      run: async ({ actor, visitor }) => await signOut(identity, actor, visitor),
    }),
    route({
      method: 'POST',
      url: '/api/sign-in/openid',
      command: 'start_openid',
      summary: 'Go to the OpenID provider to sign in there',
      done: NOTHING,
      run: async ({ visitor }) => await startOpenId(identity, visitor),
    }),
    route({
      method: 'GET',
      url: '/api/auth/callback/openid',
      command: 'finish_openid',
      summary: 'Where the OpenID provider sends the browser back',
      query: Type.Object({}, { additionalProperties: Type.String({ maxLength: 4000 }) }),
      done: NOTHING,
      run: async ({ visitor, query }) =>
        await finishOpenId(identity, visitor, query as Readonly<Record<string, string>>),
    }),
    route({
      method: 'POST',
      url: '/api/recovery',
      command: 'request_recovery',
      summary: 'Ask for a link with which a forgotten password is replaced',
      body: Type.Object({ email: TEXT }),
      done: NOTHING,
      run: async ({ visitor, body }) => await requestRecovery(identity, visitor, body),
    }),
    route({
      method: 'POST',
      url: '/api/recovery/password',
      command: 'recover_password',
      summary: 'Choose a new password with the link that was sent',
      body: Type.Object({ token: TEXT, password: TEXT }),
      done: NOTHING,
      run: async ({ visitor, body }) => await recoverPassword(identity, visitor, body),
    }),
  ]
}

function selfRoutes(identity: Identity): readonly Route<PeopleRouteRefusal>[] {
  return [
    route({
      method: 'GET',
      url: '/api/self',
      command: 'see_oneself',
      summary: 'Who has signed in, for whom he acts and may act',
      done: Type.Object({
        person: Type.Object({ id: ID, name: Type.String(), email: Type.String() }),
        lacks_factor: Type.Boolean({
          description: 'Here everybody needs a second factor: who has none acts for nobody until it is set up.',
        }),
        acting_for: orNull(Type.Object({ ...ACTING.properties, through: orNull(Type.String()) })),
        memberships: Type.Array(ACTING),
      }),
      run: async ({ visitor }) => {
        const self = await whoIAm(identity, visitor)
        return self === undefined
          ? { refused: { code: 'sign_in_needed' } }
          : { done: { ...self, memberships: [...self.memberships] } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/self/act-for',
      command: 'act_for',
      summary:
        'Act for another of the organizations to which one belongs, or for a client of one’s firm of accountants',
      body: Type.Object({ organization: ID }),
      done: Type.Object({ role: Type.String() }),
      run: async ({ visitor, body }) => await actFor(identity, visitor, body),
    }),
    route({
      method: 'GET',
      url: '/api/self/sign-ins',
      command: 'see_own_sign_ins',
      summary: 'What happened at one’s account, the newest first',
      done: Type.Object({ events: Type.Array(Type.Object(DOOR_EVENT)) }),
      run: async ({ actor }) => ({ done: { events: await seeOwnSignIns(identity, actor) } }),
    }),
    route({
      method: 'GET',
      url: '/api/self/sessions',
      command: 'see_sessions',
      summary: 'Where one is signed in',
      done: Type.Object({ sessions: Type.Array(SESSION) }),
      run: async ({ visitor }) => ({ done: { sessions: [...(await seeSessions(identity, visitor))] } }),
    }),
    route({
      method: 'POST',
      url: '/api/self/sessions/end',
      command: 'end_sessions',
      summary: 'End one of one’s sessions, or all but this one',
      body: Type.Object({ session: Type.Optional(ID) }),
      done: Type.Object({ ended: Type.Integer() }),
      run: async ({ actor, visitor, body: { session } }) =>
        await endSessions(identity, actor, visitor, session === undefined ? { all_others: true } : { session }),
    }),
    route({
      method: 'POST',
      url: '/api/self/password',
      command: 'change_password',
      summary: 'Choose another password, with the one that one has; all sessions end but this',
      body: Type.Object({ current_password: TEXT, password: TEXT }),
      done: NOTHING,
      run: async ({ actor, visitor, body }) => await changePassword(identity, actor, visitor, body),
    }),
  ]
}

function secondFactorRoutes(identity: Identity): readonly Route<PeopleRouteRefusal>[] {
  return [
    route({
      method: 'POST',
      url: '/api/self/second-factor',
      command: 'begin_second_factor',
      summary: 'Begin to set up a second factor',
      body: Type.Object({ password: Type.Optional(TEXT) }),
      done: Type.Object({ uri: Type.String(), recovery_codes: Type.Array(Type.String()) }),
      run: async ({ actor, visitor, body }) => {
        const outcome = await beginSecondFactor(identity, actor, visitor, body)
        if ('refused' in outcome) return outcome
        return { done: { ...outcome.done, recovery_codes: [...outcome.done.recovery_codes] } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/self/second-factor/confirm',
      command: 'set_up_second_factor',
      summary: 'Confirm the second factor with its first code',
      body: Type.Object({ code: TEXT }),
      done: NOTHING,
      run: async ({ actor, visitor, body }) => await confirmSetUp(identity, actor, visitor, body),
    }),
    route({
      method: 'POST',
      url: '/api/self/second-factor/remove',
      command: 'remove_second_factor',
      summary: 'Remove the second factor, to set up another',
      body: Type.Object({
        password: Type.Optional(TEXT),
        code: Type.Optional(TEXT),
        recovery_code: Type.Optional(TEXT),
      }),
      done: NOTHING,
      run: async ({ actor, visitor, body: { password, ...codes } }) =>
        await removeSecondFactor(identity, actor, visitor, {
          ...(password === undefined ? {} : { password }),
          ...eitherCode(codes),
        }),
    }),
  ]
}

function eitherCode({ code = '', recovery_code }: { readonly code?: string; readonly recovery_code?: string }) {
  return recovery_code === undefined ? { code } : { recovery_code }
}
