/** Lock-out: how often somebody may be wrong, by account and by address, kept in the database so that no restart forgets it. */
import { instantText } from '../kernel/clock.ts'
import { networkOf } from '../kernel/network-of.ts'
import type { Identity } from './open-identity.ts'
import { hashToken } from './secret-token.ts'
import { countTry, forgetTries, uncountTry } from './sign-in-table.ts'

export interface LockedOut {
  readonly code: 'locked_out'
  /** The instant at which it may be tried again. */
  readonly until: string
}

interface Subject {
  /** Of an account or an address, as a hash: the table names nobody. */
  readonly what: string
  readonly most: number
}

const MOST_BY_ACCOUNT = 5
/** An office of many people may come from one address. */
const MOST_BY_ADDRESS = 50
export const LOCKED_MS = 15 * 60_000

export function byAccount(email: string): Subject {
  return { what: hashToken(`account ${email}`), most: MOST_BY_ACCOUNT }
}

export function bySecondFactor(person: string): Subject {
  return { what: hashToken(`second factor ${person}`), most: MOST_BY_ACCOUNT }
}

export function byRecovery(email: string): Subject {
  return { what: hashToken(`recovery ${email}`), most: MOST_BY_ACCOUNT }
}

export function byAddress(address: string): Subject {
  return { what: hashToken(`address ${networkOf(address)}`), most: MOST_BY_ADDRESS }
}

/**
 * Counts the tries before they are made, so that many at once are no way around. A try that succeeds is taken back by `forgive`.
 */
export async function beginTry(identity: Identity, subjects: readonly Subject[]): Promise<LockedOut | undefined> {
  const now = identity.clock()
  let lockedOut: LockedOut | undefined
  for (const { what, most } of subjects) {
    const { count, until } = await countTry(identity.authPool, what, new Date(now), new Date(now + LOCKED_MS))
    if (count > most) lockedOut = { code: 'locked_out', until: instantText(until.getTime()) }
  }
  return lockedOut
}

/** After a success the account starts anew. The address only gets back what it used, or who owns one account could guess at others for ever. */
export async function forgive(identity: Identity, account: Subject, address?: Subject): Promise<void> {
  await forgetTries(identity.authPool, account.what, new Date(identity.clock()))
  if (address !== undefined) await uncountTry(identity.authPool, address.what)
}
