/** The table of what happened to determinations after they were approved, and all the SQL that knows it. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { DeterminedFinding } from './determination.ts'
import type { StandingEvent } from './standing.ts'

interface StandingRow extends Omit<StandingEvent, 'findings'> {
  readonly findings: string | null
  readonly manufacturer_id: string
  readonly number: string
  /** The numbers of the sanctions that rest on it. */
  readonly reaches: readonly string[]
}

function standings(handle: Handle): Kysely<{ readonly determination_standings: StandingRow }> {
  return handle.withTables<{ readonly determination_standings: StandingRow }>()
}

/** `findings` are canonical JSON. */
export async function insertStanding(handle: Handle, row: StandingRow): Promise<void> {
  await standings(handle).insertInto('determination_standings').values(row).execute()
}

const EVENT = [
  'determination_id',
  'position',
  'kind',
  'cause',
  'effective_on',
  'recorded_at',
  'recorded_by',
  'findings',
] as const

/** Of those determinations, each in its order. */
export async function standingsOf(handle: Handle, ids: readonly string[]): Promise<readonly StandingEvent[]> {
  if (ids.length === 0) return []
  const all = standings(handle).selectFrom('determination_standings').select(EVENT)
  return (await all.where('determination_id', 'in', ids).orderBy('position').execute()).map(read)
}

/** For whoever holds its letter: of its own, and of the failure that it rests on. */
export async function standingsAsked(
  handle: Handle,
  number: string,
): Promise<{ readonly own: readonly StandingEvent[]; readonly before: readonly StandingEvent[] }> {
  // The rows show themselves to whoever names them.
  await sql`select set_config('maqami.letter', ${number}, true)`.execute(handle)
  const all = standings(handle)
    .selectFrom('determination_standings')
    .select([...EVENT, 'number'])
  const rows = await all.orderBy('position').execute()
  return {
    own: rows.filter((row) => row.number === number).map(read),
    before: rows.filter((row) => row.number !== number).map(read),
  }
}

function read<T extends Pick<StandingRow, 'findings'>>(row: T) {
  const findings = row.findings === null ? null : (JSON.parse(row.findings) as readonly DeterminedFinding[])
  return { ...row, findings }
}
