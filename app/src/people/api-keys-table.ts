/** Keys of programs, and all the SQL that knows them. */
import { type CompiledQuery, type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { ApiKey } from './membership.ts'

function keys(handle: Handle): Kysely<{ readonly api_keys: ApiKey }> {
  return handle.withTables<{ readonly api_keys: ApiKey }>()
}

export async function insertApiKey(handle: Handle, key: ApiKey): Promise<void> {
  await keys(handle).insertInto('api_keys').values(key).execute()
}

export function apiKeyCalled(handle: Handle, keyHash: string): CompiledQuery<ApiKey> {
  return sql<ApiKey>`select * from api_keys where key_hash = ${keyHash} and revoked_at is null`.compile(handle)
}

export async function noteUse(handle: Handle, id: string, day: string): Promise<void> {
  await keys(handle)
    .updateTable('api_keys')
    .set({ last_used_on: day })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Those that hold, and end by a day. */
export async function apiKeysEnding(handle: Handle, from: string, until: string): Promise<readonly ApiKey[]> {
  return await keys(handle)
    .selectFrom('api_keys')
    .selectAll()
    .where('revoked_at', 'is', null)
    .where('expires_on', '>=', from)
    .where('expires_on', '<=', until)
    .orderBy('id')
    .execute()
}

export async function noteWarning(handle: Handle, id: string, days: number): Promise<void> {
  await keys(handle).updateTable('api_keys').set({ warned_days: days }).where('id', '=', id).execute()
}

export async function apiKeysOf(handle: Handle, organization: string): Promise<readonly ApiKey[]> {
  return await keys(handle)
    .selectFrom('api_keys')
    .selectAll()
    .where('organization_id', '=', organization)
    .orderBy('id')
    .execute()
}

export async function revokeApiKeyAt(handle: Handle, id: string, at: string): Promise<ApiKey | undefined> {
  return await keys(handle)
    .updateTable('api_keys')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}
