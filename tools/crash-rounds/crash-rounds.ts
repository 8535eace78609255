/**
 * Kills the service, its database, one connection of it, or service and database together while the thread runs, over and over, and holds what
 * is left against what was acknowledged.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { findTampering } from '../../app/src/audit-log/find-tampering.ts'
import { checkpointFile, keptCheckpoint } from '../../app/src/audit-log/keep-checkpoint.ts'
import { auditKeyFile, readAuditKey } from '../../app/src/audit-log/open-audit-key.ts'
import { readConfiguration } from '../../app/src/kernel/configuration.ts'
import { EMBEDDED_DATABASE, joinPostgres } from '../../app/src/kernel/embedded-postgres.ts'
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

const READER = systemActor('crash rounds')
const PATIENCE_MS = 60_000
const WRITER = fileURLToPath(new URL('./run-thread.ts', import.meta.url))

/** Every kind in turn, each at a random moment within `longestMs` of the first acknowledgement. */
export async function* crashRounds(folder: string, rounds: number, longestMs: number): AsyncGenerator<Crashed> {
  const acknowledged = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    const killed = KINDS[round % KINDS.length] ?? 'the service'
    const before = acknowledged.size
    await crash(folder, killed, longestMs, acknowledged)
    yield { killed, acknowledged: acknowledged.size - before, findings: await examine(folder, acknowledged) }
  }
}

async function crash(folder: string, killed: Kind, longestMs: number, acknowledged: Set<string>): Promise<void> {
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
    await sleep(Math.random() * longestMs)
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

/** What each command leaves behind, counted where its events are counted. */
const TRACES: readonly (readonly [command: string, rows: string])[] = [
  ['apply_for_registration', `select count(*) from manufacturer_events where kind = 'applied'`],
  ['decide_registration', `select count(*) from manufacturer_events where kind <> 'applied'`],
  ['grant_licence', `select count(*) from licence_orders where kind = 'grant'`],
  ['draw_quota', 'select count(*) from licence_draws'],
  ['register_model', 'select count(*) from models'],
  ['upload_return', 'select count(*) from return_versions'],
  ['upload_return', `select count(*) from documents where name like '%.xlsx'`],
  ['file_return', `select count(*) from return_events where kind = 'filed'`],
  ['review_return', `select count(*) from return_events where kind <> 'filed'`],
  ['make_assessment', 'select count(*) from assessments'],
  ['prepare_determination', 'select count(*) from determinations'],
  ['approve_determination', `select count(*) from determination_events where kind = 'approved'`],
  ['print_letter', `select count(*) from documents where name like '%.pdf'`],
  ['serve_notice', 'select count(*) from notices'],
  ['serve_notice', `select count(*) from case_facts where fact = 'notice_served_on'`],
  ['answer_notice', `select count(*) from notice_events where kind = 'answered'`],
  ['record_cure', `select count(*) from notice_events where kind = 'cured'`],
  ['record_cure', `select count(*) from case_facts where fact = 'failure_cured_on'`],
]
/** A licence that a sanction suspended or a restoration lifted has its order, and every entry its two postings. */
const NONE_OF: readonly (readonly [sentence: string, rows: string])[] = [
  [
    'approved sanctions and restorations without their order',
    `select count(*) from determinations d join determination_events e on e.determination_id = d.id and e.kind = 'approved'
      where d.kind in ('sanction', 'restoration') and not exists (select from licence_orders o where o.determination_id = d.id)`,
  ],
  [
    'approved entitlements without an entry',
    `select count(*) from determinations d join determination_events e on e.determination_id = d.id and e.kind = 'approved'
      where d.kind = 'entitlement' and not exists (select from ledger_entries l where l.determination_id = d.id)`,
  ],
  [
    'entries without two postings',
    'select count(*) from ledger_entries where (select count(*) from ledger_postings where entry_id = id) <> 2',
  ],
]

async function halves(folder: string): Promise<readonly string[]> {
  const findings: string[] = []
  const host = await joinPostgres(folder)
  if (host === undefined) throw new Error(`no PostgreSQL runs in ${folder}`)
  const client = new Client({ host, user: 'postgres', database: EMBEDDED_DATABASE })
  await client.connect()
  try {
    const count = async (statement: string, values: readonly string[] = []): Promise<number> => {
      const { rows } = await client.query<{ count: string }>(statement, [...values])
      return Number(rows[0]?.count)
    }
    for (const [command, statement] of TRACES) {
      const events = await count('select count(*) from audit_events where command = $1', [command])
      const rows = await count(statement)
      if (events !== rows) findings.push(`${events} events of ${command}, and ${rows} rows: ${statement}`)
    }
    for (const [sentence, statement] of NONE_OF) {
      const rows = await count(statement)
      if (rows > 0) findings.push(`There are ${rows} ${sentence}.`)
    }
    return findings
  } finally {
    await client.end()
  }
}

async function examine(folder: string, acknowledged: ReadonlySet<string>): Promise<readonly string[]> {
  const configuration = readConfiguration({ MAQAMI_DATA_FOLDER: folder })
  const key = readAuditKey(auditKeyFile(configuration))
  const kept = keptCheckpoint(checkpointFile(folder))
  const { database, close } = await openDatabase(configuration, { warn: () => undefined, giveUp: () => undefined })
  try {
    const { findings } = await findTampering(database, key, kept, () => undefined)
    const ids = await readAs(database, READER, async (tables) => {
      const events = tables.withTables<{ audit_events: { id: string } }>().selectFrom('audit_events')
      return new Set((await events.select('id').execute()).map(({ id }) => id))
    })
    const lost = [...acknowledged].filter((id) => !ids.has(id))
    return [
      ...findings,
      ...lost.map((id) => `The event ${id} was acknowledged and is lost.`),
      ...(await halves(folder)),
    ]
  } finally {
    await close()
  }
}
