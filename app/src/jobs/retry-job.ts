/** What an operator sees of the jobs, and that he has one tried again that was given up. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Database } from '../kernel/database.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { Job, JobRefusal } from './job.ts'
import { countJobs, isOperator, type JobCount, listJobs, retryFailed } from './jobs-table.ts'

const MOST = 200

export interface JobsSeen {
  readonly counts: readonly JobCount[]
  /** Those that failed first, and no more than two hundred. */
  readonly jobs: readonly Job[]
}

export async function seeJobs(database: Database, actor: Actor): Promise<Outcome<JobsSeen, JobRefusal>> {
  return await readAs<Outcome<JobsSeen, JobRefusal>>(database, actor, async (tables) => {
    if (actor.role !== 'system' && !(await isOperator(tables))) return { refused: { code: 'not_operator' } }
    return { done: { counts: await countJobs(tables), jobs: await listJobs(tables, MOST) } }
  })
}

export async function retryJob(
  recorder: Recorder,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<Outcome<Record<string, never>, JobRefusal>> {
  return await recordCommand<Record<string, never>, JobRefusal>(recorder, actor, 'retry_job', async (tables) => {
    const isThere = isId(id) && (await retryFailed(tables, id, instantText(recorder.clock())))
    return isThere ? { done: {}, subject: id, details: {} } : { refused: { code: 'job_unknown' } }
  })
}
