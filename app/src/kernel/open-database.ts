/** Opens the database that the settings name: the embedded one, which is started, or a server. */
import { mkdirSync } from 'node:fs'
import type { Configuration } from './configuration.ts'
import type { Pool } from 'pg'
import { connectAuth, connectService, type Database, ownerClient, type Target } from './database.ts'
import {
  EMBEDDED_DATABASE,
  type EmbeddedPostgres,
  joinPostgres,
  OWNER_LOGIN,
  SERVICE_LOGIN,
  startPostgres,
} from './embedded-postgres.ts'
import { WrongInput } from './command.ts'
import { migrate, MIGRATIONS_FOLDER, readMigrations } from './migrations.ts'
import { embeddedBinaries } from './postgres-binaries.ts'

export interface OpenDatabase {
  readonly database: Database
  /** To the schema `auth`. */
  readonly authPool: Pool
  /** How many migrations were applied now. */
  readonly migrated: number
  readonly close: () => Promise<void>
}

/** What the opener is told while it runs. */
export interface Notices {
  readonly warn: (sentence: string, error?: unknown) => void
  /** The database has gone and does not come back: nothing is left to do but to end. */
  readonly giveUp: (sentence: string) => void
}

export async function openDatabase(configuration: Configuration, notices: Notices): Promise<OpenDatabase> {
  if (configuration.DATABASE_URL === undefined) return await openEmbedded(configuration.MAQAMI_DATA_FOLDER, notices)
  // The audit key and the last checkpoint are kept there all the same.
  mkdirSync(configuration.MAQAMI_DATA_FOLDER, { recursive: true })
  const service = { connectionString: configuration.DATABASE_URL }
  const owner = { connectionString: configuration.DATABASE_OWNER_URL ?? configuration.DATABASE_URL }
  const login = decodeURIComponent(new URL(configuration.DATABASE_URL).username)
  return await openTargets(service, owner, notices, async () => undefined, login === '' ? undefined : login)
}

/** Beside a service that may be running: then its PostgreSQL is used as it is. */
export async function openBeside(configuration: Configuration, notices: Notices): Promise<OpenDatabase> {
  const host =
    configuration.DATABASE_URL === undefined ? await joinPostgres(configuration.MAQAMI_DATA_FOLDER) : undefined
  if (host === undefined) return await openDatabase(configuration, notices)
  return { ...connect({ host, user: SERVICE_LOGIN, database: EMBEDDED_DATABASE }, () => undefined), migrated: 0 }
}

function connect(target: Target, onError: (error: Error) => void): Omit<OpenDatabase, 'migrated'> {
  const database = connectService(target, onError)
  const authPool = connectAuth(target, onError)
  return {
    database,
    authPool,
    close: async () => {
      await authPool.end()
      await database.pool.end()
    },
  }
}

async function openEmbedded(folder: string, notices: Notices): Promise<OpenDatabase> {
  const binaries = embeddedBinaries()
  let isClosing = false
  const start = async (): Promise<EmbeddedPostgres> => {
    const postgres = await startPostgres(folder, binaries)
    void restartAfter(postgres.lost)
    return postgres
  }
  const restartAfter = async (lost: Promise<void>): Promise<void> => {
    await lost
    if (isClosing) return
    notices.warn('The embedded PostgreSQL has gone; it is started again.')
    current = start()
    try {
      await current
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      notices.giveUp(`The embedded PostgreSQL has gone and does not start again. ${reason}`)
    }
  }
  let current = start()
  const { host } = await current
  const target = (user: string): Target => ({ host, user, database: EMBEDDED_DATABASE })
  const stop = async (): Promise<void> => {
    isClosing = true
    await current.then(
      async (postgres) => await postgres.stop(),
      () => undefined,
    )
  }
  try {
    return await openTargets(target(SERVICE_LOGIN), target(OWNER_LOGIN), notices, stop, SERVICE_LOGIN)
  } catch (error) {
    await stop()
    throw error
  }
}

async function openTargets(
  service: Target,
  owner: Target,
  notices: Notices,
  stop: () => Promise<void>,
  serviceLogin?: string,
): Promise<OpenDatabase> {
  const migrated = await migrateAs(owner, serviceLogin)
  const connected = connect(service, (error) => notices.warn('A connection to the database broke.', error))
  try {
    await refuseUnheld(connected.database)
  } catch (error) {
    await connected.close()
    throw error
  }
  return {
    ...connected,
    migrated,
    close: async () => {
      await connected.close()
      await stop()
    },
  }
}

async function migrateAs(owner: Target, serviceLogin: string | undefined): Promise<number> {
  const client = ownerClient(owner)
  try {
    await client.connect()
  } catch (error) {
    // What `pg` says names host and user, never the password.
    const reason = error instanceof AggregateError ? error.errors.map(String).join('; ') : String(error)
    throw new WrongInput([`The database cannot be reached: ${reason}. Check DATABASE_URL, and that the server runs.`])
  }
  try {
    return await migrate(client, readMigrations(MIGRATIONS_FOLDER), serviceLogin)
  } finally {
    await client.end()
  }
}

/** A superuser, or a role that may bypass row-level security, would see every firm's rows. */
async function refuseUnheld({ pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ name: string; unheld: boolean }>(
    'select current_user::text as name, rolsuper or rolbypassrls as unheld from pg_roles where rolname = current_user',
  )
  if (rows[0]?.unheld !== false)
    throw new WrongInput([
      `The service would work as '${rows[0]?.name ?? ''}', which row-level security does not hold. Take the rights SUPERUSER and BYPASSRLS from that role.`,
    ])
}
