/** One's own passkeys: adding one, seeing them, removing one. They stand beside the codes of the second factor, never instead of them. */
import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server'
import { recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import type { PasskeyAsked } from '../pages/passkey-button.tsx'
import { beginTry, bySecondFactor } from './count-tries.ts'
import { type NameMissing, readName } from './membership.ts'
import { noteAtDoor } from './note-sign-in.ts'
import type { Identity } from './open-identity.ts'
import { challengeOf, isTicket, makeTicket, type Purpose, TICKET_MS } from './passkey-ticket.ts'
import { claimTicket, deletePasskey, insertPasskey, passkeysOf } from './passkeys-table.ts'
import { confirmSecondFactor, hasSecondFactor, type SecondFactorRefusal } from './set-up-second-factor.ts'
import { handleOf, type PasskeyRefused, readSaid } from './use-passkey.ts'

export type AddingRefusal = SecondFactorRefusal | PasskeyRefused | NameMissing | { readonly code: 'passkey_unknown' }

const MOST_PASSKEYS = 10

export interface SeenPasskey {
  readonly id: string
  readonly name: string
  readonly added_at: string
  readonly last_used_at: string | null
}

export async function seePasskeys({ authPool }: Identity, { person }: Actor): Promise<readonly SeenPasskey[]> {
  if (!isId(person)) return []
  return (await passkeysOf(authPool, person)).map(({ id, name, added_at, last_used_at }) => ({
    id,
    name,
    added_at: instantText(added_at.getTime()),
    last_used_at: last_used_at === null ? null : instantText(last_used_at.getTime()),
  }))
}

function addingOf(person: string): Purpose {
  return { purpose: 'add', person, signed_hash: '' }
}

/** Undefined where codes are not set up, without which there is none, or where he has as many as he may. */
export async function askForNewPasskey(
  identity: Identity,
  actor: Actor,
  named: { readonly name: string; readonly email: string },
): Promise<PasskeyAsked | undefined> {
  const { person } = actor
  if (!(await hasSecondFactor(identity, actor))) return undefined
  const passkeys = await passkeysOf(identity.authPool, person)
  if (passkeys.length >= MOST_PASSKEYS) return undefined
  const { publicAddress, secret, clock } = identity
  const ticket = makeTicket(secret, addingOf(person), clock())
  const options = {
    challenge: challengeOf(addingOf(person), ticket),
    rp: { id: publicAddress.hostname, name: 'Maqami' },
    user: { id: handleOf(person), name: named.email, displayName: named.name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' })),
    excludeCredentials: passkeys.map(({ id, transports }) => ({ id, type: 'public-key', transports })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
    timeout: TICKET_MS.add,
  }
  return { kind: 'create', field: 'passkey', ticket, options }
}

/** Ed25519, ECDSA with P-256, and RSA with SHA-256 for older devices. */
const ALGORITHMS = [-8, -7, -257]

/** With the password, where he has one, and a code: who only found the session adds none. */
export async function addPasskey(
  identity: Identity,
  actor: Actor,
  visitor: Visitor,
  input: { readonly name: string; readonly password: string; readonly code: string; readonly passkey: string },
): Promise<Outcome<Record<string, never>, AddingRefusal>> {
  const { person } = actor
  if (!isId(person)) return { refused: { code: 'sign_in_needed' } }
  const name = readName(input.name)
  if (name === undefined) return { refused: { code: 'name_missing', place: '/body/name' } }
  const made = await checkNew(identity, person, input.passkey)
  if (made === undefined) return { refused: { code: 'passkey_refused' } }
  const confirmed = await confirmPerson(identity, person, input)
  if ('refused' in confirmed) return confirmed
  const now = identity.clock()
  const { ticket, credential } = made
  const isKept =
    (await claimTicket(identity.authPool, ticket, new Date(now), new Date(now + TICKET_MS.add))) &&
    (await insertPasskey(
      identity.authPool,
      {
        id: credential.id,
        person_id: person,
        name,
        public_key: credential.publicKey,
        counter: credential.counter,
        transports: credential.transports ?? [],
        added_at: new Date(now),
      },
      MOST_PASSKEYS,
    ))
  if (!isKept) return { refused: { code: 'passkey_refused' } }
  await recordCommand(identity, actor, 'add_passkey', async () => {
    return await Promise.resolve({ done: undefined, subject: person, details: { passkey: credential.id, name } })
  })
  await noteAtDoor(identity, visitor, { person }, { what: 'passkey_added' })
  return { done: {} }
}

async function checkNew({ publicAddress, secret, clock }: Identity, person: string, text: string) {
  const said = readSaid<RegistrationResponseJSON>(text)
  if (said === undefined || !isTicket(secret, addingOf(person), said.ticket, clock())) return undefined
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: said.response,
      expectedChallenge: challengeOf(addingOf(person), said.ticket),
      expectedOrigin: publicAddress.origin,
      expectedRPID: publicAddress.hostname,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    return registrationInfo && { ticket: said.ticket, credential: registrationInfo.credential }
  } catch {
    return undefined
  }
}

/** Anew, whatever session he is in. Who signs in by OpenID only has no password to give. */
async function confirmPerson(
  identity: Identity,
  person: string,
  { password, code }: { readonly password: string; readonly code: string },
): Promise<Outcome<unknown, SecondFactorRefusal>> {
  const { internalAdapter, password: passwords } = await identity.auth.$context
  const hash = (await internalAdapter.findAccounts(person)).find((one) => one.providerId === 'credential')?.password
  if (typeof hash === 'string') {
    const locked = await beginTry(identity, [bySecondFactor(person)])
    if (locked !== undefined) return { refused: locked }
    if (!(await passwords.verify({ hash, password }))) return { refused: { code: 'password_wrong' } }
  }
  return await confirmSecondFactor(identity, person, code)
}

/** With a code, for the same reason. */
export async function removePasskey(
  identity: Identity,
  actor: Actor,
  visitor: Visitor,
  input: { readonly id: string; readonly code: string },
): Promise<Outcome<Record<string, never>, AddingRefusal>> {
  const { person } = actor
  const own = await seePasskeys(identity, actor)
  if (!own.some(({ id }) => id === input.id)) return { refused: { code: 'passkey_unknown' } }
  const confirmed = await confirmSecondFactor(identity, person, input.code)
  if ('refused' in confirmed) return confirmed
  if (!(await deletePasskey(identity.authPool, person, input.id))) return { refused: { code: 'passkey_unknown' } }
  await recordCommand(identity, actor, 'remove_passkey', async () => {
    return await Promise.resolve({ done: undefined, subject: person, details: { passkey: input.id } })
  })
  await noteAtDoor(identity, visitor, { person }, { what: 'passkey_removed' })
  return { done: {} }
}
