/** Queues a job in the transaction of whatever it follows from. */
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import { systemActor, writeAs } from '../kernel/transaction.ts'
import { STANDING } from './job.ts'
import { findJob, insertJobs } from './jobs-table.ts'

export async function queueJobIn(
  tables: Handle,
  { clock, makeId }: Pick<Recorder, 'clock' | 'makeId'>,
  kind: string,
  about: string,
): Promise<void> {
  await queueJobsIn(tables, { clock, makeId }, kind, [about])
}

/** Of one kind about several things, which other processes do at the same time. */
export async function queueJobsIn(
  tables: Handle,
  { clock, makeId }: Pick<Recorder, 'clock' | 'makeId'>,
  kind: string,
  abouts: readonly string[],
): Promise<void> {
  const now = instantText(clock())
  await insertJobs(
    tables,
    abouts.map((about) => ({ id: makeId(), kind, about, begins_at: now, due_at: now })),
  )
}

/** For what is done over and over: there is one of each kind, however many services start. */
export async function queueStanding(recorder: Omit<Recorder, 'key'>, kind: string): Promise<void> {
  await writeAs(recorder.database, systemActor('jobs'), async (tables) => {
    if ((await findJob(tables, kind, STANDING)) === undefined) await queueJobIn(tables, recorder, kind, STANDING)
    return { commit: undefined }
  })
}
