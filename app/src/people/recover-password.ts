/** For who forgot his password: a link to his address, good once and for an hour. The second factor is asked for all the same. */
import { recordCommand } from '../audit-log/record-command.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { systemActor } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import { askAuth, headersOf } from './ask-auth.ts'
import { type PasswordRefusal, refusePassword } from './check-password.ts'
import { beginTry, byAccount, byAddress, byRecovery, forgive, type LockedOut } from './count-tries.ts'
import { noteAtDoor } from './note-sign-in.ts'
import { endRecoveryOf } from './stop-recovery.ts'
import type { Identity } from './open-identity.ts'

export type RecoveryRefusal = LockedOut | { readonly code: 'recovery_unknown' } | PasswordRefusal

/** The answer is the same whether the address is known or not. */
export async function requestRecovery(
  identity: Identity,
  visitor: Visitor,
  input: { readonly email: string },
): Promise<Outcome<Record<string, never>, RecoveryRefusal>> {
  const email = input.email.trim().toLowerCase()
  const locked = await beginTry(identity, [byRecovery(email), byAddress(visitor.address)])
  if (locked !== undefined) return { refused: locked }
  const headers = headersOf(visitor)
  await askAuth(identity.auth.api.requestPasswordReset({ body: { email }, headers, returnHeaders: true }))
  return { done: {} }
}

/** Ends every session of that person. */
export async function recoverPassword(
  identity: Identity,
  visitor: Visitor,
  input: { readonly token: string; readonly password: string },
): Promise<Outcome<Record<string, never>, RecoveryRefusal>> {
  const { token, password } = input
  const locked = await beginTry(identity, [byAddress(visitor.address)])
  if (locked !== undefined) return { refused: locked }
  const { api, $context } = identity.auth
  const { internalAdapter } = await $context
  const person = (await internalAdapter.findVerificationValue(`reset-password:${token}`))?.value
  const account = person === undefined ? null : await internalAdapter.findUserById(person)
  const refusal = refusePassword(password, account === null ? [] : [account.name, account.email])
  if (refusal !== undefined) return { refused: refusal }
  const headers = headersOf(visitor)
  const asked = await askAuth(
    api.resetPassword({ body: { token, newPassword: password }, headers, returnHeaders: true }),
  )
  if (asked === undefined || person === undefined) return { refused: { code: 'recovery_unknown' } }
  // Or a stolen mailbox would be enough: the password by one letter, the second factor by another.
  await endRecoveryOf(identity, person, 'password')
  if (account !== null) await forgive(identity, byAccount(account.email), byAddress(visitor.address))
  await recordCommand(identity, systemActor('recovery'), 'recover_password', async () => {
    return await Promise.resolve({ done: undefined, subject: person, details: {} })
  })
  await noteAtDoor(identity, visitor, { person }, { what: 'password_changed' })
  return { done: {} }
}
