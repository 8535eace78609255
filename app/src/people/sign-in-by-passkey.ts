/** Signing in with a passkey: the device, and what unlocks it, are both factors at once. */
import type { Outcome } from '../kernel/outcome.ts'
import type { BrowserOrders } from '../kernel/route.ts'
import type { Visitor } from '../kernel/visitor.ts'
import type { PasskeyAsked } from '../pages/passkey-button.tsx'
import { askAuth, headersOf } from './ask-auth.ts'
import { beginTry, byAddress, forgive, bySecondFactor, type LockedOut } from './count-tries.ts'
import { noteAtDoor } from './note-sign-in.ts'
import type { Identity } from './open-identity.ts'
import type { Purpose } from './passkey-ticket.ts'
import { findPasskey } from './passkeys-table.ts'
import { recordSignIn } from './sign-in.ts'
import { endRecoveryOf } from './stop-recovery.ts'
import { askForPasskey, checkPasskey, type PasskeyRefused, readSaid } from './use-passkey.ts'

const SIGN_IN: Purpose = { purpose: 'sign_in', person: '', signed_hash: '' }

export async function askToSignIn(identity: Identity): Promise<PasskeyAsked | undefined> {
  return await askForPasskey(identity, SIGN_IN, 'passkey')
}

export async function signInByPasskey(
  identity: Identity,
  visitor: Visitor,
  input: { readonly passkey: string },
): Promise<Outcome<Record<string, never>, PasskeyRefused | LockedOut> & BrowserOrders> {
  const address = byAddress(visitor.address)
  const locked = await beginTry(identity, [address])
  if (locked !== undefined) return { refused: locked }
  const checked = await checkPasskey(identity, SIGN_IN, input.passkey)
  if ('refused' in checked) {
    const named = readSaid(input.passkey)
    const passkey = named === undefined ? undefined : await findPasskey(identity.authPool, named.response.id)
    if (passkey !== undefined)
      await noteAtDoor(identity, visitor, { person: passkey.person_id }, { what: 'refused', means: 'passkey' })
    return checked
  }
  const person = checked.done.passkey.person_id
  const body = { person }
  const begun = await askAuth(
    identity.auth.api.beginSession({ body, headers: headersOf(visitor), returnHeaders: true }),
  )
  if (begun === undefined) return { refused: { code: 'passkey_refused' } }
  await forgive(identity, bySecondFactor(person), address)
  await endRecoveryOf(identity, person, 'factor')
  await recordSignIn(identity, visitor, person, 'passkey')
  return { done: {}, cookies: begun.cookies }
}
