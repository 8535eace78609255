/** Passkeys, for programs that stand in for a browser: what a device is asked, and what it says. */
import { Type } from 'typebox'
import type { Authority } from '../kernel/authority.ts'
import { INSTANT, oneOf, orNull, text } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import { whoIAm } from './act-for.ts'
import { addPasskey, type AddingRefusal, askForNewPasskey, removePasskey, seePasskeys } from './add-passkey.ts'
import type { LockedOut } from './count-tries.ts'
import type { Identity } from './open-identity.ts'
import { askToSignIn, signInByPasskey } from './sign-in-by-passkey.ts'
import { LONGEST_SAID } from './use-passkey.ts'

export const passkeysAuthority = {
  ask_for_passkey: ['public'],
  sign_in_by_passkey: ['public'],
  see_passkeys: ['public'],
  add_passkey: ['public'],
  remove_passkey: ['public'],
} as const satisfies Authority

const SAID = Type.String({
  minLength: 1,
  maxLength: LONGEST_SAID,
  description:
    'JSON: {"ticket": …, "response": …}, the ticket as it was given and the answer of the device as WebAuthn writes it.',
})
const ASKED = Type.Object({
  kind: oneOf('create', 'get'),
  field: Type.String(),
  ticket: Type.String(),
  options: Type.Record(Type.String(), Type.Unknown()),
})
const NOTHING = Type.Object({})

export function passkeyRoutes(identity: Identity): readonly Route<AddingRefusal | LockedOut>[] {
  return [
    route({
      method: 'GET',
      url: '/api/sign-in/passkey',
      command: 'ask_for_passkey',
      summary: 'What a device is asked, to sign in with a passkey',
      done: orNull(ASKED),
      run: async () => ({ done: (await askToSignIn(identity)) ?? null }),
    }),
    route({
      method: 'POST',
      url: '/api/sign-in/passkey',
      command: 'sign_in_by_passkey',
      summary: 'Sign in with what a device says',
      body: Type.Object({ passkey: SAID }),
      done: NOTHING,
      run: async ({ visitor, body }) => await signInByPasskey(identity, visitor, body),
    }),
    route({
      method: 'GET',
      url: '/api/self/passkeys',
      command: 'see_passkeys',
      summary: 'One’s own passkeys, and what a device is asked to make another',
      done: Type.Object({
        passkeys: Type.Array(
          Type.Object({
            id: Type.String(),
            name: Type.String(),
            added_at: INSTANT,
            last_used_at: orNull(INSTANT),
          }),
        ),
        another: orNull(ASKED),
      }),
      run: async ({ actor, visitor }) => {
        const self = await whoIAm(identity, visitor)
        if (self === undefined) return { refused: { code: 'sign_in_needed' } }
        const another = await askForNewPasskey(identity, actor, self.person)
        return { done: { passkeys: await seePasskeys(identity, actor), another: another ?? null } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/self/passkeys',
      command: 'add_passkey',
      summary: 'Keep a new passkey; takes the password, where there is one, and a code',
      body: Type.Object({ name: text(500), password: Type.Optional(text(500)), code: text(20), passkey: SAID }),
      done: NOTHING,
      run: async ({ actor, visitor, body }) => await addPasskey(identity, actor, visitor, { password: '', ...body }),
    }),
    route({
      method: 'POST',
      url: '/api/self/passkeys/remove',
      command: 'remove_passkey',
      summary: 'Remove one of one’s passkeys; takes a code',
      body: Type.Object({ id: text(1400), code: text(20) }),
      done: NOTHING,
      run: async ({ actor, visitor, body }) => await removePasskey(identity, actor, visitor, body),
    }),
  ]
}
