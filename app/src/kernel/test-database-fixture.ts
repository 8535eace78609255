/** A database of its own for a test file, on one of the servers that run for the tests. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { Client, type Pool } from 'pg'
import { inject } from 'vitest'
import { connectAuth, connectService, type Database, type Target } from './database.ts'
import { MIGRATED_DATABASE, type TestServer } from './database-servers-fixture.ts'
import { OWNER_LOGIN, SERVICE_LOGIN } from './embedded-postgres.ts'

/** `describe.each` of it runs the same tests on each. */
export const SERVERS: readonly TestServer[] = inject('servers')

/** Lays a data folder at `folder` that has been used before. */
export function copyTemplate(folder: string): void {
  spawnSync('cp', ['-a', inject('template'), folder])
}

export interface TestDatabase {
  readonly owner: Target
  readonly service: Target
  /** As the superuser, who is past every rule but the signatures. */
  readonly tamper: (statements: string) => Promise<void>
  /** A connection of the superuser, for whoever asks to end. */
  readonly superuser: () => Promise<Client>
  readonly drop: () => Promise<void>
}

export async function emptyDatabase(server: TestServer): Promise<TestDatabase> {
  return await copyOf('template1', server)
}

async function copyOf(template: string, { host }: TestServer): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const connected = async (database: string): Promise<Client> => {
    const client = new Client({ host, user: 'postgres', database })
    await client.connect()
    return client
  }
  const run = async (database: string, statements: string): Promise<void> => {
    const client = await connected(database)
    try {
      await client.query(statements)
    } finally {
      await client.end()
    }
  }
  await run('postgres', `create database ${name} template ${template} owner ${OWNER_LOGIN} strategy file_copy`)
  return {
    owner: { host, user: OWNER_LOGIN, database: name },
    service: { host, user: SERVICE_LOGIN, database: name },
    tamper: async (statements) => await run(name, statements),
    superuser: async () => await connected(name),
    drop: async () => await run('postgres', `drop database ${name} with (force)`),
  }
}

export interface OpenTestDatabase extends TestDatabase {
  readonly database: Database
  readonly authPool: Pool
}

/** Migrated and connected to; `drop` ends the connections too. */
export async function openTestDatabase(server: TestServer): Promise<OpenTestDatabase> {
  const copy = await copyOf(MIGRATED_DATABASE, server)
  const database = connectService(copy.service, () => undefined)
  const authPool = connectAuth(copy.service, () => undefined)
  return {
    ...copy,
    database,
    authPool,
    drop: async () => {
      await authPool.end()
      await database.pool.end()
      await copy.drop()
    },
  }
}
