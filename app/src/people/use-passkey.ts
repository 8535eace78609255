/** Asking for a passkey, and holding what the device says against everything that could be wrong with it. */
import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Outcome } from '../kernel/outcome.ts'
import type { PasskeyAsked } from '../pages/passkey-button.tsx'
import type { Identity } from './open-identity.ts'
import { challengeOf, isTicket, makeTicket, type Purpose, TICKET_MS } from './passkey-ticket.ts'
import { claimTicket, findPasskey, notePasskeyUse, type Passkey, passkeysOf } from './passkeys-table.ts'

export interface PasskeyRefused {
  readonly code: 'passkey_refused'
}

const REFUSED = { refused: { code: 'passkey_refused' } } as const

/** What a device said: which ticket it was given, and its answer. */
export interface Said<R> {
  readonly ticket: string
  readonly response: R
}

export const LONGEST_SAID = 4000
/** The name of a passkey, in base64url. */
const CREDENTIAL = /^[\w-]+$/

/** Undefined where it is not what the page sends. */
export function readSaid<R extends { readonly id: string }>(text: string): Said<R> | undefined {
  if (text.length > LONGEST_SAID) return undefined
  try {
    const { ticket, response } = JSON.parse(text) as Partial<Said<Partial<R>>>
    const isRead = typeof ticket === 'string' && typeof response?.id === 'string' && CREDENTIAL.test(response.id)
    return isRead ? { ticket, response: response as R } : undefined
  } catch {
    return undefined
  }
}

/** To sign in, of anybody; to sign, of whoever has one. */
export async function askForPasskey(
  { authPool, publicAddress, secret, clock }: Identity,
  asked: Purpose,
  field: string,
): Promise<PasskeyAsked | undefined> {
  const passkeys = asked.person === '' ? [] : await passkeysOf(authPool, asked.person)
  if (asked.person !== '' && passkeys.length === 0) return undefined
  const ticket = makeTicket(secret, asked, clock())
  const options = {
    challenge: challengeOf(asked, ticket),
    rpId: publicAddress.hostname,
    allowCredentials: passkeys.map(({ id, transports }) => ({ id, type: 'public-key', transports })),
    userVerification: 'required',
    timeout: TICKET_MS[asked.purpose],
  }
  return { kind: 'get', field, ticket, options }
}

export interface Checked {
  readonly passkey: Passkey
  readonly said: Said<AuthenticationResponseJSON>
}

/**
 * That one of his devices was asked this by us, a short time ago and at our address, that it knew who held it, and that it answers this once. The
 * same refusal for all that is wrong.
 */
export async function checkPasskey(
  { authPool, publicAddress, secret, clock }: Identity,
  asked: Purpose,
  text: string,
): Promise<Outcome<Checked, PasskeyRefused>> {
  const said = readSaid<AuthenticationResponseJSON>(text)
  const passkey = said === undefined ? undefined : await findPasskey(authPool, said.response.id)
  if (said === undefined || passkey === undefined) return REFUSED
  const { id, person_id, public_key, counter } = passkey
  if (asked.person !== '' && person_id !== asked.person) return REFUSED
  const now = clock()
  if (!isTicket(secret, asked, said.ticket, now)) return REFUSED
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: said.response,
      expectedChallenge: challengeOf(asked, said.ticket),
      expectedOrigin: publicAddress.origin,
      expectedRPID: publicAddress.hostname,
      credential: { id, publicKey: new Uint8Array(public_key), counter },
      requireUserVerification: true,
    })
    const { userHandle } = said.response.response
    const isHis = userHandle === undefined || userHandle === handleOf(person_id)
    if (!verified || !isHis) return REFUSED
    const until = new Date(now + TICKET_MS[asked.purpose])
    if (!(await claimTicket(authPool, said.ticket, new Date(now), until))) return REFUSED
    if (!(await notePasskeyUse(authPool, id, authenticationInfo.newCounter, new Date(now)))) return REFUSED
    return { done: { passkey, said } }
  } catch (error) {
    // The library throws what is wrong with the answer; the database what is wrong with us.
    if (error instanceof Error && !('severity' in error)) return REFUSED
    throw error
  }
}

/** Under which a device keeps whose the passkey is. */
export function handleOf(person: string): string {
  return Buffer.from(person).toString('base64url')
}
