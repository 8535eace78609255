import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkpointFile, keepCheckpoint, keptCheckpoint } from './audit-log/keep-checkpoint.ts'
import { findTampering } from './audit-log/find-tampering.ts'
import { auditKeyFile, openAuditKey, readAuditKey } from './audit-log/open-audit-key.ts'
import { type Recorder, recordCommand } from './audit-log/record-command.ts'
import { sealEvents } from './audit-log/seal-events.ts'
import { beginDemonstration } from './demonstration/begin-demonstration.ts'
import { writeBackup } from './kernel/backup/back-up.ts'
import { readBackup } from './kernel/backup/manifest.ts'
import { restoreBackup } from './kernel/backup/restore.ts'
import { systemClock } from './kernel/clock.ts'
import { readConfiguration } from './kernel/configuration.ts'
import { makeIds } from './kernel/identifiers.ts'
import { openDatabase } from './kernel/open-database.ts'
import { copyTemplate } from './kernel/test-database-fixture.ts'
import { systemActor } from './kernel/transaction.ts'
import { identitySettings } from './people/identity-settings.ts'
import { openIdentity } from './people/open-identity.ts'

const LETTERS = {
  render: async (data: unknown) => await Promise.resolve(Buffer.from(JSON.stringify(data))),
  renderPlain: async (data: unknown) => await Promise.resolve(Buffer.from(JSON.stringify(data))),
  print: async (text: unknown) => await Promise.resolve(Buffer.from(JSON.stringify(text))),
  addressOf: (number: string) => `https://example.org/verify/${number}`,
  considered: async () => await Promise.resolve([]),
  demonstration: false,
}
const QUIET = { warn: () => undefined, giveUp: () => undefined }

let scratch = ''
let backup = ''
let acknowledgedBefore: readonly string[] = []
let restored = ''

function settingsOf(folder: string) {
  return readConfiguration({ MAQAMI_DATA_FOLDER: folder })
}

/** A used service, backed up while somebody goes on working, and restored elsewhere. */
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'maqami-backup-'))
  chmodSync(scratch, 0o755)
  const folder = join(scratch, 'data')
  copyTemplate(folder)
  const configuration = settingsOf(folder)
  const opened = await openDatabase(configuration, QUIET)
  const key = openAuditKey(configuration)
  const settings = identitySettings(configuration, () => undefined)
  const recorderOf = (clock: () => number): Recorder => ({ ...opened, key, clock, makeId: makeIds(clock) })
  await beginDemonstration(
    (clock) => openIdentity(recorderOf(clock), opened.authPool, settings),
    LETTERS,
    () => undefined,
  )
  const recorder = recorderOf(systemClock)
  const checkpoint = await sealEvents(recorder)
  if (checkpoint !== undefined) keepCheckpoint(checkpointFile(folder), checkpoint)
  const acknowledged: string[] = []
  const working = { on: true }
  const work = (async () => {
    while (working.on) {
      const subject = `work ${acknowledged.length}`
      await recordCommand(recorder, systemActor('keeper'), 'start_service', async () => {
        return await Promise.resolve({ done: undefined, subject, details: {} })
      })
      acknowledged.push(subject)
    }
  })()
  while (acknowledged.length < 20) await new Promise((resolve) => setTimeout(resolve, 5))
  acknowledgedBefore = [...acknowledged]
  backup = join(scratch, 'backup')
  await writeBackup(folder, backup)
  working.on = false
  await work
  await opened.close()
  restored = join(scratch, 'restored')
  await restoreBackup(backup, restored)
}, 60_000)
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

test('a backup that was restored gives the same backup again, row for row', async () => {
  const again = await writeBackup(restored, join(scratch, 'again'))
  const first = await readBackup(backup)
  expect(again.tables.map(({ schema, name, rows, rows_hash }) => [schema, name, rows, rows_hash])).toEqual(
    first.tables.map(({ schema, name, rows, rows_hash }) => [schema, name, rows, rows_hash]),
  )
  expect([again.sequences, again.files, again.migrations]).toEqual([first.sequences, first.files, first.migrations])
  const rowsOf = (name: string) => first.tables.find((table) => table.name === name)?.rows ?? 0
  expect(
    ['returns', 'ledger_postings', 'documents', 'determinations', 'user'].filter((name) => rowsOf(name) === 0),
  ).toEqual([])
})

test('what was acknowledged before the backup began is in it, and the audit log is whole', async () => {
  const configuration = settingsOf(restored)
  const opened = await openDatabase(configuration, QUIET)
  try {
    const key = readAuditKey(auditKeyFile(configuration))
    const found = await findTampering(opened.database, key, keptCheckpoint(checkpointFile(restored)), () => undefined)
    expect(found.findings).toEqual([])
    const { events } = await eventsOf(opened.database)
    expect(acknowledgedBefore.filter((subject) => !events.has(subject))).toEqual([])
  } finally {
    await opened.close()
  }
})

async function eventsOf({ pool }: Awaited<ReturnType<typeof openDatabase>>['database']) {
  const client = await pool.connect()
  try {
    await client.query("begin; select set_config('maqami.role', 'system', true)")
    const { rows } = await client.query<{ subject: string }>('select subject from audit_events')
    await client.query('rollback')
    return { events: new Set(rows.map(({ subject }) => subject)) }
  } finally {
    client.release()
  }
}

test('a backup of which one byte was altered is refused before anything is made', async () => {
  const folder = join(scratch, 'damaged')
  await writeBackup(restored, folder)
  const [table] = readdirSync(join(folder, 'tables')).filter((name) => name.includes('ledger_postings'))
  appendFileSync(join(folder, 'tables', String(table)), ' ')
  const target = join(scratch, 'never')
  await expect(restoreBackup(folder, target)).rejects.toThrow(/damaged.*postings/)
  rmSync(join(folder, 'tables', String(table)))
  await expect(restoreBackup(folder, target)).rejects.toThrow(/not whole.*postings/)
  writeFileSync(join(folder, 'manifest.json'), '{"backup":1}')
  await expect(restoreBackup(folder, target)).rejects.toThrow(/not the list of a backup/)
  expect(existsSync(target)).toBe(false)
})

test('nothing is written over: neither a folder by a backup, nor a data folder by what is restored', async () => {
  await expect(writeBackup(restored, backup)).rejects.toThrow(/is there already/)
  const used = join(scratch, 'used')
  mkdirSync(used)
  writeFileSync(join(used, 'notes.txt'), 'mine')
  await expect(restoreBackup(backup, used)).rejects.toThrow(/holds something already/)
  expect(readdirSync(used)).toEqual(['notes.txt'])
})

test('a backup of a newer Maqami is refused, and names the one that made it', async () => {
  const folder = join(scratch, 'newer')
  const manifest = await writeBackup(restored, folder)
  const migrations = [...manifest.migrations, { number: 9999, name: '9999-later.sql', checksum: 'a'.repeat(64) }]
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, maqami: '9.9', migrations }))
  await expect(restoreBackup(folder, join(scratch, 'older'))).rejects.toThrow(/made by Maqami 9\.9 .*9999-later\.sql/)
})
