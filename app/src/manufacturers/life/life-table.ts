/** The tables of what happens to firms, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { FirmEvent, FirmEventDecision, FirmName } from './life.ts'

type EventRow = Omit<FirmEvent, 'decided'>

interface Succession {
  readonly firm_id: string
  readonly position: number
  readonly answers_id: string
  readonly effective_on: string
  readonly event_id: string
}

interface NameRow {
  readonly firm_id: string
  readonly position: number
  readonly name: string
  readonly from_on: string
  readonly event_id: string
}

type LifeTables = {
  readonly firm_events: EventRow
  readonly firm_event_decisions: FirmEventDecision & { readonly event_id: string }
  readonly firm_event_parties: { readonly event_id: string; readonly firm_id: string }
  readonly firm_names: NameRow
  readonly firm_successions: Succession
}

function life(handle: Handle): Kysely<LifeTables> {
  return handle.withTables<LifeTables>()
}

export async function insertFirmEvent(handle: Handle, event: EventRow): Promise<void> {
  const parts = JSON.stringify(event.parts) as unknown as EventRow['parts']
  await life(handle)
    .insertInto('firm_events')
    .values({ ...event, parts })
    .execute()
}

export async function insertFirmEventDecision(
  handle: Handle,
  decision: FirmEventDecision & { readonly event_id: string },
): Promise<void> {
  const names = (decision.names && JSON.stringify(decision.names)) as FirmEventDecision['names']
  await life(handle)
    .insertInto('firm_event_decisions')
    .values({ ...decision, names })
    .execute()
}

export async function insertParties(handle: Handle, event_id: string, firms: readonly string[]): Promise<void> {
  await life(handle)
    .insertInto('firm_event_parties')
    .values(firms.map((firm_id) => ({ event_id, firm_id })))
    .execute()
}

export async function insertFirmName(handle: Handle, name: NameRow): Promise<void> {
  await life(handle).insertInto('firm_names').values(name).execute()
}

export async function insertSuccession(handle: Handle, succession: Succession): Promise<void> {
  await life(handle).insertInto('firm_successions').values(succession).execute()
}

export async function findFirmEvent(handle: Handle, id: string): Promise<FirmEvent | undefined> {
  const [found] = await withDecisions(
    handle,
    await life(handle).selectFrom('firm_events').selectAll().where('id', '=', id).execute(),
  )
  return found
}

/** Those of the firm, and approved ones of others that concern it, in the order in which they were proposed. */
export async function firmEventsOf(handle: Handle, firm: string): Promise<readonly FirmEvent[]> {
  const concerning = life(handle).selectFrom('firm_event_parties').select('event_id').where('firm_id', '=', firm)
  const rows = await life(handle)
    .selectFrom('firm_events')
    .selectAll()
    .where((is) => is.or([is('firm_id', '=', firm), is('id', 'in', concerning)]))
    .orderBy('id')
    .execute()
  return await withDecisions(handle, rows)
}

/** Of all firms, in the order in which they were approved. */
export async function approvedEvents(handle: Handle): Promise<readonly FirmEvent[]> {
  const rows = await life(handle)
    .selectFrom('firm_events')
    .innerJoin('firm_event_decisions', 'event_id', 'id')
    .selectAll('firm_events')
    .where('firm_event_decisions.kind', '=', 'approved')
    .orderBy('firm_event_decisions.recorded_at')
    .execute()
  return await withDecisions(handle, rows)
}

/** What waits for a second officer, the longest first. */
export async function firmEventsWaiting(handle: Handle): Promise<readonly FirmEvent[]> {
  const rows = await life(handle)
    .selectFrom('firm_events')
    .selectAll()
    .where('id', 'not in', life(handle).selectFrom('firm_event_decisions').select('event_id'))
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, decided: null }))
}

async function withDecisions(handle: Handle, rows: readonly EventRow[]): Promise<readonly FirmEvent[]> {
  if (rows.length === 0) return []
  const decisions = await life(handle)
    .selectFrom('firm_event_decisions')
    .selectAll()
    .where(
      'event_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const decisionOf = new Map(decisions.map(({ event_id, ...decided }) => [event_id, decided]))
  return rows.map((row) => ({ ...row, decided: decisionOf.get(row.id) ?? null }))
}

/** After the name that was registered, each from its day. */
export async function namesSince(
  handle: Handle,
  firms: readonly string[],
): Promise<ReadonlyMap<string, readonly FirmName[]>> {
  const rows = await life(handle)
    .selectFrom('firm_names')
    .select(['firm_id', 'name', 'from_on'])
    .where('firm_id', 'in', firms)
    .orderBy('position')
    .execute()
  return Map.groupBy(rows, ({ firm_id }) => firm_id)
}

/** Who answers for each of them, one after the other; those that go on are left out. */
export async function successionsOf(
  handle: Handle,
  firms: readonly string[],
): Promise<ReadonlyMap<string, readonly Succession[]>> {
  const rows = await life(handle)
    .selectFrom('firm_successions')
    .selectAll()
    .where('firm_id', 'in', firms)
    .orderBy('position')
    .execute()
  return Map.groupBy(rows, ({ firm_id }) => firm_id)
}

/** For whom the firm answers now beside itself: what passed on from it to another is not among them. */
export async function answeredBy(handle: Handle, firm: string): Promise<readonly string[]> {
  const { rows } = await sql<Pick<Succession, 'firm_id'>>`
    select s.firm_id from firm_successions s
    where s.answers_id = ${firm} and not exists (select from firm_successions own where own.firm_id = ${firm})
    order by s.effective_on, s.firm_id`.execute(handle)
  return rows.map(({ firm_id }) => firm_id)
}
