/**
 * The only way to the tables: a transaction that carries who acts. Row-level security reads person, organization and role from the settings
 * made here, which end with the transaction; without them it shows no row and takes none.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type CompiledQuery, sql } from 'kysely'
import { DatabaseError, escapeLiteral, type PoolClient } from 'pg'
import type { Role } from './authority.ts'
import { type Database, type Handle, isOutdated } from './database.ts'

export interface Actor {
  /** An identifier, `key:` and that of a program's key, or a name of the service itself such as `system:sealer`. */
  readonly person: string
  readonly organization: string | undefined
  readonly role: Role
  /** What the key of a program is for beside reading. */
  readonly commands?: readonly string[]
  /** Of an accountant, by what he acts for this organization. */
  readonly delegation?: Delegated
}

export interface Delegated {
  readonly id: string
  /** For whom he works. */
  readonly accountant: string
  /** All that he may do, reading too. */
  readonly commands: readonly string[]
}

/** Thrown where a client has ended what was still good when the request came: nothing of it is done. */
export class DelegationEnded extends Error {}

/** Who has not signed in. */
export const ANYBODY: Actor = { person: 'anonymous', organization: undefined, role: 'public' }

/** For what the service does of its own accord, which the log then says. */
export function systemActor(name: string): Actor {
  return { person: `system:${name}`, organization: undefined, role: 'system' }
}

const PROGRAM = 'key:'

export function programActor(key: string, organization: string, role: Role, commands: readonly string[]): Actor {
  return { person: `${PROGRAM}${key}`, organization, role, commands }
}

/** A key is in nobody's hand: it prepares, and neither brings people in nor stands as the second of two officers. */
export function isProgram({ person }: Pick<Actor, 'person'>): boolean {
  return person.startsWith(PROGRAM)
}

/**
 * What the body of a command decided: keep what it wrote, or not. What was sent to the database and is still to be answered is kept with the rest,
 * and nothing is where any of it fails.
 */
export type Decision<T> = { readonly commit: T | Promise<T> } | { readonly rollBack: T }

const MOST_TRIES = 6
const FIRST_PAUSE_MS = 5
/**
 * serialization_failure and deadlock_detected: PostgreSQL asks to do it again. unique_violation: somebody wrote meanwhile what we were to
 * write; done again we see it, and where nobody did it fails again in the same way.
 */
const AGAIN: readonly string[] = ['40001', '40P01', '23505']

/**
 * Runs `body` as `actor`, serializable: as if nobody else were writing. When others were in the way it runs again from the start, so it must
 * do nothing that the database cannot take back.
 */
export async function writeAs<T>(
  database: Database,
  actor: Actor,
  body: (tables: Handle) => Promise<Decision<T>>,
): Promise<T> {
  return await again(async () => await writeOnce(database, actor, 'serializable', body))
}

/**
 * The same for what concerns one firm: others that say so of the same firm wait for their turn, and what is done for other firms is not in
 * the way. Serializable, the newest rows of all firms would be, since PostgreSQL watches them by the page.
 */
export async function writeForFirm<T>(
  database: Database,
  actor: Actor,
  firm: string,
  body: (tables: Handle) => Promise<Decision<T>>,
): Promise<T> {
  return await again(async () => await writeOnce(database, actor, { firm }, body))
}

/**
 * The same for what a row of a count decides, which the database locks when it is counted and not before: those who read are in nobody's way, and
 * each statement sees what was committed before it.
 */
export async function writeCounted<T>(
  database: Database,
  actor: Actor,
  body: (tables: Handle) => Promise<Decision<T>>,
): Promise<T> {
  return await again(async () => await writeOnce(database, actor, 'read committed', body))
}

async function again<T>(once: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await once()
    } catch (error) {
      const isAgain = (error instanceof DatabaseError && AGAIN.includes(error.code ?? '')) || isOutdated(error)
      if (!isAgain || tried === MOST_TRIES) throw error
      await sleep(FIRST_PAUSE_MS * 2 ** tried * Math.random())
    }
  }
}

async function writeOnce<T>(
  database: Database,
  actor: Actor,
  mode: Mode,
  body: (tables: Handle) => Promise<Decision<T>>,
): Promise<T> {
  return await within(database, mode, actor, async (tables) => {
    const decision = await body(tables)
    return 'rollBack' in decision
      ? { value: decision.rollBack, end: 'rollback' }
      : { value: decision.commit, end: 'commit' }
  })
}

/** Reads as `actor`, everything as of one moment. */
export async function readAs<T>(database: Database, actor: Actor, body: (tables: Handle) => Promise<T>): Promise<T> {
  return await again(
    async () =>
      await within(database, READING, actor, async (tables) => ({
        value: await body(tables),
        end: 'commit',
      })),
  )
}

/** Reads what one statement says: what is asked most often, in one message. */
export async function readOne<Row>(
  database: Database,
  actor: Actor,
  query: CompiledQuery<Row>,
): Promise<readonly Row[]> {
  if (actor.delegation !== undefined)
    return await readAs(database, actor, async (tables) => (await tables.executeQuery(query)).rows)
  return await again(
    async () =>
      await lent(
        database.pool,
        async (connection) => await database.askOn(connection, beginningOf(READING, actor), query),
      ),
  )
}

/** The database reads for whom he acts from the delegation itself, whatever was said before. */
async function holdDelegation(tables: Handle, id: string, person: string): Promise<void> {
  const { rows } = await sql<{ holds: boolean }>`select act_under_delegation(${id}, ${person}) as holds`.execute(tables)
  if (rows[0]?.holds !== true) throw new DelegationEnded()
}

const READING = 'repeatable read read only'
type Mode = 'serializable' | typeof READING | 'read committed' | { readonly firm: string }

/** Beside the keys of firms. */
const FIRM_LOCKS = 7_240_004

function beginningOf(mode: Mode, { person, organization = '', role }: Actor): string {
  const settings = Object.entries({ person, organization, role }).map(
    ([name, value]) => `set_config('maqami.${name}', ${escapeLiteral(value)}, true)`,
  )
  const acting = `select ${settings.join(', ')}`
  if (typeof mode === 'string') return `begin isolation level ${mode}; ${acting}`
  // Each statement after the lock sees what was committed before we got it.
  const locked = `select pg_advisory_xact_lock(${FIRM_LOCKS}, hashtext(${escapeLiteral(mode.firm)}))`
  return `begin isolation level read committed; ${acting}; ${locked}`
}

interface Ended<T> {
  readonly value: T | Promise<T>
  readonly end: 'commit' | 'rollback'
}

/**
 * The beginning and who acts go to the database together with the first statement: should it not begin, that statement has nobody who acts, and
 * sees and writes nothing. Nor does anybody wait for the end of what only reads.
 */
async function within<T>(
  { pool, handleOn }: Database,
  mode: Mode,
  actor: Actor,
  body: (tables: Handle) => Promise<Ended<T>>,
): Promise<T> {
  return await lent(pool, async (connection) => {
    const tables = handleOn(connection)
    const begun = connection.query(beginningOf(mode, actor))
    begun.catch(() => undefined)
    // Why it did not begin says more than that nothing could be done in it.
    const acted = (async () => {
      if (actor.delegation !== undefined) await holdDelegation(tables, actor.delegation.id, actor.person)
      const ended = await body(tables)
      // Where the transaction had not begun nobody waits for it.
      if (ended.value instanceof Promise) ended.value.catch(() => undefined)
      return ended
    })().finally(async () => await begun)
    const { value, end } = await acted
    const ended = connection.query(end)
    ended.catch(() => undefined)
    // A transaction in which something failed is rolled back by its commit, and what failed first says why.
    const done = await value
    if (mode !== READING && (await ended).command !== end.toUpperCase())
      throw new Error('a statement failed unseen, and nothing of its transaction is left')
    return done
  })
}

/** Where `body` fails nothing of its transaction is left. */
async function lent<T>(pool: Database['pool'], body: (connection: PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect()
  let isBroken = false
  try {
    return await body(connection)
  } catch (error) {
    // What fails here as well is a connection that broke, and the first error says why.
    await connection.query('rollback').catch(() => {
      isBroken = true
    })
    throw error
  } finally {
    connection.release(isBroken)
  }
}
