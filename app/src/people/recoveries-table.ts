/** Recoveries of lost second factors, and all the SQL that knows them. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'

export interface Recovery {
  readonly id: string
  readonly person_id: string
  readonly organization_id: string
  readonly opened_by: string
  readonly opened_at: string
  readonly ready_at: string
  readonly expires_at: string
  readonly completing_hash: string
  readonly stopping_hash: string
  readonly stopped_at: string | null
  /** Who did, or what: `link`, `factor`, `password`, or its own `time`, which is written down when another is to begin. */
  readonly stopped_by: string | null
  readonly completed_at: string | null
}

type Tables = { readonly recoveries: Recovery; readonly people: { readonly id: string; readonly name: string } }

function recoveries(handle: Handle): Kysely<Tables> {
  return handle.withTables<Tables>()
}

export async function insertRecovery(handle: Handle, recovery: Recovery): Promise<void> {
  await recoveries(handle).insertInto('recoveries').values(recovery).execute()
}

export interface NamedRecovery extends Recovery {
  readonly name: string
}

/** That run or wait to be completed, as far as the reader may see them; of one person or of all. */
export async function openRecoveries(handle: Handle, now: string, person?: string): Promise<readonly NamedRecovery[]> {
  const open = recoveries(handle)
    .selectFrom('recoveries')
    .innerJoin('people', 'people.id', 'recoveries.person_id')
    .selectAll('recoveries')
    .select('people.name as name')
    .where('stopped_at', 'is', null)
    .where('completed_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('opened_at')
  return await (person === undefined ? open : open.where('person_id', '=', person)).execute()
}

/** The one of somebody that nobody stopped or completed in its time. */
export async function findExpired(handle: Handle, person: string, now: string): Promise<Recovery | undefined> {
  return await recoveries(handle)
    .selectFrom('recoveries')
    .selectAll()
    .where('person_id', '=', person)
    .where('stopped_at', 'is', null)
    .where('completed_at', 'is', null)
    .where('expires_at', '<=', now)
    .executeTakeFirst()
}

/** How many were begun for somebody since then, whatever became of them. */
export async function countRecoveries(handle: Handle, person: string, since: string): Promise<number> {
  const rows = await recoveries(handle)
    .selectFrom('recoveries')
    .select('id')
    .where('person_id', '=', person)
    .where('opened_at', '>=', since)
    .execute()
  return rows.length
}

/** The one that is called so, or that runs for somebody. */
interface Named {
  readonly by: 'id' | 'stopping_hash' | 'person_id'
  readonly value: string
}

/** The one that was stopped, or undefined where there was none that ran. */
export async function stopRecoveryAt(
  handle: Handle,
  { by, value }: Named,
  stopped: { readonly stopped_at: string; readonly stopped_by: string },
): Promise<Recovery | undefined> {
  return await recoveries(handle)
    .updateTable('recoveries')
    .set(stopped)
    .where(by, '=', value)
    .where('stopped_at', 'is', null)
    .where('completed_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

export async function findCompletable(handle: Handle, hash: string, now: string): Promise<Recovery | undefined> {
  return await recoveries(handle)
    .selectFrom('recoveries')
    .selectAll()
    .where('completing_hash', '=', hash)
    .where('stopped_at', 'is', null)
    .where('completed_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** Undefined where it was stopped or completed meanwhile. */
export async function completeRecoveryAt(handle: Handle, id: string, at: string): Promise<Recovery | undefined> {
  return await recoveries(handle)
    .updateTable('recoveries')
    .set({ completed_at: at })
    .where('id', '=', id)
    .where('ready_at', '<=', at)
    .where('stopped_at', 'is', null)
    .where('completed_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}
