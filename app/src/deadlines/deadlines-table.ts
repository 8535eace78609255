/** Who was reminded of what, where calendars look, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Step } from './obligation.ts'

export interface CalendarAddress {
  readonly id: string
  readonly person_id: string
  readonly organization_id: string
  readonly token_hash: string
  readonly made_at: string
  readonly revoked_at: string | null
}

export interface Reminder {
  readonly person_id: string
  readonly organization_id: string
  readonly obligation: string
  readonly step: Step
  readonly reminded_at: string
}

type DeadlineTables = { readonly calendar_addresses: CalendarAddress; readonly reminders: Reminder }

function deadlines(handle: Handle): Kysely<DeadlineTables> {
  return handle.withTables<DeadlineTables>()
}

export async function insertAddress(handle: Handle, address: CalendarAddress): Promise<void> {
  await deadlines(handle).insertInto('calendar_addresses').values(address).execute()
}

/** One's own that holds, or undefined. */
export async function findAddress(
  handle: Handle,
  person: string,
  organization: string,
): Promise<CalendarAddress | undefined> {
  return await deadlines(handle)
    .selectFrom('calendar_addresses')
    .selectAll()
    .where('person_id', '=', person)
    .where('organization_id', '=', organization)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
}

export async function findAddressByToken(handle: Handle, hash: string): Promise<CalendarAddress | undefined> {
  return await deadlines(handle)
    .selectFrom('calendar_addresses')
    .selectAll()
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
}

export async function revokeAddressAt(handle: Handle, id: string, at: string): Promise<void> {
  await deadlines(handle).updateTable('calendar_addresses').set({ revoked_at: at }).where('id', '=', id).execute()
}

/** False where he was reminded before. */
export async function insertReminder(handle: Handle, reminder: Reminder): Promise<boolean> {
  const inserted = await deadlines(handle)
    .insertInto('reminders')
    .values(reminder)
    .onConflict((conflict) => conflict.doNothing())
    .returning('step')
    .execute()
  return inserted.length > 0
}
