/** The tables of determinations, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Case } from '../case-facts/case-fact.ts'
import type { Decided, Determination, DeterminedFinding, SanctionBar } from './determination.ts'
import type { StandingEvent } from './standing.ts'
import { standingsOf } from './standings-table.ts'

type Prepared = Omit<Determination, 'findings' | 'decided' | 'standings' | 'standings_before'> & {
  readonly findings: string
}

type DeterminationTables = {
  readonly determinations: Prepared
  readonly determination_events: Decided & { readonly determination_id: string; readonly manufacturer_id: string }
}

function determinations(handle: Handle): Kysely<DeterminationTables> {
  return handle.withTables<DeterminationTables>()
}

/** `D-000012`. One that was not used in the end leaves a gap. */
export async function nextNumber(handle: Handle): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('determination_numbers') as next`.execute(handle)
  const next = rows[0]?.next
  if (next === undefined) throw new Error('the sequence of determination numbers gave nothing')
  return `D-${String(next).padStart(6, '0')}`
}

/** `findings` are canonical JSON, since they are hashed. */
export async function insertDetermination(handle: Handle, prepared: Prepared): Promise<void> {
  await determinations(handle).insertInto('determinations').values(prepared).execute()
}

export async function insertDecided(
  handle: Handle,
  decided: DeterminationTables['determination_events'],
): Promise<void> {
  await determinations(handle).insertInto('determination_events').values(decided).execute()
}

export async function findDetermination(handle: Handle, number: string): Promise<Determination | undefined> {
  const row = await determinations(handle)
    .selectFrom('determinations')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  return (await withDecided(handle, row === undefined ? [] : [row]))[0]
}

export async function findById(handle: Handle, id: string): Promise<Determination | undefined> {
  const row = await determinations(handle)
    .selectFrom('determinations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return (await withDecided(handle, row === undefined ? [] : [row]))[0]
}

/** Those of them that the reader may see. */
export async function determinationsById(handle: Handle, ids: readonly string[]): Promise<readonly Determination[]> {
  if (ids.length === 0) return []
  const all = determinations(handle).selectFrom('determinations').selectAll()
  return await withDecided(handle, await all.where('id', 'in', ids).execute())
}

/** Of one subject of a manufacturer's year, oldest first. */
export async function determinationsOf(
  handle: Handle,
  { manufacturer_id, programme, year, subject }: Case,
): Promise<readonly Determination[]> {
  const rows = await determinations(handle)
    .selectFrom('determinations')
    .selectAll()
    .where('manufacturer_id', '=', manufacturer_id)
    .where('programme', '=', programme)
    .where('year', '=', year)
    .where('subject', '=', subject)
    .orderBy('id')
    .execute()
  return await withDecided(handle, rows)
}

/** About one firm under one programme, in a rehearsal or not, oldest first. */
export async function determinationsAbout(
  handle: Handle,
  { manufacturer_id, programme, rehearsal }: Pick<Determination, 'manufacturer_id' | 'programme' | 'rehearsal'>,
): Promise<readonly Determination[]> {
  const rows = await determinations(handle)
    .selectFrom('determinations')
    .selectAll()
    .where('manufacturer_id', '=', manufacturer_id)
    .where('programme', '=', programme)
    .where('rehearsal', '=', rehearsal)
    .orderBy('id')
    .execute()
  return await withDecided(handle, rows)
}

/** Sanctions that were approved, with the restorations that rest on them, newest first. */
export async function listSanctions(
  handle: Handle,
  before: string,
  limit: number,
): Promise<readonly { readonly sanction: Determination; readonly restorations: readonly Determination[] }[]> {
  const all = determinations(handle).selectFrom('determinations').selectAll()
  const approved = determinations(handle).selectFrom('determination_events').select('determination_id')
  const sanctions = await all
    .where('kind', '=', 'sanction')
    .where('id', 'in', approved.where('kind', '=', 'approved'))
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  const ids = sanctions.map(({ id }) => id)
  const after =
    ids.length === 0 ? [] : await all.where('kind', '=', 'restoration').where('follows', 'in', ids).execute()
  const restorations = await withDecided(handle, after)
  return (await withDecided(handle, sanctions)).map((sanction) => ({
    sanction,
    restorations: restorations.filter(({ follows }) => follows === sanction.id),
  }))
}

/** A page of those that the reader may see, newest first. */
export async function listDeterminations(
  handle: Handle,
  before: string,
  limit: number,
): Promise<readonly Determination[]> {
  const all = determinations(handle).selectFrom('determinations').selectAll()
  return await withDecided(handle, await all.where('id', '<', before).orderBy('id', 'desc').limit(limit).execute())
}

/** All but those that were sent back or withdrawn, oldest first. */
export async function listStanding(handle: Handle): Promise<readonly Determination[]> {
  const ended = determinations(handle).selectFrom('determination_events').select('determination_id')
  const all = determinations(handle).selectFrom('determinations').selectAll()
  const rows = await all
    .where('id', 'not in', ended.where('kind', '<>', 'approved'))
    .orderBy('id')
    .execute()
  return await withDecided(handle, rows)
}

async function withDecided(handle: Handle, rows: readonly Prepared[]): Promise<readonly Determination[]> {
  if (rows.length === 0) return []
  const events = await determinations(handle)
    .selectFrom('determination_events')
    .selectAll()
    .where(
      'determination_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const eventOf = new Map(events.map((event) => [event.determination_id, event]))
  const ids = rows.flatMap(({ id, kind, follows }) => (kind === 'sanction' && follows !== null ? [id, follows] : [id]))
  const standings = Map.groupBy(await standingsOf(handle, ids), (event) => event.determination_id)
  const of = (id: string): readonly StandingEvent[] => standings.get(id) ?? []
  return rows.map((row) => ({
    ...row,
    findings: JSON.parse(row.findings) as readonly DeterminedFinding[],
    decided: decidedOf(eventOf.get(row.id)),
    standings: of(row.id),
    standings_before: row.kind === 'sanction' && row.follows !== null ? of(row.follows) : [],
  }))
}

function decidedOf(event: Decided | undefined): Decided | null {
  if (event === undefined) return null
  const { kind, reason, signed_hash, letter_id, bundle_id, recorded_at, recorded_by } = event
  return { kind, reason, signed_hash, letter_id, bundle_id, recorded_at, recorded_by }
}

/** What stands between a failure and its sanction on a day, as the database holds to it: see `sanction_bars` in the migrations. */
export async function barsToSanction(
  handle: Handle,
  { failure, assessment, day }: { readonly failure: string; readonly assessment: string; readonly day: string },
): Promise<readonly SanctionBar[]> {
  const { rows } = await sql<{ readonly bar: SanctionBar }>`
    select bar from sanction_bars(${failure}, ${assessment}, ${day}) as bar
  `.execute(handle)
  return rows.map(({ bar }) => bar)
}

/** How many wait for a second officer and since when the first of them, and how many were approved since an instant. */
export async function countDeterminations(
  handle: Handle,
  after: string,
): Promise<{ readonly count: number; readonly since: string | null; readonly approved: number }> {
  const { rows } = await sql<{ count: number; since: string | null; approved: number }>`
    select count(*)::int as count, min(prepared_at) as since,
      (select count(*)::int from determination_events where kind = 'approved' and recorded_at > ${after}) as approved
    from determinations d where not exists (select from determination_events e where e.determination_id = d.id)`.execute(
    handle,
  )
  return rows[0] ?? { count: 0, since: null, approved: 0 }
}
