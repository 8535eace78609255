/** From the cookies or the key of a request to who acts. */
import { systemClock, todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, ANYBODY, programActor, readAs, readOne, systemActor, writeAs } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import { apiKeyCalled, noteUse } from './api-keys-table.ts'
import { headersOf } from './ask-auth.ts'
import type { NamedDelegation } from './delegations-table.ts'
import type { Identity } from './open-identity.ts'
import { currentMemberships, type NamedMembership } from './people-table.ts'
import { actingUnder, clientsOf } from './see-clients.ts'
import { hashToken } from './secret-token.ts'

export type KeyRefused =
  | { readonly code: 'key_refused' }
  | { readonly code: 'key_expired'; readonly expires_on: string }

export interface Session {
  readonly id: string
  readonly person: string
  /** For which organization he acts, as he chose. */
  readonly organization: string | undefined
  /** Where a second factor is asked of everybody: that he has none, and acts for nobody. */
  readonly lacksFactor: boolean
}

/** NIST SP 800-63B-4, 2.2.3: at most an hour without activity, where two factors are asked for. */
const IDLE_MS = 3_600_000
/** As exactly as this it is written down when something was last asked. */
const NOTED_MS = 60_000

/** By the clock by which the identity library began it. */
function idleMs(last: Date): number {
  return systemClock() - last.getTime()
}

/** Whether a session ends because nothing was asked of it for too long. */
export function isIdle(last: Date): boolean {
  return idleMs(last) > IDLE_MS
}

export async function identifyRequest(identity: Identity, visitor: Visitor): Promise<Outcome<Actor, KeyRefused>> {
  if (visitor.authorization !== undefined) return await identifyKey(identity, visitor.authorization)
  const session = await sessionOf(identity, visitor)
  return { done: session === undefined ? ANYBODY : await actorOfSession(identity, session) }
}

export async function sessionOf({ auth, isFactorForAll }: Identity, visitor: Visitor): Promise<Session | undefined> {
  if (visitor.cookies === '') return undefined
  const found = await auth.api.getSession({ headers: headersOf(visitor) })
  if (found === null) return undefined
  const { id, userId, organizationId, updatedAt } = found.session
  const { adapter } = await auth.$context
  const where = [{ field: 'id', value: id }]
  if (isIdle(updatedAt)) {
    await adapter.deleteMany({ model: 'session', where })
    return undefined
  }
  if (idleMs(updatedAt) > NOTED_MS)
    await adapter.update({ model: 'session', where, update: { updatedAt: new Date(systemClock()) } })
  const lacksFactor = isFactorForAll && found.user.twoFactorEnabled !== true
  return { id, person: userId, organization: organizationId ?? undefined, lacksFactor }
}

/** Memberships and what clients let him do are read each time, so that what has ended ends at once. */
async function actorOfSession(identity: Identity, { person, organization, lacksFactor }: Session): Promise<Actor> {
  const nobodyYet: Actor = { person, organization: undefined, role: 'public' }
  if (lacksFactor) return nobodyYet
  const memberships = await readAs(
    identity.database,
    nobodyYet,
    async (tables) => await currentMemberships(tables, person),
  )
  const acting = actingMembership(memberships, organization)
  if (acting !== undefined) return { person, organization: acting.organization_id, role: acting.role }
  const client = organization === undefined ? undefined : await clientOf(identity, memberships, organization)
  return client === undefined ? nobodyYet : actingUnder(person, client)
}

/** What lets whoever has these memberships act for an organization that is not his own. */
export async function clientOf(
  identity: Pick<Identity, 'database' | 'clock'>,
  memberships: readonly NamedMembership[],
  organization: string,
): Promise<NamedDelegation | undefined> {
  return (await clientsOf(identity, memberships)).find((one) => one.organization_id === organization)
}

/** The one that was chosen, or the only one there is. */
export function actingMembership(
  memberships: readonly NamedMembership[],
  chosen: string | undefined,
): NamedMembership | undefined {
  if (chosen === undefined) return memberships.length === 1 ? memberships[0] : undefined
  return memberships.find(({ organization_id }) => organization_id === chosen)
}

const KEEPER = systemActor('keys')

async function identifyKey({ database, clock }: Identity, authorization: string): Promise<Outcome<Actor, KeyRefused>> {
  const [, key] = /^Bearer ([\w-]{43})$/i.exec(authorization) ?? []
  const [found] =
    key === undefined ? [] : await readOne(database, KEEPER, apiKeyCalled(database.handle, hashToken(key)))
  if (found === undefined) return { refused: { code: 'key_refused' } }
  const day = todayText(clock)
  const { expires_on } = found
  if (expires_on < day) return { refused: { code: 'key_expired', expires_on } }
  if (found.last_used_on !== day)
    await writeAs(database, KEEPER, async (tables) => {
      await noteUse(tables, found.id, day)
      return { commit: undefined }
    })
  return { done: programActor(found.id, found.organization_id, found.role, found.commands) }
}
