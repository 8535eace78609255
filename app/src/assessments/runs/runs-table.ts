/** The tables of runs, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { Cause, Run, RunEnd, RunOutcome, RunResult } from './run.ts'

interface Planned {
  readonly run_id: string
  readonly position: number
  readonly return_id: string
  readonly manufacturer_id: string
}

type RunTables = {
  readonly assessment_runs: Run
  readonly assessment_run_returns: Planned
  readonly assessment_run_results: RunResult
  readonly assessment_run_ends: RunEnd & { readonly run_id: string }
}

function runs(handle: Handle): Kysely<RunTables> {
  return handle.withTables<RunTables>()
}

/** PostgreSQL takes 65,535 values at once. */
const ROWS_AT_ONCE = 5000

export async function insertRun(handle: Handle, run: Run, planned: readonly Planned[]): Promise<void> {
  await runs(handle).insertInto('assessment_runs').values(run).execute()
  for (let from = 0; from < planned.length; from += ROWS_AT_ONCE)
    await runs(handle)
      .insertInto('assessment_run_returns')
      .values(planned.slice(from, from + ROWS_AT_ONCE))
      .execute()
}

export async function insertRunEnd(handle: Handle, end: RunTables['assessment_run_ends']): Promise<void> {
  await runs(handle).insertInto('assessment_run_ends').values(end).execute()
}

function json(value: unknown) {
  return sql<never>`${JSON.stringify(value)}::jsonb`
}

export async function insertResult(handle: Handle, { problem, missing, changes, ...result }: RunResult): Promise<void> {
  await runs(handle)
    .insertInto('assessment_run_results')
    .values({
      ...result,
      problem: problem === null ? null : json(problem),
      missing: json(missing),
      changes: changes === null ? null : json(changes),
    })
    .execute()
}

export async function findRun(handle: Handle, id: string): Promise<Run | undefined> {
  return await runs(handle).selectFrom('assessment_runs').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findEnd(handle: Handle, id: string): Promise<RunEnd | undefined> {
  return await runs(handle)
    .selectFrom('assessment_run_ends')
    .select(['kind', 'reason', 'recorded_at', 'recorded_by'])
    .where('run_id', '=', id)
    .executeTakeFirst()
}

/** That was begun for the same and has not ended. */
export async function findOpenRun(
  handle: Handle,
  { programme, period }: Pick<Run, 'programme' | 'period'>,
): Promise<Run | undefined> {
  return await runs(handle)
    .selectFrom('assessment_runs')
    .leftJoin('assessment_run_ends', 'run_id', 'id')
    .selectAll('assessment_runs')
    .where('programme', '=', programme)
    .where('period', '=', period)
    .where('run_id', 'is', null)
    .executeTakeFirst()
}

/** The newest that came to its end and was of all that this is of. */
export async function findBase(
  handle: Handle,
  { programme, period, manufacturer_id }: Pick<Run, 'programme' | 'period' | 'manufacturer_id'>,
): Promise<string | undefined> {
  const row = await runs(handle)
    .selectFrom('assessment_runs')
    .innerJoin('assessment_run_ends', 'run_id', 'id')
    .select('id')
    .where('programme', '=', programme)
    .where('period', '=', period)
    .where('kind', '=', 'finished')
    .where((is) => is.or([is('manufacturer_id', 'is', null), is('manufacturer_id', '=', manufacturer_id)]))
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id
}

/** From one place to another, what the run is to assess and has not. */
export async function plannedLeft(
  handle: Handle,
  run_id: string,
  first: number,
  last: number,
): Promise<readonly Planned[]> {
  return await runs(handle)
    .selectFrom('assessment_run_returns as planned')
    .selectAll('planned')
    .where('run_id', '=', run_id)
    .where('position', '>=', first)
    .where('position', '<=', last)
    .where((is) => {
      const results = is.selectFrom('assessment_run_results as result').select('result.run_id')
      const its = results
        .whereRef('result.run_id', '=', 'planned.run_id')
        .whereRef('result.return_id', '=', 'planned.return_id')
      return is.not(is.exists(its))
    })
    .orderBy('position')
    .execute()
}

export async function findResult(handle: Handle, run_id: string, return_id: string): Promise<RunResult | undefined> {
  return await runs(handle)
    .selectFrom('assessment_run_results')
    .selectAll()
    .where('run_id', '=', run_id)
    .where('return_id', '=', return_id)
    .executeTakeFirst()
}

/** Of the returns from one place of the run to another. */
export async function resultsBetween(
  handle: Handle,
  run_id: string,
  first: number,
  last: number,
): Promise<readonly RunResult[]> {
  return await runs(handle)
    .selectFrom('assessment_run_results as result')
    .innerJoin('assessment_run_returns as planned', (join) =>
      join.onRef('planned.run_id', '=', 'result.run_id').onRef('planned.return_id', '=', 'result.return_id'),
    )
    .selectAll('result')
    .where('result.run_id', '=', run_id)
    .where('position', '>=', first)
    .where('position', '<=', last)
    .orderBy('position')
    .execute()
}

/** A page of them, newest first, with how each ended. */
export async function listRuns(
  handle: Handle,
  before: string,
  limit: number,
): Promise<readonly (Run & { readonly ended: RunEnd['kind'] | null })[]> {
  return await runs(handle)
    .selectFrom('assessment_runs')
    .leftJoin('assessment_run_ends', 'run_id', 'id')
    .selectAll('assessment_runs')
    .select('kind as ended')
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export const RESULTS_WANTED = ['changed', 'lacking', 'could_not', 'refused', 'not_met', 'undetermined', 'met'] as const
export type ResultsWanted = (typeof RESULTS_WANTED)[number]

/** A page of a run's, in the order of its returns: all, or those with an outcome, that changed, or that lack a fact. */
export async function listResults(
  handle: Handle,
  run_id: string,
  wanted: ResultsWanted | undefined,
  after: string,
  limit: number,
): Promise<readonly RunResult[]> {
  const all = runs(handle)
    .selectFrom('assessment_run_results')
    .selectAll()
    .where('run_id', '=', run_id)
    .where('return_id', '>', after)
    .orderBy('return_id')
    .limit(limit)
  if (wanted === undefined) return await all.execute()
  if (wanted === 'changed') return await all.where(sql<boolean>`jsonb_array_length(changes) > 0`).execute()
  if (wanted === 'lacking') return await all.where(sql<boolean>`jsonb_array_length(missing) > 0`).execute()
  return await all.where('outcome', '=', wanted).execute()
}

export interface RunSums {
  readonly outcomes: readonly { readonly outcome: RunOutcome; readonly count: number }[]
  /** How many findings of how many firms came out otherwise for that reason. */
  readonly causes: readonly { readonly cause: Cause; readonly findings: number; readonly firms: number }[]
  /** Of each fact that is missing somewhere, how many firms lack it. */
  readonly missing: readonly { readonly fact: string; readonly firms: number }[]
}

export async function sumResults(handle: Handle, run_id: string): Promise<RunSums> {
  const outcomes = await sql<RunSums['outcomes'][number]>`
    select outcome, count(*)::integer as count from assessment_run_results where run_id = ${run_id} group by outcome
  `.execute(handle)
  const causes = await sql<RunSums['causes'][number]>`
    select cause, count(*)::integer as findings, count(distinct manufacturer_id)::integer as firms
    from assessment_run_results, jsonb_array_elements(changes) change, jsonb_array_elements_text(change -> 'causes') cause
    where run_id = ${run_id} and changes is not null group by cause order by cause
  `.execute(handle)
  const missing = await sql<RunSums['missing'][number]>`
    select split_part(split_part(path, '[', 1), '.', 1) as fact, count(distinct manufacturer_id)::integer as firms
    from assessment_run_results, jsonb_array_elements(missing) lacking, jsonb_array_elements_text(lacking -> 'missing') path
    where run_id = ${run_id} group by 1 order by 2 desc, 1
  `.execute(handle)
  return { outcomes: outcomes.rows, causes: causes.rows, missing: missing.rows }
}
