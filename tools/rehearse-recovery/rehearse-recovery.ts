/** A PostgreSQL server that archives its log is backed up while the service writes, killed, removed, and made again from backup and archive. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, chownSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findTampering } from '../../app/src/audit-log/find-tampering.ts'
import { openAuditKey } from '../../app/src/audit-log/open-audit-key.ts'
import { type Recorder, recordCommand } from '../../app/src/audit-log/record-command.ts'
import { startSealer } from '../../app/src/audit-log/seal-events.ts'
import { systemClock } from '../../app/src/kernel/clock.ts'
import { type Configuration, readConfiguration } from '../../app/src/kernel/configuration.ts'
import {
  administrator,
  EMBEDDED_DATABASE,
  OWNER_LOGIN,
  SERVICE_LOGIN,
  startPostgres,
} from '../../app/src/kernel/embedded-postgres.ts'
import { makeIds } from '../../app/src/kernel/identifiers.ts'
import { openDatabase } from '../../app/src/kernel/open-database.ts'
import { databaseFolder, initialize, prepareFolder, type RunAs } from '../../app/src/kernel/postgres-folder.ts'
import type { PostgresBinaries } from '../../app/src/kernel/postgres-binaries.ts'
import { systemActor } from '../../app/src/kernel/transaction.ts'

export interface Rehearsed {
  readonly acknowledged: number
  /** Of those, before the last file of the log was archived: none of them may be lost. */
  readonly archived: number
  readonly back: number
  readonly lost: number
  readonly lost_ms: number
  readonly recovery_ms: number
  /** Everything that is not as it should be, in sentences. */
  readonly findings: readonly string[]
}

const WORKER = systemActor('rehearsal')

interface Site {
  readonly scratch: string
  readonly binaries: PostgresBinaries
  readonly runAs: RunAs | undefined
  readonly archive: string
}

export async function rehearseRecovery(
  scratch: string,
  server: string,
  { archive_timeout_s, work_ms }: { readonly archive_timeout_s: number; readonly work_ms: number },
): Promise<Rehearsed> {
  const site = await prepareSite(scratch, { folder: server, version: '15' })
  const first = join(scratch, 'first')
  await prepareServer(site, first, archive_timeout_s)
  const postgres = await startPostgres(first, site.binaries)
  const work = await workAndLose(site, postgres, work_ms)
  rmSync(first, { recursive: true })
  const began = performance.now()
  const second = join(scratch, 'second')
  restoreBase(site, second)
  const recovered = await startPostgres(second, site.binaries)
  try {
    await untilWritable(recovered.host)
    const recovery_ms = performance.now() - began
    return { recovery_ms, ...(await compare(site, recovered.host, work)) }
  } finally {
    await recovered.stop()
  }
}

async function prepareSite(scratch: string, binaries: PostgresBinaries): Promise<Site> {
  const archive = join(scratch, 'archive')
  const { runAs } = await prepareFolder(join(scratch, 'first'), binaries)
  for (const folder of [archive, join(scratch, 'base')]) {
    mkdirSync(folder, { mode: 0o700 })
    if (runAs !== undefined) chownSync(folder, runAs.uid, runAs.gid)
  }
  return { scratch, binaries, runAs, archive }
}

/** The settings of docs/operating/backup.md, with a shorter wait. */
async function prepareServer({ binaries, runAs, archive }: Site, folder: string, wait_s: number): Promise<void> {
  await initialize(folder, binaries, runAs)
  appendFileSync(
    join(databaseFolder(folder), 'postgresql.conf'),
    `wal_level = replica
archive_mode = on
archive_timeout = ${wait_s}
archive_command = 'test ! -f "${archive}/%f" && cp "%p" "${archive}/%f.part" && mv "${archive}/%f.part" "${archive}/%f"'
`,
  )
}

interface Acknowledged {
  readonly subject: string
  readonly at: number
}

/** When the server was writing this file of its log, so many events had been acknowledged: they are in it or in one before. */
interface Written {
  readonly file: string
  readonly acknowledged: number
}

interface Work {
  readonly acknowledged: readonly Acknowledged[]
  readonly written: readonly Written[]
}

/** Works all the time; in the middle the base backup is taken, and at the end the server is killed. */
async function workAndLose(
  site: Site,
  { host, pid }: { readonly host: string; readonly pid: number },
  work_ms: number,
): Promise<Work> {
  const configuration = settingsOf(site, host)
  const opened = await openDatabase(configuration, { warn: () => undefined, giveUp: () => undefined })
  const key = openAuditKey(configuration)
  const recorder: Recorder = { ...opened, key, clock: systemClock, makeId: makeIds(systemClock) }
  const sealer = startSealer(
    recorder,
    () => undefined,
    () => undefined,
  )
  const acknowledged: Acknowledged[] = []
  const work = (async () => {
    for (;;) {
      const subject = `work ${acknowledged.length}`
      await recordCommand(recorder, WORKER, 'start_service', async () => {
        return await Promise.resolve({ done: undefined, subject, details: {} })
      })
      acknowledged.push({ subject, at: Date.now() })
    }
  })().catch(() => 'the server has gone')
  const written: Written[] = []
  const watch = watchLog(host, acknowledged, written).catch(() => 'the server has gone')
  await sleep(work_ms / 3)
  takeBase(site, host)
  await sleep((work_ms * 2) / 3)
  process.kill(pid, 'SIGKILL')
  await work
  await watch
  await sealer.stop()
  await opened.close()
  return { acknowledged, written }
}

/** Until the server goes. */
async function watchLog(host: string, acknowledged: readonly Acknowledged[], written: Written[]): Promise<never> {
  const client = administrator(host, EMBEDDED_DATABASE)
  client.on('error', () => undefined)
  await client.connect()
  for (;;) {
    const before = acknowledged.length
    const { rows } = await client.query<{ file: string }>('select pg_walfile_name(pg_current_wal_lsn()) as file')
    written.push({ file: rows[0]?.file ?? '', acknowledged: before })
    await sleep(50)
  }
}

function settingsOf({ scratch }: Site, host: string): Configuration {
  const address = (login: string): string =>
    `postgresql://${login}@localhost/${EMBEDDED_DATABASE}?host=${encodeURIComponent(host)}`
  return readConfiguration({
    MAQAMI_DATA_FOLDER: join(scratch, 'keys'),
    DATABASE_URL: address(SERVICE_LOGIN),
    DATABASE_OWNER_URL: address(OWNER_LOGIN),
  })
}

function takeBase({ binaries, runAs, scratch }: Site, host: string): void {
  const words = ['-h', host, '-U', 'postgres', '-D', join(scratch, 'base'), '--checkpoint=fast', '--wal-method=stream']
  const made = spawnSync(join(binaries.folder, 'bin', 'pg_basebackup'), words, { ...runAs, cwd: '/', encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`pg_basebackup: ${made.stderr}`)
  const held = spawnSync(join(binaries.folder, 'bin', 'pg_verifybackup'), [join(scratch, 'base')], {
    ...runAs,
    cwd: '/',
    encoding: 'utf8',
  })
  if (held.status !== 0) throw new Error(`pg_verifybackup: ${held.stderr}`)
}

function restoreBase({ scratch, runAs, archive }: Site, folder: string): void {
  mkdirSync(folder, { mode: 0o711 })
  const database = databaseFolder(folder)
  cpSync(join(scratch, 'base'), database, { recursive: true, preserveTimestamps: true })
  appendFileSync(join(database, 'postgresql.conf'), `restore_command = 'cp "${archive}/%f" "%p"'\n`)
  writeFileSync(join(database, 'recovery.signal'), '')
  chmodSync(database, 0o700)
  // What PostgreSQL needs to own was copied by whoever runs this.
  if (runAs !== undefined) spawnSync('chown', ['-R', `${runAs.uid}:${runAs.gid}`, database])
}

async function untilWritable(host: string): Promise<void> {
  const client = administrator(host, 'postgres')
  await client.connect()
  try {
    for (;;) {
      const { rows } = await client.query<{ recovering: boolean }>('select pg_is_in_recovery() as recovering')
      if (rows[0]?.recovering === false) return
      await sleep(50)
    }
  } finally {
    await client.end()
  }
}

async function compare(site: Site, host: string, { acknowledged, written }: Work) {
  const configuration = settingsOf(site, host)
  const opened = await openDatabase(configuration, { warn: () => undefined, giveUp: () => undefined })
  try {
    const there = await subjectsIn(host)
    const lost = acknowledged.filter(({ subject }) => !there.has(subject))
    const firstLost = acknowledged.findIndex(({ subject }) => !there.has(subject))
    const killedAt = acknowledged.at(-1)?.at ?? 0
    const last = lastArchived(site)
    const archived = acknowledged.slice(0, written.findLast(({ file }) => file <= last)?.acknowledged ?? 0)
    const { findings } = await findTampering(opened.database, openAuditKey(configuration), undefined, () => undefined)
    const holes =
      firstLost >= 0 && lost.length !== acknowledged.length - firstLost ? ['Rows in the middle are missing.'] : []
    const owed = archived.filter(({ subject }) => !there.has(subject))
    const late = owed.length > 0 ? [`${owed.length} events that had been archived are missing.`] : []
    return {
      acknowledged: acknowledged.length,
      archived: archived.length,
      back: acknowledged.length - lost.length,
      lost: lost.length,
      lost_ms: lost[0] === undefined ? 0 : killedAt - lost[0].at,
      findings: [...findings, ...holes, ...late],
    }
  } finally {
    await opened.close()
  }
}

/** The last file of the log that was archived whole; the server archives them in their order. */
function lastArchived({ archive }: Site): string {
  const files = readdirSync(archive).filter((name) => /^[0-9A-F]{24}$/.test(name))
  return files.toSorted().at(-1) ?? ''
}

async function subjectsIn(host: string): Promise<ReadonlySet<string>> {
  const client = administrator(host, EMBEDDED_DATABASE)
  await client.connect()
  try {
    const { rows } = await client.query<{ subject: string }>('select subject from audit_events')
    return new Set(rows.map(({ subject }) => subject))
  } finally {
    await client.end()
  }
}
