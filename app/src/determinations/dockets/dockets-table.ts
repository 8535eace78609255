/** The tables of dockets, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import type { Docket, LeftOut, Listed, Round, RoundEnd } from './docket.ts'

interface DocketReturn {
  readonly docket_id: string
  readonly return_id: string
  readonly manufacturer_id: string
  readonly left_out: readonly LeftOut[]
  readonly recorded_at: string
}

interface Removal {
  readonly determination_id: string
  readonly reason: string
  readonly recorded_at: string
  readonly recorded_by: string
}

interface Signed {
  readonly round_id: string
  readonly position: number
  readonly determination_id: string
  readonly shown_hash: string
}

interface Decision {
  readonly round_id: string
  readonly determination_id: string
  readonly problem: Refusal | null
  readonly recorded_at: string
}

type DocketTables = {
  readonly dockets: Docket
  readonly docket_rounds: Round
  readonly docket_round_ends: RoundEnd & { readonly round_id: string }
  readonly docket_returns: DocketReturn
  readonly docket_items: { readonly docket_id: string; readonly determination_id: string }
  readonly docket_removals: Removal
  readonly docket_signed: Signed
  readonly docket_decisions: Decision
}

function dockets(handle: Handle): Kysely<DocketTables> {
  return handle.withTables<DocketTables>()
}

/** PostgreSQL takes 65,535 values at once. */
const ROWS_AT_ONCE = 5000

function json(value: unknown) {
  return sql<never>`${JSON.stringify(value)}::jsonb`
}

export async function insertDocket(handle: Handle, docket: Docket): Promise<void> {
  await dockets(handle).insertInto('dockets').values(docket).execute()
}

export async function insertRound(handle: Handle, round: Round, signed: readonly Signed[]): Promise<void> {
  await dockets(handle).insertInto('docket_rounds').values(round).execute()
  for (let from = 0; from < signed.length; from += ROWS_AT_ONCE)
    await dockets(handle)
      .insertInto('docket_signed')
      .values(signed.slice(from, from + ROWS_AT_ONCE))
      .execute()
}

export async function insertRoundEnd(handle: Handle, end: DocketTables['docket_round_ends']): Promise<void> {
  await dockets(handle).insertInto('docket_round_ends').values(end).execute()
}

export async function insertReturn(handle: Handle, { left_out, ...row }: DocketReturn): Promise<void> {
  await dockets(handle)
    .insertInto('docket_returns')
    .values({ ...row, left_out: json(left_out) })
    .execute()
}

export async function insertItem(handle: Handle, item: DocketTables['docket_items']): Promise<void> {
  await dockets(handle).insertInto('docket_items').values(item).execute()
}

export async function insertRemoval(handle: Handle, removal: Removal): Promise<void> {
  await dockets(handle).insertInto('docket_removals').values(removal).execute()
}

export async function insertDecision(handle: Handle, { problem, ...decision }: Decision): Promise<void> {
  await dockets(handle)
    .insertInto('docket_decisions')
    .values({ ...decision, problem: problem === null ? null : json(problem) })
    .execute()
}

export async function findDocket(handle: Handle, id: string): Promise<Docket | undefined> {
  return await dockets(handle).selectFrom('dockets').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The docket on whose list each of these determinations stands, by the identifier of the determination. */
export async function docketsHolding(handle: Handle, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await dockets(handle)
    .selectFrom('docket_items')
    .select(['determination_id', 'docket_id'])
    .where('determination_id', 'in', ids)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('docket_removals')
            .whereRef('docket_removals.determination_id', '=', 'docket_items.determination_id')
            .select('docket_removals.determination_id'),
        ),
      ),
    )
    .execute()
  return new Map(rows.map(({ determination_id, docket_id }) => [determination_id, docket_id]))
}

/** A page of them, newest first. */
export async function listDockets(handle: Handle, before: string, limit: number): Promise<readonly Docket[]> {
  return await dockets(handle)
    .selectFrom('dockets')
    .selectAll()
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export type RoundRead = Round & { readonly end: RoundEnd | null; readonly done: number; readonly refused: number }

/** Oldest first, with how far each is: returns looked at, or determinations decided, and how many of these were refused. */
export async function roundsOf(handle: Handle, docket_id: string): Promise<readonly RoundRead[]> {
  const rounds = await dockets(handle)
    .selectFrom('docket_rounds')
    .selectAll()
    .where('docket_id', '=', docket_id)
    .orderBy('id')
    .execute()
  const ids = rounds.map(({ id }) => id)
  if (ids.length === 0) return []
  const ends = await dockets(handle).selectFrom('docket_round_ends').selectAll().where('round_id', 'in', ids).execute()
  const counts = await sql<{ readonly id: string | null; readonly done: number; readonly refused: number }>`
    select null::uuid as id, count(*)::integer as done, 0 as refused from docket_returns where docket_id = ${docket_id}
    union all
    select d.round_id, count(*)::integer, count(d.problem)::integer
    from docket_decisions d join docket_rounds r on r.id = d.round_id where r.docket_id = ${docket_id} group by d.round_id
  `.execute(handle)
  return rounds.map((round) => {
    const { done = 0, refused = 0 } =
      counts.rows.find(({ id }) => id === (round.act === 'prepare' ? null : round.id)) ?? {}
    const end = ends.find(({ round_id }) => round_id === round.id)
    return { ...round, done, refused, end: end === undefined ? null : endOf(end) }
  })
}

function endOf({ kind, reason, recorded_at, recorded_by }: RoundEnd): RoundEnd {
  return { kind, reason, recorded_at, recorded_by }
}

export async function findRound(handle: Handle, id: string): Promise<Round | undefined> {
  return await dockets(handle).selectFrom('docket_rounds').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function hasEnded(handle: Handle, round_id: string): Promise<boolean> {
  const row = await dockets(handle)
    .selectFrom('docket_round_ends')
    .select('kind')
    .where('round_id', '=', round_id)
    .executeTakeFirst()
  return row !== undefined
}

export async function countReturns(handle: Handle, docket_id: string): Promise<number> {
  const { rows } = await sql<{ readonly done: number }>`
    select count(*)::integer as done from docket_returns where docket_id = ${docket_id}
  `.execute(handle)
  return rows[0]?.done ?? 0
}

/** Those of the returns that were looked at. */
export async function returnsDone(
  handle: Handle,
  docket_id: string,
  returns: readonly string[],
): Promise<ReadonlySet<string>> {
  if (returns.length === 0) return new Set()
  const rows = await dockets(handle)
    .selectFrom('docket_returns')
    .select('return_id')
    .where('docket_id', '=', docket_id)
    .where('return_id', 'in', returns)
    .execute()
  return new Set(rows.map(({ return_id }) => return_id))
}

/** A page of the returns of which something was left out. */
export async function listLeftOut(
  handle: Handle,
  docket_id: string,
  after: string,
  limit: number,
): Promise<readonly DocketReturn[]> {
  return await dockets(handle)
    .selectFrom('docket_returns')
    .selectAll()
    .where('docket_id', '=', docket_id)
    .where('return_id', '>', after)
    .where(sql<boolean>`jsonb_array_length(left_out) > 0`)
    .orderBy('return_id')
    .limit(limit)
    .execute()
}

export interface Item {
  readonly determination_id: string
  /** Why it was taken from the list. */
  readonly removed: string | null
  /** With what its approval was refused, the last time that the list was signed. */
  readonly problem: Refusal | null
}

/** All determinations of a docket, in the order of their numbers. */
export async function itemsOf(handle: Handle, docket_id: string): Promise<readonly Item[]> {
  const { rows } = await sql<Item>`
    select i.determination_id, m.reason as removed, d.problem
    from docket_items i
    left join docket_removals m on m.determination_id = i.determination_id
    left join lateral (
      select problem from docket_decisions where determination_id = i.determination_id order by round_id desc limit 1
    ) d on true
    where i.docket_id = ${docket_id} order by i.determination_id
  `.execute(handle)
  return rows
}

/** What of the signed list is not decided, in its order. */
export async function signedLeft(
  handle: Handle,
  round_id: string,
  limit: number,
): Promise<readonly (Signed & Listed & { readonly manufacturer_id: string })[]> {
  const { rows } = await sql<Signed & Listed & { readonly manufacturer_id: string }>`
    select s.round_id, s.position, s.determination_id, s.shown_hash, d.number, d.manufacturer_id
    from docket_signed s join determinations d on d.id = s.determination_id
    where s.round_id = ${round_id}
      and not exists (
        select from docket_decisions x where x.round_id = s.round_id and x.determination_id = s.determination_id
      )
    order by s.position limit ${limit}
  `.execute(handle)
  return rows
}
