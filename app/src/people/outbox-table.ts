/** What waits to be sent, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'

export interface Letter {
  readonly id: string
  readonly email: string
  readonly about: 'invitation' | 'recovery'
  readonly sealed_text: string
  readonly queued_at: string
  readonly expires_at: string
}

function outbox(handle: Handle): Kysely<{ readonly outbox: Letter }> {
  return handle.withTables<{ readonly outbox: Letter }>()
}

export async function insertLetter(handle: Handle, letter: Letter): Promise<void> {
  await outbox(handle).insertInto('outbox').values(letter).execute()
}

/** Those whose links still hold, the oldest first. */
export async function lettersAt(handle: Handle, now: string): Promise<readonly Letter[]> {
  return await outbox(handle).selectFrom('outbox').selectAll().where('expires_at', '>', now).orderBy('id').execute()
}
