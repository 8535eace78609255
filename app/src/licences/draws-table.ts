/** The tables of what is drawn on licences, and all the SQL that knows them. What is left is counted by their triggers. */
import { CompiledQuery, type Kysely, sql } from 'kysely'
import { type Handle, insertOf, sendAtOnce } from '../kernel/database.ts'
import type { Draw, HeldDraw, Reversal } from './draw.ts'
import type { GateLicence } from './gate.ts'

type DrawTables = {
  readonly licences: { readonly id: string; readonly number: string }
  readonly licence_draws: Draw
  readonly licence_reversals: Reversal
}

function draws(handle: Handle): Kysely<DrawTables> {
  return handle.withTables<DrawTables>()
}

/** In one question: at the gate each costs as much as the answer. Who sees no balance is told nothing of what is drawn, and of all lines. */
const AT_GATE = `
    select l.id, l.number, l.kind, l.rehearsal, l.quota, l.valid_from, l.valid_until,
      (select drawn from licence_balances where licence_id = l.id and scope_position = 0) as drawn,
      (
        select jsonb_agg(jsonb_build_object('position', position, 'kind', kind, 'effective_on', effective_on, 'percent', percent) order by position)
        from licence_orders where licence_id = l.id
      ) as orders,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'position', s.position, 'hs_prefix', s.hs_prefix, 'quota', s.quota, 'valid_from', s.valid_from, 'valid_until', s.valid_until, 'drawn', b.drawn
        ) order by s.position)
        from licence_scope s left join licence_balances b on b.licence_id = s.licence_id and b.scope_position = s.position
        where s.licence_id = l.id
      ), '[]') as scope
    from licences l`

const ONE_AT_GATE = `${AT_GATE} where l.number = $1`

export function atGate(number: string): CompiledQuery<GateLicence> {
  return CompiledQuery.raw(ONE_AT_GATE, [number])
}

export async function findAtGate(handle: Handle, number: string): Promise<GateLicence | undefined> {
  const [found] = await sendAtOnce<GateLicence>(handle, ONE_AT_GATE, [number])
  return found
}

/** Those that the reader may see. */
export async function allAtGate(handle: Handle): Promise<readonly GateLicence[]> {
  return (await sql<GateLicence>`${sql.raw(AT_GATE)} order by l.id`.execute(handle)).rows
}

const DRAW_COLUMNS = [
  'id',
  'licence_id',
  'entry',
  'units',
  'hs_line',
  'scope_position',
  'drawn_on',
  'replaces',
  'recorded_at',
  'recorded_by',
] as const satisfies readonly (keyof Draw)[]
const INSERT_DRAW = `${insertOf('licence_draws', DRAW_COLUMNS)} returning remaining`

/** What is left afterwards is filled in by the database. */
export async function insertDraw(handle: Handle, draw: Omit<Draw, 'remaining'>): Promise<number | null> {
  const values = DRAW_COLUMNS.map((column) => draw[column])
  const [inserted] = await sendAtOnce<Pick<Draw, 'remaining'>>(handle, INSERT_DRAW, values)
  return inserted?.remaining ?? null
}

export async function insertReversal(handle: Handle, reversal: Reversal): Promise<void> {
  await draws(handle).insertInto('licence_reversals').values(reversal).execute()
}

interface DrawRow extends Draw {
  readonly licence: string
  readonly reversed_reason: string | null
  readonly reversed_at: string | null
  readonly reversed_by: string | null
}

function held(handle: Handle) {
  return draws(handle)
    .selectFrom('licence_draws')
    .innerJoin('licences', 'licences.id', 'licence_draws.licence_id')
    .leftJoin('licence_reversals', 'licence_reversals.draw_id', 'licence_draws.id')
    .selectAll('licence_draws')
    .select([
      'licences.number as licence',
      'licence_reversals.reason as reversed_reason',
      'licence_reversals.recorded_at as reversed_at',
      'licence_reversals.recorded_by as reversed_by',
    ])
}

function heldDraw({ reversed_reason: reason, reversed_at, reversed_by, ...draw }: DrawRow): HeldDraw {
  const isReversed = reason !== null && reversed_at !== null && reversed_by !== null
  return { ...draw, reversed: isReversed ? { reason, recorded_at: reversed_at, recorded_by: reversed_by } : null }
}

export async function findDraw(handle: Handle, id: string): Promise<HeldDraw | undefined> {
  const row = await held(handle).where('licence_draws.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : heldDraw(row)
}

const DRAW_OF = `
    select d.*, l.number as licence, r.reason as reversed_reason, r.recorded_at as reversed_at, r.recorded_by as reversed_by
    from licence_draws d join licences l on l.id = d.licence_id left join licence_reversals r on r.draw_id = d.id
    where l.number = $1 and d.entry = $2 and (d.hs_line = $3 or d.hs_line is null)
    order by d.id desc limit 1`

/** The last one of a line of a customs entry: those before it were reversed. */
export async function findDrawOf(
  handle: Handle,
  number: string,
  entry: string,
  hs_line: string,
): Promise<HeldDraw | undefined> {
  const [row] = await sendAtOnce<DrawRow>(handle, DRAW_OF, [number, entry, hs_line])
  return row === undefined ? undefined : heldDraw(row)
}

export async function drawsOf(
  handle: Handle,
  number: string,
  before: string,
  limit: number,
): Promise<readonly HeldDraw[]> {
  const rows = await held(handle)
    .where('licences.number', '=', number)
    .where('licence_draws.id', '<', before)
    .orderBy('licence_draws.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(heldDraw)
}

/** Entries and units by licence, of imports of that day or later that were not taken back. */
export async function sumsDrawn(
  handle: Handle,
  ids: readonly string[],
  since: string,
): Promise<ReadonlyMap<string, { readonly entries: number; readonly units: number }>> {
  if (ids.length === 0) return new Map()
  const sums = await draws(handle)
    .selectFrom('licence_draws')
    .leftJoin('licence_reversals', 'licence_reversals.draw_id', 'licence_draws.id')
    .select([
      'licence_draws.licence_id',
      sql<number>`count(distinct entry)::bigint`.as('entries'),
      sql<number>`sum(units)::bigint`.as('units'),
    ])
    .where('licence_draws.licence_id', 'in', ids)
    .where('licence_reversals.draw_id', 'is', null)
    .where('drawn_on', '>=', since)
    .groupBy('licence_draws.licence_id')
    .execute()
  return new Map(sums.map(({ licence_id, entries, units }) => [licence_id, { entries, units }]))
}
