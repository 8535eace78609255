/** What a backup says of itself. It is written last, so a folder without it is no backup. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { WrongInput } from '../command.ts'

export const MANIFEST = 'manifest.json'
export const TABLES = 'tables'
export const FILES = 'files'

const LARGEST_MANIFEST = 10_000_000

/** Names that cannot lead out of the backup's folder. */
const NAME = Type.String({ pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]*$', maxLength: 200 })
const HASH = Type.String({ pattern: '^[0-9a-f]{64}$' })

const SHAPE = Type.Object({
  backup: Type.Literal(1),
  maqami: Type.String(),
  made_at: Type.String(),
  migrations: Type.Array(Type.Object({ number: Type.Integer(), name: Type.String(), checksum: HASH })),
  tables: Type.Array(
    Type.Object({
      schema: NAME,
      name: NAME,
      columns: Type.Array(Type.String()),
      rows: Type.Integer({ minimum: 0 }),
      /** Of the rows as text, so that two backups of the same rows agree whatever packed them. */
      rows_hash: HASH,
      /** Of the file. */
      hash: HASH,
    }),
  ),
  /** The last value as text; null where none was given out yet. */
  sequences: Type.Array(Type.Object({ schema: NAME, name: NAME, last: Type.Union([Type.String(), Type.Null()]) })),
  /** Keys and what else lies beside the database. */
  files: Type.Array(Type.Object({ name: NAME, hash: HASH })),
})

export type Manifest = Type.Static<typeof SHAPE>
export type TableKept = Manifest['tables'][number]

export function tableFile(folder: string, { schema, name }: Pick<TableKept, 'schema' | 'name'>): string {
  return join(folder, TABLES, `${schema}.${name}.gz`)
}

/** Refuses a folder that holds no whole backup, and one of which any byte is not as it was written. */
export async function readBackup(folder: string): Promise<Manifest> {
  const file = join(folder, MANIFEST)
  if (!existsSync(file)) throw new WrongInput([`'${folder}' holds no backup: there is no ${MANIFEST} in it.`])
  const manifest = readManifest(file)
  for (const table of manifest.tables) await holdFile(tableFile(folder, table), table.hash)
  for (const { name, hash } of manifest.files) await holdFile(join(folder, FILES, name), hash)
  return manifest
}

function readManifest(file: string): Manifest {
  if (statSync(file).size > LARGEST_MANIFEST)
    throw new WrongInput([`'${file}' is too large to be the list of a backup.`])
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (Value.Check(SHAPE, value)) return value
  } catch {
    // Said below.
  }
  throw new WrongInput([
    `'${file}' is not the list of a backup that this Maqami can read. Use the Maqami that wrote it.`,
  ])
}

async function holdFile(file: string, hash: string): Promise<void> {
  if (!existsSync(file)) throw new WrongInput([`The backup is not whole: '${file}' is missing. Take another backup.`])
  if ((await hashOfFile(file)) !== hash)
    throw new WrongInput([`The backup is damaged: '${file}' is not as it was written. Take another backup.`])
}

export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
