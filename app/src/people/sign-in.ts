/** Signing in with a password and, where somebody has one, a second factor; and signing out. */
import { recordCommand } from '../audit-log/record-command.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { BrowserOrders } from '../kernel/route.ts'
import { type Actor, ANYBODY } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import { askAuth, headersOf } from './ask-auth.ts'
import { beginTry, byAccount, byAddress, bySecondFactor, forgive, type LockedOut } from './count-tries.ts'
import { noteAtDoor } from './note-sign-in.ts'
import type { Identity } from './open-identity.ts'
import { hashRecoveryCode } from './recovery-codes.ts'
import { endThisSession } from './see-sessions.ts'
import { claimCode } from './sign-in-table.ts'
import { endRecoveryOf } from './stop-recovery.ts'

export type SignInRefusal = LockedOut | { readonly code: 'sign_in_failed' } | { readonly code: 'code_wrong' }

/** With `second_factor_needed` nobody is signed in yet: `finishSignIn` follows, with the cookies that were set. */
export type SignInAnswer = Outcome<{ readonly second_factor_needed: boolean }, SignInRefusal> & BrowserOrders

/** The same refusal for a wrong password and for somebody who is not known. */
export async function signIn(
  identity: Identity,
  visitor: Visitor,
  input: { readonly email: string; readonly password: string },
): Promise<SignInAnswer> {
  const email = input.email.trim().toLowerCase()
  const subjects = [byAccount(email), byAddress(visitor.address)] as const
  const lockedOut = await beginTry(identity, subjects)
  if (lockedOut !== undefined) return { refused: lockedOut }
  const body = { email, password: input.password }
  const asked = await askAuth(identity.auth.api.signInEmail({ body, headers: headersOf(visitor), returnHeaders: true }))
  if (asked === undefined) {
    await noteAtDoor(identity, visitor, { email }, { what: 'refused', means: 'password' })
    return { refused: { code: 'sign_in_failed' } }
  }
  const { answer, cookies } = asked
  await forgive(identity, ...subjects)
  if (!('user' in answer)) {
    await endThisSession(identity, visitor)
    return { done: { second_factor_needed: true }, cookies }
  }
  await recordSignIn(identity, visitor, answer.user.id, 'password')
  return { done: { second_factor_needed: false }, cookies }
}

/** With a code of the second factor, or one of the recovery codes, each of which is good once. */
export async function finishSignIn(
  identity: Identity,
  visitor: Visitor,
  input: { readonly code: string } | { readonly recovery_code: string },
): Promise<SignInAnswer> {
  const address = byAddress(visitor.address)
  const lockedOut = await beginTry(identity, [address])
  if (lockedOut !== undefined) return { refused: lockedOut }
  const headers = headersOf(visitor)
  const { api } = identity.auth
  const isCode = 'code' in input
  const means = isCode ? 'code' : 'recovery_code'
  const person = await expectedPerson(identity, visitor)
  const asked = await askAuth<{ readonly user: { readonly id: string }; readonly token?: string | undefined }>(
    isCode
      ? api.verifyTOTP({ body: { code: input.code }, headers, returnHeaders: true })
      : api.verifyBackupCode({ body: { code: hashRecoveryCode(input.recovery_code) }, headers, returnHeaders: true }),
  )
  if (asked === undefined) {
    if (person !== undefined) await noteAtDoor(identity, visitor, { person }, { what: 'refused', means })
    return { refused: { code: 'code_wrong' } }
  }
  const { answer, cookies } = asked
  if (isCode && !(await isFirstUse(identity, answer.user.id, input.code))) {
    const { internalAdapter } = await identity.auth.$context
    if (answer.token !== undefined) await internalAdapter.deleteSession(answer.token)
    await noteAtDoor(identity, visitor, { person: answer.user.id }, { what: 'refused', means })
    return { refused: { code: 'code_wrong' } }
  }
  await forgive(identity, bySecondFactor(answer.user.id), address)
  await endRecoveryOf(identity, answer.user.id, 'factor')
  await recordSignIn(identity, visitor, answer.user.id, means)
  return { done: { second_factor_needed: false }, cookies }
}

/** Whose password was right: the identity library has written it down under what stands in its cookie. */
async function expectedPerson({ auth }: Identity, { cookies }: Visitor): Promise<string | undefined> {
  const [, named = ''] = /(?:^|;)\s*(?:__Host-)?maqami\.two_factor=([\w-]+)/.exec(cookies) ?? []
  if (named === '') return undefined
  const { internalAdapter } = await auth.$context
  return (await internalAdapter.findVerificationValue(named))?.value
}

/** Ends this session. Whoever is not signed in is signed out already. */
export async function signOut(
  identity: Identity,
  actor: Actor,
  visitor: Visitor,
): Promise<Outcome<Record<string, never>, never> & BrowserOrders> {
  const asked = await askAuth(identity.auth.api.signOut({ headers: headersOf(visitor), returnHeaders: true }))
  if (actor !== ANYBODY)
    await recordCommand(identity, actor, 'sign_out', async () => {
      return await Promise.resolve({ done: undefined, subject: actor.person, details: {} })
    })
  if (isId(actor.person)) await noteAtDoor(identity, visitor, { person: actor.person }, { what: 'signed_out' })
  return { done: {}, cookies: asked?.cookies ?? [] }
}

const BY = {
  password: 'password',
  code: 'password and second factor',
  recovery_code: 'password and recovery code',
  openid: 'openid',
  passkey: 'passkey',
} as const

/** The session that the browser had until now ends. Should this fail, the cookies never reach the browser, and the session is nobody's. */
export async function recordSignIn(
  identity: Identity,
  visitor: Visitor,
  person: string,
  means: keyof typeof BY,
): Promise<void> {
  const actor: Actor = { person, organization: undefined, role: 'public' }
  await endThisSession(identity, visitor)
  await recordCommand(identity, actor, 'sign_in', async () => {
    return await Promise.resolve({ done: undefined, subject: person, details: { by: BY[means] } })
  })
  await noteAtDoor(identity, visitor, { person }, { what: 'signed_in', means })
}

/** A code holds for a minute and a half; it is remembered for longer. */
const REMEMBERED_MS = 5 * 60_000

/** A code that somebody looked over a shoulder for is worth nothing once it was used. */
export async function isFirstUse({ authPool, clock }: Identity, person: string, code: string): Promise<boolean> {
  const now = clock()
  return await claimCode(authPool, person, code, new Date(now), new Date(now - REMEMBERED_MS))
}
