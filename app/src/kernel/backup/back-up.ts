/**
 * `backup`: everything that the embedded PostgreSQL holds, as of one moment and while the service goes on, and the keys beside it. A server has
 * tools of its own for that: docs/operating/backup.md.
 */
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import { type Client, escapeIdentifier } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { instantText, systemClock } from '../clock.ts'
import { type ExitCode, print, WrongInput } from '../command.ts'
import { type Configuration, readConfiguration } from '../configuration.ts'
import { administrator, EMBEDDED_DATABASE, joinPostgres, startPostgres } from '../embedded-postgres.ts'
import { positional, readOptions } from '../options.ts'
import { embeddedBinaries } from '../postgres-binaries.ts'
import { databaseFolder } from '../postgres-folder.ts'
import { terminalProgress } from '../progress.ts'
import { FILES, hashOfFile, MANIFEST, type Manifest, type TableKept, tableFile, TABLES } from './manifest.ts'

const OWNER_ONLY = 0o700

export async function backUp(args: readonly string[]): Promise<ExitCode> {
  const folder = resolve(positional(readOptions(args, []), 'DIR'))
  const configuration = readConfiguration(process.env)
  refuseServer(configuration)
  const manifest = await writeBackup(configuration.MAQAMI_DATA_FOLDER, folder)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  print(
    `${manifest.tables.length} tables with ${rows} rows and ${manifest.files.length} files stand in '${folder}', as of ${manifest.made_at}.`,
  )
  print('It holds the keys of this service, so keep it as safe as the service itself.')
  for (const name of ['MAQAMI_AUDIT_KEY_FILE', 'MAQAMI_GATE_KEY_FILE', 'MAQAMI_IDENTITY_SECRET'] as const)
    if (configuration[name] !== undefined) print(`What ${name} gives is not in it; keep that as well.`)
  return 0
}

export function refuseServer(configuration: Configuration): void {
  if (configuration.DATABASE_URL !== undefined)
    throw new WrongInput([
      'DATABASE_URL names a server, which is backed up by its own tools (pg_basebackup and the archive of its log), as docs/operating/backup.md says.',
    ])
}

/** Written aside and moved into place, so that half a backup is never taken for one. Refuses a folder that is there already. */
export async function writeBackup(dataFolder: string, folder: string): Promise<Manifest> {
  if (existsSync(folder)) throw new WrongInput([`'${folder}' is there already. Name a folder that is not.`])
  if (!existsSync(databaseFolder(dataFolder)))
    throw new WrongInput([`The data folder '${dataFolder}' holds no database. Name another by MAQAMI_DATA_FOLDER.`])
  const aside = `${folder}.part-${process.pid}`
  mkdirSync(aside, { recursive: true, mode: OWNER_ONLY })
  try {
    for (const part of [TABLES, FILES]) mkdirSync(join(aside, part), { mode: OWNER_ONLY })
    // Before the database, which may only be ahead of the last checkpoint that lies among the files.
    const files = await copyFiles(dataFolder, join(aside, FILES))
    const manifest = { ...(await withDatabase(dataFolder, async (client) => await copyRows(client, aside))), files }
    writeFileSync(join(aside, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
    renameSync(aside, folder)
    return manifest
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    throw error
  }
}

/** Every file of the data folder but the logs of PostgreSQL; folders in it hold nothing that is not in the database. */
async function copyFiles(dataFolder: string, into: string): Promise<Manifest['files']> {
  const names = readdirSync(dataFolder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('postgres') && /^\w[\w.-]*$/.test(entry.name))
    .map(({ name }) => name)
    .toSorted()
  const kept: Manifest['files'][number][] = []
  for (const name of names) {
    const copy = join(into, name)
    copyFileSync(join(dataFolder, name), copy)
    kept.push({ name, hash: await hashOfFile(copy) })
  }
  return kept
}

async function withDatabase<T>(dataFolder: string, body: (client: Client) => Promise<T>): Promise<T> {
  const running = await joinPostgres(dataFolder)
  const started = running === undefined ? await startPostgres(dataFolder, embeddedBinaries()) : undefined
  const client = administrator(running ?? started?.host ?? '', EMBEDDED_DATABASE)
  try {
    await client.connect()
    return await body(client)
  } finally {
    await client.end()
    await started?.stop()
  }
}

/** The same moment for every table. Rows of one table come in the order in which they lie, which `restore` keeps. */
async function copyRows(client: Client, folder: string): Promise<Omit<Manifest, 'files'>> {
  await client.query("set timezone to 'UTC'; set synchronize_seqscans to off")
  await client.query('begin isolation level repeatable read read only')
  const made_at = instantText(systemClock())
  const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
    'select number, name, checksum from migrations order by number',
  )
  const tables = await tablesOf(client)
  const progress = terminalProgress('Copying')
  const kept: TableKept[] = []
  for (const [index, table] of tables.entries()) {
    progress.report(index, tables.length)
    kept.push(await copyTable(client, folder, table))
  }
  progress.finish()
  const sequences = await sequencesOf(client)
  await client.query('commit')
  return { backup: 1, maqami: ENGINE_VERSION, made_at, migrations, tables: kept, sequences }
}

const OURS = "not in ('pg_catalog', 'information_schema', 'pg_toast')"

/** Tables with their columns, without those that PostgreSQL computes. */
export async function tablesOf(client: Client): Promise<readonly Pick<TableKept, 'schema' | 'name' | 'columns'>[]> {
  const { rows } = await client.query<{ schema: string; name: string; columns: string[] }>(
    `select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and n.nspname ${OURS} and c.relname <> 'migrations'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by 1, 2 order by 1, 2`,
  )
  return rows
}

async function sequencesOf(client: Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<Manifest['sequences'][number]>(
    `select schemaname as schema, sequencename as name, last_value::text as last from pg_sequences
     where schemaname ${OURS} order by 1, 2`,
  )
  return rows
}

async function copyTable(
  client: Client,
  folder: string,
  table: Pick<TableKept, 'schema' | 'name' | 'columns'>,
): Promise<TableKept> {
  const file = tableFile(folder, table)
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const copy = client.query(copyTo(`copy ${sqlName(table)} (${columnsOf(table)}) to stdout`))
  await pipeline(copy, hashing, createGzip(), createWriteStream(file, { mode: 0o600, flush: true }))
  return { ...table, rows: copy.rowCount, rows_hash: hash.digest('hex'), hash: await hashOfFile(file) }
}

export function sqlName({ schema, name }: Pick<TableKept, 'schema' | 'name'>): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`
}

export function columnsOf({ columns }: Pick<TableKept, 'columns'>): string {
  return columns.map(escapeIdentifier).join(', ')
}
