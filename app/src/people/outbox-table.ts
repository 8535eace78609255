/** Letters until they are sent, and all the SQL that knows them. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'

export interface Letter {
  readonly id: string
  readonly email: string
  readonly about: 'invitation' | 'recovery' | 'reminder' | 'webhook_off' | 'warning'
  /** Empty once a mail server has taken it. */
  readonly sealed_text: string
  readonly queued_at: string
  readonly expires_at: string
  readonly sent_at: string | null
  readonly sent_to: 'mail_server' | 'file' | null
}

function outbox(handle: Handle): Kysely<{ readonly outbox: Letter }> {
  return handle.withTables<{ readonly outbox: Letter }>()
}

export async function insertLetter(handle: Handle, letter: Omit<Letter, 'sent_at' | 'sent_to'>): Promise<void> {
  await outbox(handle)
    .insertInto('outbox')
    .values({ ...letter, sent_at: null, sent_to: null })
    .execute()
}

export async function findLetter(handle: Handle, id: string): Promise<Letter | undefined> {
  return await outbox(handle).selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function markSent(handle: Handle, id: string, at: string, to: 'mail_server' | 'file'): Promise<void> {
  await outbox(handle)
    .updateTable('outbox')
    .set({ sent_at: at, sent_to: to, ...(to === 'mail_server' && { sealed_text: '' }) })
    .where('id', '=', id)
    .execute()
}

/** Those that hold still and that no mail server has taken, the oldest first. */
export async function lettersAt(handle: Handle, now: string): Promise<readonly Letter[]> {
  return await outbox(handle)
    .selectFrom('outbox')
    .selectAll()
    .where('expires_at', '>', now)
    .where((eb) => eb.or([eb('sent_to', 'is', null), eb('sent_to', '=', 'file')]))
    .orderBy('id')
    .execute()
}
