/**
 * For who lost his second factor and his recovery codes. Another opens it, all concerned are told at once, and a day goes by in which any of them,
 * or the factor itself, stops it. Then he removes the factor with his password and the link that was sent to him, and sets up another.
 */
import { recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs, systemActor } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import { beginTry, byAccount, byAddress, forgive, type LockedOut } from './count-tries.ts'
import { administratorsOf } from './find-addressees.ts'
import type { Person } from './membership.ts'
import { noteAtDoor } from './note-sign-in.ts'
import type { Identity } from './open-identity.ts'
import { deletePasskeysOf } from './passkeys-table.ts'
import { currentMemberships, findPerson, findPersonByEmail, type NamedMembership } from './people-table.ts'
import { queueLetterIn } from './queue-letter.ts'
import {
  completeRecoveryAt,
  countRecoveries,
  findCompletable,
  insertRecovery,
  type NamedRecovery,
  openRecoveries,
} from './recoveries-table.ts'
import { bothLanguages } from './recovery-letter-words.ts'
import { hashToken, makeToken } from './secret-token.ts'
import { endExpired, type NoRecovery } from './stop-recovery.ts'

export type FactorRecoveryRefusal =
  | LockedOut
  | NoRecovery
  | { readonly code: 'recovery_person_unknown'; readonly place: '/body/email' }
  | { readonly code: 'recovery_of_oneself' }
  | { readonly code: 'recovery_by_regulator' }
  | { readonly code: 'recovery_open' }
  | { readonly code: 'recovery_often'; readonly most: number }
  | { readonly code: 'recovery_waits'; readonly until: string }
  | { readonly code: 'password_wrong' }

export interface Opened {
  readonly recovery: string
  readonly ready_at: string
}

const HOUR_MS = 3_600_000
const WAIT_MS = 24 * HOUR_MS
/** So long may he take once the day is over. */
const COMPLETED_WITHIN_MS = 7 * 24 * HOUR_MS
const COUNTED_MS = 30 * 24 * HOUR_MS
const MOST_RECOVERIES = 3
const KEEPER = systemActor('recovery')

/**
 * An administrator for the people of his organization who belong to no other and are no administrators themselves; a case officer for anybody,
 * so that these have somebody too.
 */
export async function openRecovery(
  identity: Identity,
  actor: Actor,
  input: { readonly email: string },
): Promise<Outcome<Opened, FactorRecoveryRefusal>> {
  const email = input.email.trim().toLowerCase()
  const memberships = await membershipsOf(identity, email)
  const [{ person_id } = { person_id: undefined }] = memberships
  if (person_id !== undefined) await endExpired(identity, person_id)
  return await recordCommand<Opened, FactorRecoveryRefusal>(identity, actor, 'open_recovery', async (tables) => {
    const person = await findPersonByEmail(tables, email)
    const own = memberships.find((one) => one.organization_id === actor.organization)
    const [first = own] = memberships.toSorted((a, b) => rank(a) - rank(b))
    if (person === undefined || first === undefined || (actor.role === 'administrator' && own === undefined))
      return { refused: { code: 'recovery_person_unknown', place: '/body/email' } }
    if (person.id === actor.person) return { refused: { code: 'recovery_of_oneself' } }
    const isPlain = memberships.length === 1 && first.role !== 'administrator'
    if (actor.role === 'administrator' && !isPlain) return { refused: { code: 'recovery_by_regulator' } }
    const now = identity.clock()
    if ((await openRecoveries(tables, instantText(now), person.id)).length > 0)
      return { refused: { code: 'recovery_open' } }
    if ((await countRecoveries(tables, person.id, instantText(now - COUNTED_MS))) >= MOST_RECOVERIES)
      return { refused: { code: 'recovery_often', most: MOST_RECOVERIES } }
    const organization_id = actor.role === 'administrator' ? (own ?? first).organization_id : first.organization_id
    const tokens = { completing: makeToken(), stopping: makeToken() }
    const recovery = {
      id: identity.makeId(),
      person_id: person.id,
      organization_id,
      opened_by: actor.person,
      opened_at: instantText(now),
      ready_at: instantText(now + WAIT_MS),
      expires_at: instantText(now + WAIT_MS + COMPLETED_WITHIN_MS),
      completing_hash: hashToken(tokens.completing),
      stopping_hash: hashToken(tokens.stopping),
      stopped_at: null,
      stopped_by: null,
      completed_at: null,
    }
    await insertRecovery(tables, recovery)
    await tellAll(tables, identity, person, recovery, tokens)
    const { id, ready_at } = recovery
    return { done: { recovery: id, ready_at }, subject: person.id, details: { recovery: id, ready_at } }
  })
}

/** Those whom he administers come first: their other administrators are to know. */
function rank({ role }: NamedMembership): number {
  return role === 'administrator' ? 0 : 1
}

/** All of them, also those that who asks may not see. */
async function membershipsOf({ database }: Identity, email: string): Promise<readonly NamedMembership[]> {
  return await readAs(database, KEEPER, async (tables) => {
    const person = await findPersonByEmail(tables, email)
    return person === undefined ? [] : await currentMemberships(tables, person.id)
  })
}

/** He gets both links; each administrator, who opened it too, gets the one that stops it. */
async function tellAll(
  tables: Handle,
  identity: Identity,
  person: Person,
  { organization_id, ready_at }: { readonly organization_id: string; readonly ready_at: string },
  tokens: { readonly completing: string; readonly stopping: string },
): Promise<void> {
  const linkOf = (path: string, token: string): string => `${identity.publicAddress.origin}${path}?token=${token}`
  const stop = linkOf('/recovery/stop', tokens.stopping)
  const send = async (email: string, text: string): Promise<void> =>
    await queueLetterIn(tables, identity, identity.secret, { email, about: 'warning', text, lastsMs: 2 * WAIT_MS })
  const finish = linkOf('/recovery/finish', tokens.completing)
  await send(
    person.email,
    bothLanguages((words, language) => words.toPerson({ ready_at, stop, finish }, language)),
  )
  for (const { email, person_id } of await administratorsOf(tables, organization_id))
    if (person_id !== person.id)
      await send(
        email,
        bothLanguages((words, language) => words.toAdministrator({ name: person.name, ready_at, stop }, language)),
      )
}

export async function seeRecoveries({ database, clock }: Identity, actor: Actor): Promise<readonly NamedRecovery[]> {
  return await readAs(database, actor, async (tables) => await openRecoveries(tables, instantText(clock())))
}

/** Takes the link of his letter and his password: either alone is worth nothing. */
export async function completeRecovery(
  identity: Identity,
  visitor: Visitor,
  input: { readonly token: string; readonly password: string },
): Promise<Outcome<Record<string, never>, FactorRecoveryRefusal>> {
  const address = byAddress(visitor.address)
  const locked = await beginTry(identity, [address])
  if (locked !== undefined) return { refused: locked }
  const now = instantText(identity.clock())
  const found = await readAs(identity.database, KEEPER, async (tables) => {
    const recovery = await findCompletable(tables, hashToken(input.token), now)
    const person = recovery && (await findPerson(tables, recovery.person_id))
    return recovery === undefined || person === undefined ? undefined : { recovery, person }
  })
  if (found === undefined) return { refused: { code: 'recovery_not_open' } }
  const { recovery, person } = found
  if (now < recovery.ready_at) return { refused: { code: 'recovery_waits', until: recovery.ready_at } }
  const account = byAccount(person.email)
  const lockedOut = await beginTry(identity, [account])
  if (lockedOut !== undefined) return { refused: lockedOut }
  if (!(await isPassword(identity, person.id, input.password))) {
    await noteAtDoor(identity, visitor, { person: person.id }, { what: 'refused', means: 'password' })
    return { refused: { code: 'password_wrong' } }
  }
  await forgive(identity, account, address)
  const completed = await recordCommand<Record<string, never>, NoRecovery>(
    identity,
    KEEPER,
    'complete_recovery',
    async (tables) => {
      const done = await completeRecoveryAt(tables, recovery.id, instantText(identity.clock()))
      if (done === undefined) return { refused: { code: 'recovery_not_open' } }
      return { done: {}, subject: person.id, details: { recovery: recovery.id } }
    },
  )
  // Only what is settled is removed: who stopped it a moment before has stopped it.
  if ('refused' in completed) return completed
  await removeFactors(identity, person.id)
  await noteAtDoor(identity, visitor, { person: person.id }, { what: 'second_factor_removed' })
  return completed
}

/** Who signs in by OpenID only has none, and is recovered at the provider. */
async function isPassword({ auth }: Identity, person: string, password: string): Promise<boolean> {
  const { internalAdapter, password: passwords } = await auth.$context
  const hash = (await internalAdapter.findAccounts(person)).find((one) => one.providerId === 'credential')?.password
  return typeof hash === 'string' && (await passwords.verify({ hash, password }))
}

/** Whatever was signed in ends with it. */
async function removeFactors({ auth, authPool }: Identity, person: string): Promise<void> {
  const { adapter, internalAdapter } = await auth.$context
  await adapter.deleteMany({ model: 'twoFactor', where: [{ field: 'userId', value: person }] })
  await internalAdapter.updateUser(person, { twoFactorEnabled: false })
  await deletePasskeysOf(authPool, person)
  await adapter.deleteMany({ model: 'session', where: [{ field: 'userId', value: person }] })
}
