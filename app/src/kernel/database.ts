/** Connections to PostgreSQL. The service works as `maqami_app`, which row-level security holds, whoever signed in, and signs people in as `maqami_auth`. */
import type { Duplex } from 'node:stream'
import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import {
  Client,
  DatabaseError,
  escapeLiteral,
  Pool,
  type PoolClient,
  type PoolConfig,
  type QueryResult,
  type QueryResultRow,
  types,
} from 'pg'

/** Where the database is, and who signs in. */
export type Target =
  | { readonly connectionString: string }
  | { readonly host: string; readonly user: string; readonly database: string }

/** A type and not an interface, since kysely asks for one that can be indexed. */
type KernelTables = { readonly migrations: { readonly number: number; readonly name: string } }

/** A handle that knows the kernel's table only; a slice's `-table.ts` gives it the types of its own (`withTables`). */
export type Handle = Kysely<KernelTables>

export interface Database {
  readonly handle: Handle
  readonly pool: Pool
  /** The tables through one connection of the pool. */
  readonly handleOn: (connection: PoolClient) => Handle
  /** A transaction of one statement, all of it in one message. */
  readonly askOn: <Row>(connection: PoolClient, begin: string, query: CompiledQuery<Row>) => Promise<readonly Row[]>
}

export const APP_ROLE = 'maqami_app'
/** Sees the schema `auth` and nothing else, which APP_ROLE does not see. */
export const AUTH_ROLE = 'maqami_auth'

const MOST_CONNECTIONS = 10
const MOST_AUTH_CONNECTIONS = 5
const CONNECT_MS = 10_000
/** What takes longer was not meant, and holds up others. */
const LIMITS = '-c statement_timeout=30000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000'
/** A server that compiles statements takes the policies of row-level security for dear ones, and compiles for seconds what runs for milliseconds. */
const PLANNING = '-c jit=off'

/** The driver names its types by an enum, and PostgreSQL sends any number. */
const standardParser = types.getTypeParser as (oid: number, format?: 'text' | 'binary') => (text: string) => unknown

const TYPES = { getTypeParser }

export function connectService(target: Target, onError: (error: Error) => void): Database {
  const more = { max: MOST_CONNECTIONS, types: TYPES, Client: preparingClient(), pipeline: true }
  const pool = openPool(target, `-c role=${APP_ROLE}`, more, onError)
  return {
    pool,
    handle: new Kysely({ dialect: new PostgresDialect({ pool }) }),
    handleOn: handlesOn(),
    askOn: askingOn(),
  }
}

/** Statements that do not wait for each other go to the database together; what Kysely lends of its own has each wait for the one before it. */
function handlesOn(): Database['handleOn'] {
  const made = new WeakMap<PoolClient, Handle>()
  return (connection) => {
    const before = made.get(connection)
    if (before !== undefined) return before
    const lent = { query: connection.query.bind(connection), release: () => undefined } as PoolClient
    const pool = {
      options: {},
      connect: async () => await Promise.resolve(lent),
      end: async () => await Promise.resolve(),
    }
    const handle: Handle = new Kysely({ dialect: new PostgresDialect({ pool }) })
    made.set(connection, handle)
    connections.set(handle, connection)
    return handle
  }
}

const connections = new WeakMap<Handle, PoolClient>()

/**
 * Sends a statement before it returns, so that what is sent after it comes after it: Kysely sends a moment later. For what is written so often that
 * building its statement each time costs as much as writing it.
 */
export async function sendAtOnce<Row extends QueryResultRow>(
  tables: Handle,
  statement: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const connection = connections.get(tables)
  if (connection === undefined) throw new TypeError('only within a transaction is there a connection to send on')
  const { rows } = await connection.query<Row>(statement, [...values])
  return rows
}

/** The statement that inserts one row of these columns. */
export function insertOf(table: string, columns: readonly string[]): string {
  return `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`
}

/** Each statement is planned once on each connection, as those are that go by themselves. */
function askingOn(): Database['askOn'] {
  const known = new WeakMap<PoolClient, Map<string, string>>()
  let made = 0
  return async <Row>(connection: PoolClient, begin: string, { sql, parameters }: CompiledQuery<Row>) => {
    const values = parameters.map((value) => {
      if (typeof value !== 'string')
        throw new TypeError('what goes in one message has texts as its values, and nothing else')
      return escapeLiteral(value)
    })
    const names = known.get(connection) ?? new Map<string, string>()
    known.set(connection, names)
    const before = names.get(sql)
    const name = before ?? `whole_${(made += 1)}`
    names.set(sql, name)
    const prepared = before === undefined ? connection.query(`prepare ${name} as ${sql}`) : undefined
    const asked = connection.query(`${begin}; execute ${name}(${values.join(', ')}); commit`)
    try {
      const [results] = await Promise.all([asked, prepared])
      return (results as unknown as readonly QueryResult[]).at(-2)?.rows as readonly Row[]
    } catch (error) {
      names.delete(sql)
      throw error
    }
  }
}

/** More would be statements of lists of every length. */
const MOST_PREPARED = 500

/**
 * A connection that has each statement with values planned once and not each time: with the policies of row-level security in it, planning
 * takes longer than reading a row.
 */
function preparingClient(): typeof Client {
  const names = new Map<string, string>()
  let made = 0
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size === MOST_PREPARED) return known
    made += 1
    names.set(text, `statement ${made}`)
    return names.get(text)
  }
  // A newer Maqami has changed the table beside us: planned anew under another name, on every connection.
  const forget = (text: string, error: unknown): never => {
    if (isOutdated(error)) names.delete(text)
    throw error
  }
  return class extends Client {
    // The driver gives a promise or calls back; the caller knows which it asked for.
    override query = ((text: unknown, values?: unknown, ...more: unknown[]): unknown => {
      this.#sendTogether()
      const ask = super.query.bind(this) as (...words: unknown[]) => unknown
      if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return ask(text, values, ...more)
      const name = nameOf(text)
      const asked = ask({ ...(name !== undefined && { name }), text, values }, ...more)
      return asked instanceof Promise ? asked.catch((error: unknown) => forget(text, error)) : asked
    }) as Client['query']

    /** What is asked in one turn of the loop is written at once: each writing wakes the database. */
    #sendTogether(): void {
      const { stream } = (this as unknown as { readonly connection: { readonly stream: Duplex } }).connection
      if (stream.writableCorked > 0) return
      stream.cork()
      setImmediate(() => {
        stream.uncork()
      })
    }
  }
}

/** What was planned gives other columns by now. */
export function isOutdated(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery'
}

/** For how people sign in. Instants come as `Date`, which the identity library expects. */
export function connectAuth(target: Target, onError: (error: Error) => void): Pool {
  return openPool(target, `-c role=${AUTH_ROLE} -c search_path=auth`, { max: MOST_AUTH_CONNECTIONS }, onError)
}

function openPool(target: Target, as: string, more: PoolConfig, onError: (error: Error) => void): Pool {
  const pool = new Pool({
    ...target,
    options: `${as} -c TimeZone=UTC ${LIMITS} ${PLANNING}`,
    application_name: 'maqami',
    connectionTimeoutMillis: CONNECT_MS,
    ...more,
  })
  // A connection that breaks while nobody uses it; the pool opens another. A pool that ends does not wait until the last has been closed, and
  // the database may be told to stop before: what breaks then was to go.
  pool.on('error', (error) => {
    if (!pool.ending) onError(error)
  })
  // One that breaks between two statements of a transaction: the next statement fails, and without a listener the whole process would.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

export function ownerClient(target: Target): Client {
  const client = new Client({
    ...target,
    options: '-c TimeZone=UTC',
    application_name: 'maqami migrations',
    connectionTimeoutMillis: CONNECT_MS,
  })
  client.on('error', () => undefined)
  return client
}

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184

/** Days and instants stay texts to the last digit, since what is hashed must be what stands in the row. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === TIMESTAMPTZ) return readInstant
  if (oid === INT8) return readWhole
  // A day is no instant: as one it would move with the time zone.
  if (oid === DATE) return String
  return standardParser(oid, format)
}

/** `2027-06-30 09:00:00.5+00` is `2027-06-30T09:00:00.500Z`; digits beyond the millisecond are kept. */
function readInstant(text: string): string {
  const [, day, time, fraction = ''] = /^(\S+) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text) ?? []
  return day === undefined ? text : `${day}T${time}.${fraction.padEnd(3, '0')}Z`
}

function readWhole(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a count`)
  return value
}
