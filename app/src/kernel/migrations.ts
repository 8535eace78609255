/** Brings the database to the newest of the numbered files in app/migrations, which an administrator can read as they are. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, DatabaseError, escapeIdentifier } from 'pg'
import { WrongInput } from './command.ts'
import { APP_ROLE, AUTH_ROLE } from './database.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

export const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../migrations')

const LOCK = 7_240_002

/** In the order of their numbers, each of which comes once. Some are left out where slices wrote theirs in ranges of their own. */
export function readMigrations(folder: string): readonly Migration[] {
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      const checksum = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
      return { number: Number(/^(\d{4})-/.exec(name)?.[1]), name, sql, checksum }
    })
  const wrong = migrations.find(({ number }, index) => !(number > (migrations[index - 1]?.number ?? 0)))
  if (wrong !== undefined)
    throw new WrongInput([
      `The migration '${wrong.name}' has no number of its own. Names begin with four digits, from 0001, and each number comes once.`,
    ])
  return migrations
}

/** Gives how many were applied. Safe to run from several processes at once: one works, the others wait and find it done. */
export async function migrate(
  client: Client,
  migrations: readonly Migration[],
  serviceLogin?: string,
): Promise<number> {
  await client.query('select pg_advisory_lock($1)', [LOCK])
  try {
    for (const role of [APP_ROLE, AUTH_ROLE]) await prepareRole(client, role, serviceLogin)
    await client.query(
      'create table if not exists migrations (number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())',
    )
    const applied = await client.query<AppliedRow>('select number, name, checksum from migrations order by number')
    refuseDifferences(applied.rows, migrations)
    const due = migrations.slice(applied.rows.length)
    for (const migration of due) await apply(client, migration)
    return due.length
  } finally {
    // A connection that broke has dropped the lock with itself.
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined)
  }
}

interface AppliedRow {
  readonly number: number
  readonly name: string
  readonly checksum: string
}

function refuseDifferences(applied: readonly AppliedRow[], migrations: readonly Migration[]): void {
  for (const [index, row] of applied.entries()) {
    const file = migrations[index]
    if (file === undefined)
      throw new WrongInput([
        `The database was brought to '${row.name}' by a newer Maqami; this one knows ${migrations.length} migrations. Run the newer one, or restore the backup from before it.`,
      ])
    if (row.number !== file.number || row.checksum !== file.checksum)
      throw new WrongInput([
        `The migration '${file.name}' is not the one that this database was made with ('${row.name}'). Put the file back as it was, and write what is to change as a new migration.`,
      ])
  }
}

async function apply(client: Client, { number, name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migrations (number, name, checksum) values ($1, $2, $3)', [number, name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    if (!(error instanceof DatabaseError)) throw error
    const line = error.position === undefined ? '' : `:${sql.slice(0, Number(error.position)).split('\n').length}`
    throw new WrongInput([
      `app/migrations/${name}${line}: PostgreSQL says: ${error.message}. The database was left as it was before this file.`,
    ])
  }
}

/** Roles belong to the whole server, so another database of it may have made this one, even at this moment. */
async function prepareRole(client: Client, role: string, serviceLogin: string | undefined): Promise<void> {
  const { rows } = await client.query<{ found: boolean; member: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as found,
      exists (select from pg_roles where rolname = $1 and pg_has_role(session_user, oid, 'member')
        and ($2::text is null or pg_has_role($2::name, oid, 'member'))) as member`,
    [role, serviceLogin ?? null],
  )
  try {
    if (rows[0]?.found !== true) await client.query(`create role ${role} nologin`).catch(ignoreTaken)
    if (rows[0]?.member !== true) {
      await client.query(`grant ${role} to session_user`).catch(ignoreTaken)
      if (serviceLogin !== undefined)
        await client.query(`grant ${role} to ${escapeIdentifier(serviceLogin)}`).catch(ignoreTaken)
    }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    throw new WrongInput([
      `The role ${role} could not be prepared: PostgreSQL says: ${error.message}.`,
      `Let an administrator run: create role ${role} nologin; grant ${role} to the role that signs in.`,
    ])
  }
}

/** duplicate_object, and unique_violation or a concurrent update of the catalogue where two made it at once. */
function ignoreTaken(error: unknown): void {
  const isTaken =
    error instanceof DatabaseError &&
    (['42710', '23505'].includes(error.code ?? '') || error.message.includes('tuple concurrently updated'))
  if (!isTaken) throw error
}
