/** The second factor: setting it up, new recovery codes, and asking for it at the moment of signing. */
import { createOTP } from '@better-auth/utils/otp'
import { symmetricDecrypt } from 'better-auth/crypto'
import { recordCommand } from '../audit-log/record-command.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { BrowserOrders } from '../kernel/route.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import { askAuth, headersOf } from './ask-auth.ts'
import { beginTry, bySecondFactor, forgive, type LockedOut } from './count-tries.ts'
import { noteAtDoor } from './note-sign-in.ts'
import type { Identity } from './open-identity.ts'
import { deletePasskeysOf } from './passkeys-table.ts'
import { hashRecoveryCode } from './recovery-codes.ts'
import { endOtherSessions } from './see-sessions.ts'
import { isFirstUse } from './sign-in.ts'
import { endRecoveryOf, type SigningRests } from './stop-recovery.ts'
import type { PasskeyRefused } from './use-passkey.ts'

export type SecondFactorRefusal =
  | LockedOut
  | { readonly code: 'code_wrong' }
  | { readonly code: 'password_wrong' }
  | { readonly code: 'second_factor_missing' }
  | { readonly code: 'second_factor_there' }
  | PasskeyRefused
  | SigningRests
  | { readonly code: 'sign_in_needed' }

export interface NewSecondFactor {
  /** `otpauth://…`, to be shown as a QR code. */
  readonly uri: string
  readonly recovery_codes: readonly string[]
}

/** Nothing is asked for yet: `confirmSetUp` follows. Who signs in by OpenID only has no password to give. */
export async function beginSecondFactor(
  identity: Identity,
  actor: Actor,
  visitor: Visitor,
  input: { readonly password?: string },
): Promise<Outcome<NewSecondFactor, SecondFactorRefusal>> {
  const { auth } = identity
  if (!isId(actor.person)) return { refused: { code: 'sign_in_needed' } }
  if ((await secretOf(identity, actor.person)) !== undefined) return { refused: { code: 'second_factor_there' } }
  const locked = await beginTry(identity, [bySecondFactor(actor.person)])
  if (locked !== undefined) return { refused: locked }
  const asked = await askAuth(
    auth.api.enableTwoFactor({ body: { ...input, method: 'totp' }, headers: headersOf(visitor), returnHeaders: true }),
  )
  if (asked === undefined || asked.answer.method !== 'totp') return { refused: { code: 'password_wrong' } }
  await forgive(identity, bySecondFactor(actor.person))
  return { done: { uri: asked.answer.totpURI, recovery_codes: asked.answer.backupCodes } }
}

/** From now on it is asked for at each sign-in. The session is replaced, hence the cookies; all others end. */
export async function confirmSetUp(
  identity: Identity,
  actor: Actor,
  visitor: Visitor,
  input: { readonly code: string },
): Promise<Outcome<Record<string, never>, SecondFactorRefusal> & BrowserOrders> {
  if (!isId(actor.person)) return { refused: { code: 'sign_in_needed' } }
  const subject = bySecondFactor(actor.person)
  const locked = await beginTry(identity, [subject])
  if (locked !== undefined) return { refused: locked }
  const { code } = input
  const asked = await askAuth(
    identity.auth.api.verifyTOTP({ body: { code }, headers: headersOf(visitor), returnHeaders: true }),
  )
  if (asked === undefined || !(await isFirstUse(identity, actor.person, code)))
    return { refused: { code: 'code_wrong' } }
  await forgive(identity, subject)
  await endOtherSessions(identity, actor.person, visitor, asked.cookies)
  await recordCommand(identity, actor, 'set_up_second_factor', async () => {
    return await Promise.resolve({ done: undefined, subject: actor.person, details: {} })
  })
  await noteAtDoor(identity, visitor, { person: actor.person }, { what: 'second_factor_set_up' })
  return { done: {}, cookies: asked.cookies }
}

/** For who has another device, or none any more: the password, and a code of the old device or a recovery code. Then it is set up anew. All other sessions end. */
export async function removeSecondFactor(
  identity: Identity,
  actor: Actor,
  visitor: Visitor,
  input: { readonly password?: string } & ({ readonly code: string } | { readonly recovery_code: string }),
): Promise<Outcome<Record<string, never>, SecondFactorRefusal> & BrowserOrders> {
  const { api } = identity.auth
  const headers = headersOf(visitor)
  const confirmed =
    'code' in input
      ? await confirmSecondFactor(identity, actor.person, input.code)
      : await confirmRecoveryCode(identity, actor.person, visitor, input.recovery_code)
  if ('refused' in confirmed) return confirmed
  const body = input.password === undefined ? {} : { password: input.password }
  const asked = await askAuth(api.disableTwoFactor({ body, headers, returnHeaders: true }))
  if (asked === undefined) return { refused: { code: 'password_wrong' } }
  // They stand beside codes, not instead of them.
  await deletePasskeysOf(identity.authPool, actor.person)
  await endOtherSessions(identity, actor.person, visitor, asked.cookies)
  await recordCommand(identity, actor, 'remove_second_factor', async () => {
    return await Promise.resolve({ done: undefined, subject: actor.person, details: {} })
  })
  await noteAtDoor(identity, visitor, { person: actor.person }, { what: 'second_factor_removed' })
  return { done: {}, cookies: asked.cookies }
}

async function confirmRecoveryCode(
  identity: Identity,
  person: string,
  visitor: Visitor,
  code: string,
): Promise<Outcome<{ readonly confirmed: true }, SecondFactorRefusal>> {
  const subject = bySecondFactor(person)
  const locked = await beginTry(identity, [subject])
  if (locked !== undefined) return { refused: locked }
  const { api } = identity.auth
  const asked = await askAuth(
    api.verifyBackupCode({ body: { code: hashRecoveryCode(code) }, headers: headersOf(visitor), returnHeaders: true }),
  )
  if (asked === undefined) return { refused: { code: 'code_wrong' } }
  await forgive(identity, subject)
  await endRecoveryOf(identity, person, 'factor')
  return { done: { confirmed: true } }
}

/**
 * At the moment of signing. A code is good once, so each signature takes a new one. It leaves no event of its own: the command that signs says
 * in its event that it was asked for.
 */
export async function confirmSecondFactor(
  identity: Identity,
  person: string,
  code: string,
): Promise<Outcome<{ readonly confirmed: true }, SecondFactorRefusal>> {
  const secret = isId(person) ? await secretOf(identity, person) : undefined
  if (secret === undefined) return { refused: { code: 'second_factor_missing' } }
  const subject = bySecondFactor(person)
  const locked = await beginTry(identity, [subject])
  if (locked !== undefined) return { refused: locked }
  const isRight = await createOTP(secret).verify(code)
  if (!isRight || !(await isFirstUse(identity, person, code))) return { refused: { code: 'code_wrong' } }
  await forgive(identity, subject)
  await endRecoveryOf(identity, person, 'factor')
  return { done: { confirmed: true } }
}

/** Whether it was set up, and to the end. */
export async function hasSecondFactor(identity: Identity, { person }: Actor): Promise<boolean> {
  return isId(person) && (await secretOf(identity, person)) !== undefined
}

/** Undefined where it was not set up, or not to the end. */
async function secretOf({ auth, secret }: Identity, person: string): Promise<string | undefined> {
  const { adapter } = await auth.$context
  const row = await adapter.findOne<{ readonly secret: string; readonly verified: boolean | null }>({
    model: 'twoFactor',
    where: [{ field: 'userId', value: person }],
  })
  return row?.verified === true ? await symmetricDecrypt({ key: secret, data: row.secret }) : undefined
}
