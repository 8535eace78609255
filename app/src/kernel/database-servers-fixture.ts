/**
 * Starts the PostgreSQL servers that the tests use, once for each run: the embedded one, and one of version 15, the oldest that a server of an
 * operator may have, where Debian's package is installed.
 */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { ownerClient } from './database.ts'
import { type EmbeddedPostgres, OWNER_LOGIN, SERVICE_LOGIN, startPostgres } from './embedded-postgres.ts'
import { migrate, MIGRATIONS_FOLDER, readMigrations } from './migrations.ts'
import { embeddedBinaries, type PostgresBinaries } from './postgres-binaries.ts'

export interface TestServer {
  readonly name: string
  readonly host: string
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly servers: readonly TestServer[]
    /** A data folder that has been started and stopped, to copy (`cp -a`): making one takes longer than most tests. */
    readonly template: string
  }
}

/** On each server: a migrated database that nobody works in, to copy. A copy takes a third of the time of the migrations. */
export const MIGRATED_DATABASE = 'migrated'

const DEBIAN_15: PostgresBinaries = { folder: '/usr/lib/postgresql/15', version: '15' }

let scratch = ''
let running: readonly EmbeddedPostgres[] = []

export async function setup(project: TestProject): Promise<void> {
  scratch = mkdtempSync(join(tmpdir(), 'maqami-servers-'))
  chmodSync(scratch, 0o755)
  endWithUs(scratch)
  const wanted = [{ name: 'the embedded PostgreSQL', binaries: embeddedBinaries() }]
  if (existsSync(join(DEBIAN_15.folder, 'bin', 'postgres')))
    wanted.push({ name: 'a server of PostgreSQL 15', binaries: DEBIAN_15 })
  const template = join(scratch, 'template')
  await (await startPostgres(template, embeddedBinaries())).stop()
  spawnSync('cp', ['-a', template, join(scratch, embeddedBinaries().version)])
  running = await Promise.all(
    wanted.map(async ({ binaries }) => await startPostgres(join(scratch, binaries.version), binaries)),
  )
  await Promise.all(running.map(async ({ host }) => await prepareServer(host)))
  project.provide('template', template)
  project.provide(
    'servers',
    wanted.map(({ name }, index) => ({ name, host: running[index]?.host ?? '' })),
  )
}

async function prepareServer(host: string): Promise<void> {
  const superuser = new Client({ host, user: 'postgres', database: 'postgres' })
  await superuser.connect()
  // What is in it need not outlive the machine.
  await superuser.query('alter system set fsync = off')
  await superuser.query('select pg_reload_conf()')
  await superuser.query(`create database ${MIGRATED_DATABASE} owner ${OWNER_LOGIN}`)
  await superuser.end()
  const owner = ownerClient({ host, user: OWNER_LOGIN, database: MIGRATED_DATABASE })
  await owner.connect()
  await migrate(owner, readMigrations(MIGRATIONS_FOLDER), SERVICE_LOGIN)
  await owner.end()
}

export async function teardown(): Promise<void> {
  await Promise.all(running.map(async (one) => await one.stop()))
  rmSync(scratch, { recursive: true })
}

/** A test run that is killed stops nothing, so somebody watches for its end. After an orderly one nothing is left to do. */
function endWithUs(folder: string): void {
  const watch = `while kill -0 "$0" 2>/dev/null; do sleep 1; done
    for file in "$1"/*/postgres/postmaster.pid; do [ -f "$file" ] && kill -QUIT "$(head -n 1 "$file")"; done; rm -rf "$1"`
  spawn('sh', ['-c', watch, String(process.pid), folder], { detached: true, stdio: 'ignore' }).unref()
}
