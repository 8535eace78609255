/** `restore`: a data folder as a backup found it. */
import { copyFileSync, createReadStream, existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Client, DatabaseError } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type ExitCode, print, WrongInput } from '../command.ts'
import { readConfiguration } from '../configuration.ts'
import { ownerClient } from '../database.ts'
import { administrator, EMBEDDED_DATABASE, OWNER_LOGIN, SERVICE_LOGIN, startPostgres } from '../embedded-postgres.ts'
import { type Migration, migrate, MIGRATIONS_FOLDER, readMigrations } from '../migrations.ts'
import { positional, readOptions } from '../options.ts'
import { embeddedBinaries } from '../postgres-binaries.ts'
import { terminalProgress } from '../progress.ts'
import { columnsOf, refuseServer, sqlName, tablesOf } from './back-up.ts'
import { FILES, type Manifest, readBackup, type TableKept, tableFile } from './manifest.ts'

export async function restore(args: readonly string[]): Promise<ExitCode> {
  const folder = resolve(positional(readOptions(args, []), 'DIR'))
  const configuration = readConfiguration(process.env)
  refuseServer(configuration)
  const { MAQAMI_DATA_FOLDER: dataFolder } = configuration
  const manifest = await restoreBackup(folder, dataFolder)
  print(`'${dataFolder}' stands as it was at ${manifest.made_at}.`)
  print('Run `npx maqami audit verify` to see that nothing is missing from the audit log, then start the service.')
  return 0
}

/** Restored aside and moved into place when every row is there. Refuses a data folder that holds anything. */
export async function restoreBackup(backup: string, dataFolder: string): Promise<Manifest> {
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0)
    throw new WrongInput([
      `The data folder '${dataFolder}' holds something already. Move it away, or name another by MAQAMI_DATA_FOLDER.`,
    ])
  const manifest = await readBackup(backup)
  const migrations = migrationsOf(manifest)
  const aside = `${dataFolder}.restoring-${process.pid}`
  try {
    await fillDatabase(backup, aside, manifest, migrations)
    for (const { name } of manifest.files) copyFileSync(join(backup, FILES, name), join(aside, name))
    if (existsSync(dataFolder)) rmdirSync(dataFolder)
    renameSync(aside, dataFolder)
    return manifest
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    throw error
  }
}

/** Those that had been applied; the next start applies what came since. */
function migrationsOf(manifest: Manifest): readonly Migration[] {
  const known = readMigrations(MIGRATIONS_FOLDER)
  const applied = known.slice(0, manifest.migrations.length)
  const other = manifest.migrations.find(
    ({ number, checksum }, index) => applied[index]?.number !== number || applied[index].checksum !== checksum,
  )
  if (other !== undefined)
    throw new WrongInput([
      `The backup was made by Maqami ${manifest.maqami} with the migration '${other.name}', which this one does not have as it was. Restore with the Maqami that made it.`,
    ])
  return applied
}

async function fillDatabase(
  backup: string,
  dataFolder: string,
  manifest: Manifest,
  migrations: readonly Migration[],
): Promise<void> {
  const postgres = await startPostgres(dataFolder, embeddedBinaries())
  try {
    const owner = ownerClient({ host: postgres.host, user: OWNER_LOGIN, database: EMBEDDED_DATABASE })
    await owner.connect()
    await migrate(owner, migrations, SERVICE_LOGIN).finally(async () => await owner.end())
    const client = administrator(postgres.host, EMBEDDED_DATABASE)
    await client.connect()
    await fillTables(client, backup, manifest).finally(async () => await client.end())
  } finally {
    await postgres.stop()
  }
}

async function fillTables(client: Client, backup: string, { tables, sequences }: Manifest): Promise<void> {
  refuseOtherTables(tables, await tablesOf(client))
  // Rows are as they were when every rule held; what only grows could not be written otherwise.
  await client.query("set session_replication_role to replica; set timezone to 'UTC'")
  await client.query('begin')
  await client.query(`truncate ${tables.map(sqlName).join(', ')}`)
  const progress = terminalProgress('Restoring')
  for (const [index, table] of tables.entries()) {
    progress.report(index, tables.length)
    await fillTable(client, backup, table)
  }
  progress.finish()
  for (const { schema, name, last } of sequences)
    if (last !== null) await client.query('select setval($1::regclass, $2)', [sqlName({ schema, name }), last])
  await client.query('commit')
}

function refuseOtherTables(kept: readonly TableKept[], found: Awaited<ReturnType<typeof tablesOf>>): void {
  const nameOf = (table: (typeof found)[number]): string => `${sqlName(table)} (${columnsOf(table)})`
  const known = found.map(nameOf)
  const given = kept.map(nameOf)
  const other = given.find((name) => !known.includes(name)) ?? known.find((name) => !given.includes(name))
  if (other !== undefined)
    throw new WrongInput([
      `The tables of the backup are not those that its migrations make: ${other}. Somebody changed the database past Maqami; load its files by hand.`,
    ])
}

async function fillTable(client: Client, backup: string, table: TableKept): Promise<void> {
  const copy = client.query(copyFrom(`copy ${sqlName(table)} (${columnsOf(table)}) from stdin`))
  try {
    await pipeline(createReadStream(tableFile(backup, table)), createGunzip(), copy)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    throw new WrongInput([`The rows of ${sqlName(table)} do not go in: PostgreSQL says: ${error.message}.`])
  }
  if (copy.rowCount !== table.rows)
    throw new WrongInput([`Of ${sqlName(table)} ${copy.rowCount} rows came back, and ${table.rows} were written.`])
}
