import type { Database, Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type ListPage, type PageAsked, pageIn, readPage } from '../../kernel/read-page.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { Run, RunEnd, RunRefusal, RunResult } from './run.ts'
import {
  findEnd,
  findRun,
  listResults,
  listRuns,
  resultsBetween,
  type ResultsWanted,
  type RunSums,
  sumResults,
} from './runs-table.ts'

export type RunListed = Run & { readonly ended: RunEnd['kind'] | null }

export interface RunRead extends RunSums {
  readonly run: Run
  readonly end: RunEnd | null
  /** How many returns have their result. */
  readonly done: number
}

export async function readRuns(database: Database, actor: Actor, asked: PageAsked): Promise<ListPage<RunListed>> {
  return await readPage(database, actor, asked, 'newest_first', listRuns)
}

export async function readRun(database: Database, actor: Actor, id: string): Promise<Outcome<RunRead, RunRefusal>> {
  return await readAs<Outcome<RunRead, RunRefusal>>(database, actor, async (tables) => {
    const run = await findRun(tables, id)
    if (run === undefined) return { refused: { code: 'run_unknown' } }
    const sums = await sumResults(tables, id)
    const done = sums.outcomes.reduce((sum, { count }) => sum + count, 0)
    return { done: { run, end: (await findEnd(tables, id)) ?? null, done, ...sums } }
  })
}

/** A page of them, in the order of the returns. */
export async function readResults(
  database: Database,
  actor: Actor,
  { id, wanted }: { readonly id: string; readonly wanted: ResultsWanted | undefined },
  asked: PageAsked,
): Promise<Outcome<ListPage<RunResult>, RunRefusal>> {
  return await readAs<Outcome<ListPage<RunResult>, RunRefusal>>(database, actor, async (tables) => {
    if ((await findRun(tables, id)) === undefined) return { refused: { code: 'run_unknown' } }
    const page = await pageIn(asked, 'oldest_first', async (cursor, limit) => {
      const rows = await listResults(tables, id, wanted, cursor, limit)
      return rows.map((row) => ({ ...row, id: row.return_id }))
    })
    return { done: page }
  })
}

/** Within the transaction of a command of another slice. */
export async function runIn(tables: Handle, id: string): Promise<RunListed | undefined> {
  const run = await findRun(tables, id)
  return run && { ...run, ended: (await findEnd(tables, id))?.kind ?? null }
}

/** The same, of the returns from one place of the run to another. */
export async function resultsAt(
  tables: Handle,
  id: string,
  first: number,
  last: number,
): Promise<readonly RunResult[]> {
  return await resultsBetween(tables, id, first, last)
}
