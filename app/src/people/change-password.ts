/** Choosing another password, by who knows the one that he has. */
import { recordCommand } from '../audit-log/record-command.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { BrowserOrders } from '../kernel/route.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import { askAuth, headersOf } from './ask-auth.ts'
import { type PasswordRefusal, refusePassword } from './check-password.ts'
import { beginTry, byAccount, forgive, type LockedOut } from './count-tries.ts'
import { sessionOf } from './identify-request.ts'
import { noteAtDoor } from './note-sign-in.ts'
import type { Identity } from './open-identity.ts'
import { endRecoveryOf } from './stop-recovery.ts'

export type PasswordChangeRefusal =
  | LockedOut
  | PasswordRefusal
  | { readonly code: 'password_wrong' }
  | { readonly code: 'sign_in_needed' }

/** All sessions end; this browser gets another, hence the cookies, for whom he acted before. Who signs in by OpenID only has no password to change. */
export async function changePassword(
  identity: Identity,
  actor: Actor,
  visitor: Visitor,
  input: { readonly current_password: string; readonly password: string },
): Promise<Outcome<Record<string, never>, PasswordChangeRefusal> & BrowserOrders> {
  const { api, $context } = identity.auth
  const { adapter, internalAdapter } = await $context
  const { person } = actor
  const account = isId(person) ? await internalAdapter.findUserById(person) : null
  if (account === null) return { refused: { code: 'sign_in_needed' } }
  const { current_password: currentPassword, password: newPassword } = input
  const refusal = refusePassword(newPassword, [account.name, account.email])
  if (refusal !== undefined) return { refused: refusal }
  const subject = byAccount(account.email)
  const locked = await beginTry(identity, [subject])
  if (locked !== undefined) return { refused: locked }
  const acting = await sessionOf(identity, visitor)
  const body = { currentPassword, newPassword, revokeOtherSessions: true }
  const asked = await askAuth(api.changePassword({ body, headers: headersOf(visitor), returnHeaders: true }))
  if (asked === undefined) return { refused: { code: 'password_wrong' } }
  await forgive(identity, subject)
  await adapter.updateMany({
    model: 'session',
    where: [{ field: 'userId', value: person }],
    update: { organizationId: acting?.organization ?? null },
  })
  await endRecoveryOf(identity, person, 'password')
  await recordCommand(identity, actor, 'change_password', async () => {
    return await Promise.resolve({ done: undefined, subject: person, details: {} })
  })
  await noteAtDoor(identity, visitor, { person }, { what: 'password_changed' })
  return { done: {}, cookies: asked.cookies }
}
