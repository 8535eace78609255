/**
 * Kills the service, its database, one connection of it, or service and database together while events are written, over and over, and holds what
 * is left against what was acknowledged.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findTampering } from '../../app/src/audit-log/find-tampering.ts'
import { checkpointFile, keptCheckpoint } from '../../app/src/audit-log/keep-checkpoint.ts'
import { auditKeyFile, readAuditKey } from '../../app/src/audit-log/open-audit-key.ts'
import { readConfiguration } from '../../app/src/kernel/configuration.ts'
import { openDatabase } from '../../app/src/kernel/open-database.ts'
import { readAs, systemActor } from '../../app/src/kernel/transaction.ts'

const KINDS = ['the service', 'the database', 'a connection', 'both at once'] as const
type Kind = (typeof KINDS)[number]

export interface Crashed {
  readonly killed: Kind
  readonly acknowledged: number
  /** Everything that is not as it should be, in sentences. */
  readonly findings: readonly string[]
}

const PATIENCE_MS = 60_000
const LONGEST_ROUND_MS = 400
const WRITER = fileURLToPath(new URL('./write-events.ts', import.meta.url))

/** Every kind in turn, each at a random moment. */
export async function* crashRounds(folder: string, rounds: number): AsyncGenerator<Crashed> {
  const acknowledged = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    const killed = KINDS[round % KINDS.length] ?? 'the service'
    const before = acknowledged.size
    await crash(folder, killed, acknowledged)
    yield { killed, acknowledged: acknowledged.size - before, findings: await examine(folder, acknowledged) }
  }
}

async function crash(folder: string, killed: Kind, acknowledged: Set<string>): Promise<void> {
  const environment = { PATH: process.env['PATH'], MAQAMI_DATA_FOLDER: folder }
  const service = spawn(process.execPath, [WRITER], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let complaints = ''
  service.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()))
  service.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()))
  const ended = new Promise((resolve) => service.once('close', resolve))
  const count = (): number => [...said.matchAll(/^acknowledged \S+\n/gm)].length
  const until = async (isSo: () => boolean, what: string): Promise<void> => {
    const deadline = Date.now() + PATIENCE_MS
    while (!isSo()) {
      if (Date.now() > deadline || service.exitCode !== null)
        throw new Error(`${what} did not come: ${said.split('\n').slice(-5).join(' ')} ${complaints}`)
      await sleep(5)
    }
  }
  try {
    await until(() => count() > 0, 'The first acknowledgement')
    await sleep(Math.random() * LONGEST_ROUND_MS)
    kill(killed, folder, service)
    if (killed === 'the database' || killed === 'a connection') {
      // The service is alive, starts the database again and goes on.
      const then = count()
      await until(() => count() > then + 10, 'An acknowledgement after the crash')
    }
  } finally {
    service.kill('SIGKILL')
    await ended
  }
  for (const [, id = ''] of said.matchAll(/^acknowledged (\S+)\n/gm)) acknowledged.add(id)
}

function kill(kind: Kind, folder: string, service: ChildProcess): void {
  const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  if (kind === 'the database' || kind === 'both at once') process.kill(postmaster, 'SIGKILL')
  if (kind === 'a connection') {
    const backends = childrenOf(postmaster)
    const chosen = backends[Math.floor(Math.random() * backends.length)]
    if (chosen !== undefined) process.kill(chosen, 'SIGKILL')
  }
  if (kind === 'the service' || kind === 'both at once') service.kill('SIGKILL')
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(parent)
      } catch {
        return false
      }
    })
    .map(Number)
}

async function examine(folder: string, acknowledged: ReadonlySet<string>): Promise<readonly string[]> {
  const configuration = readConfiguration({ MAQAMI_DATA_FOLDER: folder })
  const key = readAuditKey(auditKeyFile(configuration))
  const kept = keptCheckpoint(checkpointFile(folder))
  const { database, close } = await openDatabase(configuration, { warn: () => undefined, giveUp: () => undefined })
  try {
    const { findings } = await findTampering(database, key, kept, () => undefined)
    const subjects = await readAs(database, systemActor('crash rounds'), async (tables) => {
      const events = tables.withTables<{ audit_events: { subject: string } }>().selectFrom('audit_events')
      return new Set((await events.select('subject').execute()).map(({ subject }) => subject))
    })
    const lost = [...acknowledged].filter((id) => !subjects.has(id))
    return [...findings, ...lost.map((id) => `The event about ${id} was acknowledged and is lost.`)]
  } finally {
    await close()
  }
}
