/** Where somebody is signed in, and ending it from afar. */
import { recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import { isIdle, sessionOf } from './identify-request.ts'
import { noteAtDoor } from './note-sign-in.ts'
import type { Identity } from './open-identity.ts'

export type SessionRefusal = { readonly code: 'session_unknown' } | { readonly code: 'sign_in_needed' }

export interface SeenSession {
  readonly id: string
  readonly began_at: string
  readonly ends_at: string
  readonly address: string
  readonly agent: string
  readonly is_this_one: boolean
}

const NONE = '00000000-0000-0000-0000-000000000000'

/** One's own, the newest first; none where nobody has signed in. */
export async function seeSessions(identity: Identity, visitor: Visitor): Promise<readonly SeenSession[]> {
  const current = await sessionOf(identity, visitor)
  if (current === undefined) return []
  const { internalAdapter } = await identity.auth.$context
  const sessions = await internalAdapter.listSessions(current.person, { onlyActiveSessions: true })
  return sessions
    .filter(({ updatedAt }) => !isIdle(updatedAt))
    .map(({ id, createdAt, expiresAt, ipAddress, userAgent }) => ({
      id,
      began_at: instantText(createdAt.getTime()),
      ends_at: instantText(expiresAt.getTime()),
      address: ipAddress ?? '',
      agent: userAgent ?? '',
      is_this_one: id === current.id,
    }))
    .toSorted((a, b) => (a.began_at < b.began_at ? 1 : -1))
}

/** The one that this browser has: what follows on a sign-in is another. */
export async function endThisSession(identity: Identity, visitor: Visitor): Promise<void> {
  const session = await sessionOf(identity, visitor)
  if (session === undefined) return
  const { adapter } = await identity.auth.$context
  await adapter.deleteMany({ model: 'session', where: [{ field: 'id', value: session.id }] })
}

/** All of a person but the one that stands in these cookies, which the identity library has just set, or else in those that came. */
export async function endOtherSessions(
  identity: Identity,
  person: string,
  visitor: Visitor,
  cookies: readonly string[],
): Promise<void> {
  const sent = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  const kept = (await sessionOf(identity, { ...visitor, cookies: sent })) ?? (await sessionOf(identity, visitor))
  const { adapter } = await identity.auth.$context
  const others = { field: 'id', operator: 'ne', value: kept?.id ?? NONE } as const
  await adapter.deleteMany({ model: 'session', where: [{ field: 'userId', value: person }, others] })
}

/** One of one's own sessions, or with `all_others` every other but this one. */
export async function endSessions(
  identity: Identity,
  actor: Actor,
  visitor: Visitor,
  input: { readonly session: string } | { readonly all_others: true },
): Promise<Outcome<{ readonly ended: number }, SessionRefusal>> {
  const sessions = await seeSessions(identity, visitor)
  if (sessions.length === 0) return { refused: { code: 'sign_in_needed' } }
  const ending = sessions.filter((one) => ('session' in input ? one.id === input.session : !one.is_this_one))
  if (ending.length === 0 && 'session' in input) return { refused: { code: 'session_unknown' } }
  const outcome = await recordCommand<{ readonly ended: number }, SessionRefusal>(
    identity,
    actor,
    'end_sessions',
    async () => {
      const { adapter } = await identity.auth.$context
      const ids = ending.map(({ id }) => id)
      if (ids.length > 0)
        await adapter.deleteMany({ model: 'session', where: [{ field: 'id', operator: 'in', value: ids }] })
      return { done: { ended: ids.length }, subject: actor.person, details: { sessions: ids } }
    },
  )
  await noteAtDoor(identity, visitor, { person: actor.person }, { what: 'sessions_ended' })
  return outcome
}
