import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EMBEDDED_DATABASE, type EmbeddedPostgres, SERVICE_LOGIN, startPostgres } from './embedded-postgres.ts'
import { embeddedBinaries, linkLibraries } from './postgres-binaries.ts'
import { copyTemplate } from './test-database-fixture.ts'

const IS_ROOT = process.getuid?.() === 0
const NOBODY = 65_534
const MOUNTS = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0
const LAUNCHER = join(import.meta.dirname, 'embedded-postgres.ts')
const BINARIES = join(import.meta.dirname, 'postgres-binaries.ts')

let scratch = ''
let running: EmbeddedPostgres[] = []
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'maqami-launcher-'))
  chmodSync(scratch, 0o755)
  running = []
})
afterEach(async () => {
  for (const one of running) await one.stop()
  rmSync(scratch, { recursive: true })
})

async function start(folder: string): Promise<EmbeddedPostgres> {
  const started = await startPostgres(folder, embeddedBinaries())
  running.push(started)
  return started
}

function used(): string {
  const folder = join(scratch, 'used')
  copyTemplate(folder)
  return folder
}

async function ask(host: string, question: string): Promise<unknown> {
  const client = new Client({ host, user: SERVICE_LOGIN, database: EMBEDDED_DATABASE })
  await client.connect()
  const { rows } = await client.query<{ answer: unknown }>(`select (${question}) as answer`)
  await client.end()
  return rows[0]?.answer
}

/** A Maqami of its own, as a program in a process. */
function another(folder: string, then: string): readonly string[] {
  const program = `import { startPostgres } from ${JSON.stringify(LAUNCHER)}
    import { embeddedBinaries } from ${JSON.stringify(BINARIES)}
    const started = await startPostgres(${JSON.stringify(folder)}, embeddedBinaries()); ${then}`
  return ['--input-type=module', '-e', program]
}

test('it listens on a socket only, which nobody else may enter, in a folder with a space in its name', async () => {
  const folder = join(scratch, 'the data')
  const { host } = await start(folder)
  expect(host).toBe(join(folder, 'socket'))
  expect(await ask(host, `select current_setting('listen_addresses')`)).toBe('')
  expect(await ask(host, `select current_setting('fsync')`)).toBe('on')
  expect(await ask(host, 'select rolsuper from pg_roles where rolname = current_user')).toBe(false)
  expect(spawnSync('stat', ['-c', '%a', host]).stdout.toString().trim()).toBe('700')
})

test('what it holds is there after it was stopped and started', async () => {
  const folder = used()
  const first = await start(folder)
  const client = new Client({ host: first.host, user: 'postgres', database: EMBEDDED_DATABASE })
  await client.connect()
  await client.query(`create table kept as select 'it' as what; grant select on kept to public`)
  await client.end()
  await first.stop()
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
  const second = await start(folder)
  expect(await ask(second.host, 'select what from kept')).toBe('it')
})

test('a path that is too long for a socket gets its socket elsewhere', async () => {
  mkdirSync(join(scratch, 'a'.repeat(60)))
  const folder = join(scratch, 'a'.repeat(60), 'b'.repeat(60))
  copyTemplate(folder)
  const { host } = await start(folder)
  expect(host.startsWith(join(tmpdir(), 'maqami-'))).toBe(true)
  expect(await ask(host, 'select 1')).toBe(1)
  rmSync(host, { recursive: true })
})

test('of two that start at once on a new folder one runs, and the other is told who is there', async () => {
  const both = await Promise.allSettled([start(scratch), start(scratch)])
  const refused = both.filter((one) => one.status === 'rejected').map((one) => String(one.reason))
  expect(refused).toHaveLength(1)
  expect(refused[0]).toContain(`Another Maqami uses the data folder '${scratch}'. Stop it first`)
})

test('the PostgreSQL of a Maqami that was killed is taken over, and stopped in the end', async () => {
  const folder = used()
  const child = spawn(process.execPath, another(folder, `console.log(started.pid); setInterval(() => {}, 1000)`))
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  child.kill('SIGKILL')
  const adopted = await start(folder)
  expect(adopted.pid).toBe(Number(said.toString()))
  await adopted.stop()
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('it says when the database has gone, and starts again on what the crash left', async () => {
  const folder = used()
  const first = await start(folder)
  process.kill(first.pid, 'SIGKILL')
  await first.lost
  const second = await start(folder)
  expect(second.pid).not.toBe(first.pid)
  expect(await ask(second.host, 'select 1')).toBe(1)
})

test('a process number that went to another program does not keep the database from starting', async () => {
  const folder = used()
  const first = await start(folder)
  const file = join(folder, 'postgres', 'postmaster.pid')
  const left = readFileSync(file, 'utf8')
  await first.stop()
  // As the same user, for PostgreSQL takes that for a database which runs.
  const stranger = spawn('sleep', ['60'], IS_ROOT ? { uid: NOBODY, gid: NOBODY } : {})
  writeFileSync(file, left.replace(/^\d+/, String(stranger.pid)))
  const second = await start(folder)
  expect(await ask(second.host, 'select 1')).toBe(1)
  stranger.kill()
})

test('a crash between making the file of the process and writing it does not keep the database from starting', async () => {
  const folder = used()
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), '')
  const { host } = await start(folder)
  expect(await ask(host, 'select 1')).toBe(1)
})

test('a database of another major version is refused, and left as it is', async () => {
  mkdirSync(join(scratch, 'postgres'))
  writeFileSync(join(scratch, 'postgres', 'PG_VERSION'), '15\n')
  await expect(start(scratch)).rejects.toThrow(
    /was written by PostgreSQL 15, and this Maqami comes with 18, which cannot read it/,
  )
  expect(readFileSync(join(scratch, 'postgres', 'PG_VERSION'), 'utf8')).toBe('15\n')
})

test('a folder that holds something else is not written over', async () => {
  mkdirSync(join(scratch, 'postgres'))
  writeFileSync(join(scratch, 'postgres', 'thesis.txt'), 'mine')
  await expect(start(scratch)).rejects.toThrow('holds something that is no database. Move it away')
  expect(readFileSync(join(scratch, 'postgres', 'thesis.txt'), 'utf8')).toBe('mine')
})

test.runIf(IS_ROOT)('under root, a folder that the user of PostgreSQL may not enter is named', async () => {
  const closed = join(scratch, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  await expect(start(join(closed, 'data'))).rejects.toThrow(
    `who may not enter '${closed}', on the way to the data folder`,
  )
})

test.skipIf(IS_ROOT)('a folder that cannot be written is named', async () => {
  chmodSync(scratch, 0o500)
  await expect(start(scratch)).rejects.toThrow(`The data folder '${scratch}' cannot be written`)
  chmodSync(scratch, 0o755)
})

test.runIf(MOUNTS)('a disk that is full is called full, and what was begun is removed', () => {
  const words = another(join(scratch, 'data'), '')
  // A file system of 20 MB, of which a new database takes some 40, seen by this process only.
  const mount = `mount -t tmpfs -o size=20m,mode=755 tmpfs "$0" && "$@"; ls "$0/data"`
  const { stdout, stderr } = spawnSync('unshare', ['-m', 'sh', '-c', mount, scratch, process.execPath, ...words], {
    encoding: 'utf8',
  })
  expect(stderr).toContain('the disk is full. Make room, or name a data folder on another disk.')
  expect(stdout.trim()).toBe('')
})

test('links that an install script would have made are made at the start', () => {
  mkdirSync(join(scratch, 'native', 'lib'), { recursive: true })
  const link = { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }
  writeFileSync(join(scratch, 'native', 'pg-symlinks.json'), JSON.stringify([link]))
  linkLibraries(scratch)
  linkLibraries(scratch)
  expect(readlinkSync(join(scratch, link.target))).toBe('libpq.so.5.18')
})
