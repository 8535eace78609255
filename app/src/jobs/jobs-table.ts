/** What is to be done, and all the SQL that knows it. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Job } from './job.ts'

function jobs(handle: Handle): Kysely<{ readonly jobs: Job }> {
  return handle.withTables<{ readonly jobs: Job }>()
}

export async function insertJobs(
  handle: Handle,
  queued: readonly Pick<Job, 'id' | 'kind' | 'about' | 'begins_at' | 'due_at'>[],
): Promise<void> {
  await jobs(handle)
    .insertInto('jobs')
    .values(queued.map((job) => ({ ...job, tries: 0, error: null, failed_at: null })))
    .execute()
}

export async function findJob(handle: Handle, kind: string, about: string): Promise<Job | undefined> {
  return await jobs(handle)
    .selectFrom('jobs')
    .selectAll()
    .where('kind', '=', kind)
    .where('about', '=', about)
    .executeTakeFirst()
}

/** Takes what is due and nobody else is taking, the longest due first; nobody takes it again before `until`. */
export async function takeJobs(handle: Handle, now: string, until: string, most: number): Promise<readonly Job[]> {
  return await jobs(handle)
    .with(
      // Not materialized it may be asked anew for each row, and then takes more than `most`.
      (due) => due('due').materialized(),
      (all) =>
        all
          .selectFrom('jobs')
          .select('id')
          .where('failed_at', 'is', null)
          .where('due_at', '<=', now)
          .orderBy('due_at')
          .limit(most)
          .forUpdate()
          .skipLocked(),
    )
    .updateTable('jobs')
    .set(({ eb }) => ({ due_at: until, tries: eb('tries', '+', 1) }))
    .where('id', 'in', (all) => all.selectFrom('due').select('due.id'))
    .returningAll()
    .execute()
}

type Taken = Pick<Job, 'id' | 'tries'>

/** False where somebody else has taken it meanwhile. */
export async function removeJob(handle: Handle, { id, tries }: Taken): Promise<boolean> {
  const gone = await jobs(handle)
    .deleteFrom('jobs')
    .where('id', '=', id)
    .where('tries', '=', tries)
    .returning('id')
    .execute()
  return gone.length > 0
}

/** False where somebody else has taken it meanwhile. */
export async function setJob(
  handle: Handle,
  { id, tries }: Taken,
  to: Partial<Pick<Job, 'begins_at' | 'due_at' | 'tries' | 'error' | 'failed_at'>>,
): Promise<boolean> {
  const set = jobs(handle).updateTable('jobs').set(to).where('id', '=', id).where('tries', '=', tries)
  return (await set.returning('id').execute()).length > 0
}

/** False where it is not there, or has not failed. */
export async function retryFailed(handle: Handle, id: string, now: string): Promise<boolean> {
  const set = jobs(handle)
    .updateTable('jobs')
    .set({
      // Who asks for it from a command line may not keep the calendar of a demonstration.
      begins_at: sql<string>`greatest(${now}, failed_at)`,
      due_at: now,
      tries: 0,
      failed_at: null,
    })
    .where('id', '=', id)
    .where('failed_at', 'is not', null)
  return (await set.returning('id').execute()).length > 0
}

/** Those that failed first, then by when they are due. */
export async function listJobs(handle: Handle, limit: number): Promise<readonly Job[]> {
  return await jobs(handle).selectFrom('jobs').selectAll().orderBy('failed_at').orderBy('due_at').limit(limit).execute()
}

export interface JobCount {
  readonly kind: string
  readonly waiting: number
  readonly failed: number
}

export async function countJobs(handle: Handle): Promise<readonly JobCount[]> {
  return await jobs(handle)
    .selectFrom('jobs')
    .select((eb) => [
      'kind',
      eb.fn.countAll<number>().filterWhere('failed_at', 'is', null).as('waiting'),
      eb.fn.countAll<number>().filterWhere('failed_at', 'is not', null).as('failed'),
    ])
    .groupBy('kind')
    .orderBy('kind')
    .execute()
}

export async function isOperator(handle: Handle): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select acting_for_operations() as is`.execute(handle)
  return rows[0]?.is === true
}
