/** The table of the demonstration's calendar, and all the SQL that knows it. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'

export interface Calendar {
  readonly ahead_ms: number
  readonly first_day: string
  readonly began_at: string
}

function demonstration(handle: Handle): Kysely<{ readonly demonstration: Calendar }> {
  return handle.withTables<{ readonly demonstration: Calendar }>()
}

export async function insertCalendar(handle: Handle, calendar: Calendar): Promise<void> {
  await demonstration(handle).insertInto('demonstration').values(calendar).execute()
}

export async function findCalendar(handle: Handle): Promise<Calendar | undefined> {
  return await demonstration(handle)
    .selectFrom('demonstration')
    .select(['ahead_ms', 'first_day', 'began_at'])
    .executeTakeFirst()
}

export async function hasNobody(handle: Handle): Promise<boolean> {
  const { rows } = await sql<{ nobody: boolean }>`select not exists (select from organizations) as nobody`.execute(
    handle,
  )
  return rows[0]?.nobody === true
}
