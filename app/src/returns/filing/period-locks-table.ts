/** The table of locked periods, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { PeriodLock } from './period-lock.ts'

function locks(handle: Handle): Kysely<{ readonly period_locks: PeriodLock }> {
  return handle.withTables<{ readonly period_locks: PeriodLock }>()
}

export async function insertLock(handle: Handle, lock: PeriodLock): Promise<void> {
  await locks(handle).insertInto('period_locks').values(lock).execute()
}

/** Under every programme, in the order in which they were recorded. */
export async function locksOfFirm(handle: Handle, manufacturer: string): Promise<readonly PeriodLock[]> {
  const all = locks(handle).selectFrom('period_locks').selectAll().where('manufacturer_id', '=', manufacturer)
  return await all.orderBy('id').execute()
}

/** In the order in which they were recorded. */
export async function locksOf(
  handle: Handle,
  { manufacturer_id, programme }: Pick<PeriodLock, 'manufacturer_id' | 'programme'>,
): Promise<readonly PeriodLock[]> {
  return await locks(handle)
    .selectFrom('period_locks')
    .selectAll()
    .where('manufacturer_id', '=', manufacturer_id)
    .where('programme', '=', programme)
    .orderBy('id')
    .execute()
}
