/**
 * Starts the PostgreSQL that came with the project on a data folder, or adopts the one that a crashed Maqami left running there. Unix socket
 * only, in a folder that only its owner may enter; no port and no password. Why it is so: docs/decisions/2026-11-22-postgresql-inside.md.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { WrongInput } from './command.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import {
  databaseFolder,
  initialize,
  isAlive,
  postgresEnvironment,
  prepareFolder,
  reasonOf,
  type RunAs,
  runningPostmaster,
  socketFolderFor,
} from './postgres-folder.ts'

export interface EmbeddedPostgres {
  /** The folder of the socket, which `pg` takes for a host. */
  readonly host: string
  readonly pid: number
  /** Resolves when the database has gone without being asked to. */
  readonly lost: Promise<void>
  readonly stop: () => Promise<void>
}

export const OWNER_LOGIN = 'maqami_owner'
export const SERVICE_LOGIN = 'maqami_service'
export const EMBEDDED_DATABASE = 'maqami'

/** After a crash PostgreSQL first replays what was written; that can take a while. */
const PATIENCE_MS = 120_000
const POLL_MS = 15
/** How long the connection of a Maqami that was killed may take to be noticed. */
const LOCK_PATIENCE_MS = 3000
const INSTANCE_LOCK = 7_240_001

/** Refuses with a sentence where another Maqami uses the folder, or PostgreSQL cannot run there. */
export async function startPostgres(folder: string, installed: PostgresBinaries): Promise<EmbeddedPostgres> {
  const { runAs, binaries } = await prepareFolder(folder, installed)
  await initialize(folder, binaries, runAs)
  const { host, pid, child, holder } = await lockedPostmaster(folder, binaries, runAs)
  await prepareDatabase(host)
  const lost = new Promise<void>((resolve) => {
    holder.on('error', () => resolve())
    holder.on('end', () => resolve())
  })
  return {
    host,
    pid,
    lost,
    stop: async () => {
      // A fast shutdown: what is open is rolled back, what is committed is written. The lock is held to the end, so that nobody adopts what is going.
      if (isAlive(pid)) process.kill(pid, 'SIGINT')
      const deadline = Date.now() + PATIENCE_MS
      const hasEnded = () =>
        child === undefined ? !isAlive(pid) : child.exitCode !== null || child.signalCode !== null
      while (!hasEnded() && Date.now() < deadline) await sleep(POLL_MS)
    },
  }
}

/** A PostgreSQL that runs in the folder already, whoever uses it; for looking, beside a service that runs. */
export async function joinPostgres(folder: string): Promise<string | undefined> {
  const running = existsSync(folder) ? runningPostmaster(folder) : undefined
  if (running === undefined) return undefined
  return (await tryConnect(running.socketFolder)) === 'ready' ? running.socketFolder : undefined
}

const TRIES = 3

/** Tried again where the one that was found is just being stopped by another Maqami. */
async function lockedPostmaster(folder: string, binaries: PostgresBinaries, runAs: RunAs | undefined) {
  for (let tried = 1; ; tried += 1) {
    const postmaster = await postmasterOf(folder, binaries, runAs)
    try {
      return { ...postmaster, holder: await lockInstance(postmaster.host, folder) }
    } catch (error) {
      if (error instanceof WrongInput || tried === TRIES) throw error
    }
  }
}

interface Postmaster {
  readonly host: string
  readonly pid: number
  readonly child: ChildProcess | undefined
}

/** The one that runs, or a new one. Of two that start at once PostgreSQL lets one live, and the other then finds it. */
async function postmasterOf(folder: string, binaries: PostgresBinaries, runAs: RunAs | undefined): Promise<Postmaster> {
  const deadline = Date.now() + PATIENCE_MS
  let started: { readonly child: ChildProcess; readonly host: string } | undefined
  for (;;) {
    const running = runningPostmaster(folder)
    if (running === undefined && started === undefined) started = launch(folder, binaries, runAs)
    if (running !== undefined && running.socketFolder !== '') {
      const state = await tryConnect(running.socketFolder)
      const child = started?.child.pid === running.pid ? started.child : undefined
      if (state === 'ready') return { host: running.socketFolder, pid: running.pid, child }
    }
    if (started !== undefined && (started.child.exitCode !== null || started.child.signalCode !== null)) {
      const log = readFileSync(logOf(folder), 'utf8')
      if (!/lock file .* (?:already exists|is empty)|pre-existing shared memory/.test(log))
        throw new WrongInput([`PostgreSQL did not start on '${databaseFolder(folder)}': ${reasonOf(log)}`])
      started = undefined
    }
    if (Date.now() > deadline) {
      const who = running === undefined ? '' : ` Process ${running.pid} uses it; end that process and start again.`
      throw new WrongInput([`PostgreSQL on '${databaseFolder(folder)}' gave no answer for two minutes.${who}`])
    }
    await sleep(POLL_MS)
  }
}

function logOf(folder: string): string {
  return join(folder, 'postgres.log')
}

function launch(folder: string, binaries: PostgresBinaries, runAs: RunAs | undefined) {
  const host = socketFolderFor(folder, tmpdir(), runAs)
  if (existsSync(logOf(folder))) renameSync(logOf(folder), `${logOf(folder)}.1`)
  const log = openSync(logOf(folder), 'a')
  const settings = [
    ['listen_addresses', ''],
    ['unix_socket_directories', host.replaceAll(/["\\]/g, String.raw`\$&`).replace(/^.*$/, '"$&"')],
    ['unix_socket_permissions', '0700'],
    ['log_min_messages', 'warning'],
    ['lc_messages', 'C'],
    ['max_connections', '50'],
  ].flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // In a session of its own, so that Ctrl-C in a terminal reaches the service only, which stops the database last.
  const child = spawn(join(binaries.folder, 'bin', 'postgres'), ['-D', databaseFolder(folder), ...settings], {
    ...runAs,
    cwd: '/',
    env: postgresEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.on('error', () => undefined)
  child.unref()
  closeSync(log)
  return { child, host }
}

/** The superuser, whom no rule of a row holds: for making the database, and for copying it whole. */
export function administrator(host: string, database: string): Client {
  const client = new Client({ host, user: 'postgres', database, connectionTimeoutMillis: 5000 })
  // What breaks is said by the statement that fails; without a listener it would end the process.
  client.on('error', () => undefined)
  return client
}

async function tryConnect(host: string): Promise<'ready' | 'not yet'> {
  const client = administrator(host, 'postgres')
  try {
    await client.connect()
    await client.end()
    return 'ready'
  } catch {
    return 'not yet'
  }
}

/** Held as long as this process lives; PostgreSQL drops it with the connection, however that ends. */
async function lockInstance(host: string, folder: string): Promise<Client> {
  const client = administrator(host, 'postgres')
  await client.connect()
  const deadline = Date.now() + LOCK_PATIENCE_MS
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      INSTANCE_LOCK,
    ])
    if (rows[0]?.locked === true) return client
    if (Date.now() > deadline) break
    await sleep(POLL_MS)
  }
  await client.end()
  throw new WrongInput([
    `Another Maqami uses the data folder '${folder}'. Stop it first, or name another folder by MAQAMI_DATA_FOLDER.`,
  ])
}

/** The two roles that sign in, neither of them a superuser, and the database. Repeated at each start: a crash may have come in between. */
async function prepareDatabase(host: string): Promise<void> {
  const client = administrator(host, 'postgres')
  await client.connect()
  try {
    const has = async (sql: string, name: string) => (await client.query(sql, [name])).rowCount !== 0
    for (const [role, right] of [
      [OWNER_LOGIN, 'createrole'],
      [SERVICE_LOGIN, ''],
    ] as const) {
      if (!(await has('select from pg_roles where rolname = $1', role)))
        await client.query(`create role ${role} login ${right}`)
    }
    if (!(await has('select from pg_database where datname = $1', EMBEDDED_DATABASE)))
      await client.query(`create database ${EMBEDDED_DATABASE} owner ${OWNER_LOGIN}`)
  } finally {
    await client.end()
  }
}
