/** The tables of the audit log, and all the SQL that knows them. */
import { sql, type Kysely } from 'kysely'
import { type Handle, insertOf, sendAtOnce } from '../kernel/database.ts'
import type { Checkpoint, Seal, SignedEvent } from './event.ts'

type AuditTables = {
  readonly audit_events: SignedEvent
  readonly audit_pending: { readonly event_id: string }
  readonly audit_seals: Seal
  readonly audit_checkpoints: Checkpoint
}

const CHAIN_LOCK = 7_240_003

function audit(handle: Handle): Kysely<AuditTables> {
  return handle.withTables<AuditTables>()
}

const EVENT_COLUMNS = [
  'id',
  'recorded_at',
  'person',
  'organization',
  'role',
  'command',
  'subject',
  'details',
  'key_id',
  'signature',
] as const satisfies readonly (keyof SignedEvent)[]
const INSERT_EVENT = insertOf('audit_events', EVENT_COLUMNS)

/** It then waits to be sealed (`audit_pending`), by a trigger. */
export async function insertEvent(handle: Handle, event: SignedEvent): Promise<void> {
  await sendAtOnce(
    handle,
    INSERT_EVENT,
    EVENT_COLUMNS.map((column) => event[column]),
  )
}

/** Until the end of the transaction nobody else chains. False when somebody else does. */
export async function takeChain(handle: Handle): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(${CHAIN_LOCK}) as taken`.execute(
    handle,
  )
  return rows[0]?.taken === true
}

export async function pendingEvents(handle: Handle, limit: number): Promise<readonly SignedEvent[]> {
  return await audit(handle)
    .selectFrom('audit_pending')
    .innerJoin('audit_events', 'audit_events.id', 'audit_pending.event_id')
    .selectAll('audit_events')
    .orderBy('audit_pending.event_id')
    .limit(limit)
    .execute()
}

export async function lastSeal(handle: Handle): Promise<Seal | undefined> {
  return await audit(handle)
    .selectFrom('audit_seals')
    .selectAll()
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** As lists, so that the statement is one and the same however many there are. */
export async function insertSeals(handle: Handle, seals: readonly Seal[], checkpoint: Checkpoint): Promise<void> {
  const sealed = seals.map((seal) => seal.event_id)
  await sql`
    insert into audit_seals (position, event_id, event_hash, hash)
    select * from unnest(
      ${seals.map((seal) => seal.position)}::bigint[], ${sealed}::uuid[],
      ${seals.map((seal) => seal.event_hash)}::text[], ${seals.map((seal) => seal.hash)}::text[]
    )`.execute(handle)
  await audit(handle).insertInto('audit_checkpoints').values(checkpoint).execute()
  await sql`delete from audit_pending where event_id = any(${sealed}::uuid[])`.execute(handle)
}

export async function lastCheckpoint(handle: Handle): Promise<Checkpoint | undefined> {
  return await audit(handle)
    .selectFrom('audit_checkpoints')
    .selectAll()
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function checkpointsAfter(handle: Handle, after: number, limit: number): Promise<readonly Checkpoint[]> {
  return await audit(handle)
    .selectFrom('audit_checkpoints')
    .selectAll()
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute()
}

/** A seal with its event, which is undefined where the event is not there. */
export interface SealedRow {
  readonly seal: Seal
  readonly event: SignedEvent | undefined
}

export async function sealedAfter(handle: Handle, after: number, limit: number): Promise<readonly SealedRow[]> {
  const rows = await audit(handle)
    .selectFrom('audit_seals')
    .leftJoin('audit_events', 'audit_events.id', 'audit_seals.event_id')
    .select(['position', 'event_id', 'event_hash', 'hash'])
    .selectAll('audit_events')
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map(({ position, event_id, event_hash, hash, ...event }) => ({
    seal: { position, event_id, event_hash, hash },
    event: event.id === null ? undefined : (event as SignedEvent),
  }))
}

/** Events that no seal names, in the order of their identifiers. */
export async function unsealedAfter(handle: Handle, after: string, limit: number): Promise<readonly SignedEvent[]> {
  return await audit(handle)
    .selectFrom('audit_events')
    .leftJoin('audit_seals', 'audit_seals.event_id', 'audit_events.id')
    .selectAll('audit_events')
    .where('audit_seals.event_id', 'is', null)
    .where('audit_events.id', '>', after)
    .orderBy('audit_events.id')
    .limit(limit)
    .execute()
}

/** A page of those about these subjects that the reader may see, newest first. */
export async function listEventsAbout(
  handle: Handle,
  subjects: readonly string[],
  before: string,
  limit: number,
): Promise<readonly SignedEvent[]> {
  return await audit(handle)
    .selectFrom('audit_events')
    .selectAll()
    .where('subject', '=', sql<string>`any(${subjects}::text[])`)
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
