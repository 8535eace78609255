/** The keys of issuers, and all the SQL that knows them. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { HeldKey, IssuerKeyEnd, IssuerKeyLine } from './issuer-key.ts'

type KeyTables = {
  readonly issuer_keys: IssuerKeyLine
  readonly issuer_key_secrets: { readonly key_id: string; readonly sealed: string }
  readonly issuer_key_ends: IssuerKeyEnd
}

function keys(handle: Handle): Kysely<KeyTables> {
  return handle.withTables<KeyTables>()
}

export async function insertKey(handle: Handle, key: IssuerKeyLine, sealed: string): Promise<void> {
  await keys(handle).insertInto('issuer_keys').values(key).execute()
  await keys(handle).insertInto('issuer_key_secrets').values({ key_id: key.id, sealed }).execute()
}

export async function insertKeyEnd(handle: Handle, end: IssuerKeyEnd): Promise<void> {
  await keys(handle).insertInto('issuer_key_ends').values(end).execute()
}

/** Of a laboratory by its number, in the order in which they were made. */
export async function keysOf(handle: Handle, laboratory: string): Promise<readonly HeldKey[]> {
  const all = keys(handle).selectFrom('issuer_keys').selectAll()
  const rows = await all.where('laboratory_number', '=', laboratory).orderBy('id').execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const ends = await keys(handle).selectFrom('issuer_key_ends').selectAll().where('key_id', 'in', ids).execute()
  const byKey = Map.groupBy(ends, ({ key_id }) => key_id)
  return rows.map((row) => ({ ...row, ends: byKey.get(row.id) ?? [] }))
}

/** For the laboratory itself and the service. */
export async function sealedSecret(handle: Handle, key: string): Promise<string | undefined> {
  const all = keys(handle).selectFrom('issuer_key_secrets').select('sealed')
  return (await all.where('key_id', '=', key).executeTakeFirst())?.sealed
}
