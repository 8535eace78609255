/**
 * Does what is queued, beside any number of other processes that do the same. Who takes a job has it for some minutes; if he is killed,
 * another takes it. What a job did is recorded in the transaction in which it goes, so that it holds once.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import { systemActor, writeAs } from '../kernel/transaction.ts'
import type { Handlers, Job, Recorded } from './job.ts'
import { removeJob, setJob, takeJobs } from './jobs-table.ts'

const WORKER = systemActor('jobs')
/** What a slow mail server holds up, the others do. */
const HANDS = 3
const EVERY_MS = 1000
/** A try may take half a minute, and is no sign of death. */
const ALIVE_MS = 60_000
/** Longer than any try takes: mail servers and those who are told get half a minute. */
export const LEASE_MS = 5 * 60_000
const LONGEST_ERROR = 500
const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 4 * 3_600_000
const DAY_MS = 24 * 3_600_000

/** Twice as long each time: half a minute, then a minute, up to four hours. */
export function pauseAfter(tries: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS)
}

/** Whether the pause after this try would lead beyond the day for which a job is tried. */
export function isLastTry({ begins_at, tries }: Pick<Job, 'begins_at' | 'tries'>, now: number): boolean {
  return now + pauseAfter(tries) > Date.parse(begins_at) + DAY_MS
}

type Deps = Pick<Recorder, 'database' | 'clock'> & {
  /** What follows where a job is given up, in the transaction that says so. */
  readonly givenUp?: (tables: Handle, job: Job) => Promise<void>
}

/** Takes what is due and does it; gives how many there were. */
export async function runDueJobs(
  deps: Deps,
  handlers: Handlers,
  onError: (error: unknown, job: Job) => void = () => undefined,
  most = 1,
): Promise<number> {
  const { database, clock } = deps
  const now = clock()
  const jobs = await writeAs(database, WORKER, async (tables) => ({
    commit: await takeJobs(tables, instantText(now), instantText(now + LEASE_MS), most),
  }))
  await Promise.all(jobs.map(async (job) => await runJob(deps, handlers, onError, job)))
  return jobs.length
}

async function runJob(
  deps: Deps,
  handlers: Handlers,
  onError: (error: unknown, job: Job) => void,
  job: Job,
): Promise<void> {
  try {
    const handler = handlers[job.kind]
    if (handler === undefined) throw new Error(`this service knows no job of the kind '${job.kind}'`)
    const record = await handler(job)
    await writeAs(deps.database, WORKER, async (tables) => {
      const isOurs = await settle(deps, tables, job, await record(tables))
      return isOurs ? { commit: undefined } : { rollBack: undefined }
    })
  } catch (error) {
    onError(error, job)
    const failed = error instanceof Error ? error.message : String(error)
    await writeAs(deps.database, WORKER, async (tables) => {
      return { commit: await settle(deps, tables, job, { failed }) }
    }).catch((again: unknown) => onError(again, job))
  }
}

async function settle({ clock, givenUp }: Deps, tables: Handle, job: Job, recorded: Recorded): Promise<boolean> {
  if (recorded === undefined) return await removeJob(tables, job)
  if ('again_at' in recorded) {
    const at = instantText(recorded.again_at)
    return await setJob(tables, job, { begins_at: at, due_at: at, tries: 0, error: null })
  }
  const now = clock()
  const error = recorded.failed.slice(0, LONGEST_ERROR) || 'no reason was given'
  if (isLastTry(job, now)) {
    const failed_at = instantText(now)
    const isOurs = await setJob(tables, job, { error, failed_at })
    if (isOurs) await givenUp?.(tables, { ...job, error, failed_at })
    return isOurs
  }
  return await setJob(tables, job, { error, due_at: instantText(now + pauseAfter(job.tries)) })
}

export interface Worker {
  /** True while the last look at the queue went well and not long ago. */
  readonly isAlive: () => boolean
  /** Takes nothing more, and ends when what was begun is done. */
  readonly stop: () => Promise<void>
}

export function startWorker(deps: Deps, handlers: Handlers, onError: (error: unknown, job?: Job) => void): Worker {
  const stopping = new AbortController()
  const hands = Array.from({ length: HANDS }, () => startHand(deps, handlers, onError, stopping.signal))
  return {
    isAlive: () => hands.every(({ isAlive }) => isAlive()),
    stop: async () => {
      stopping.abort()
      await Promise.all(hands.map(async ({ ended }) => await ended))
    },
  }
}

/** One job after the other. */
function startHand(
  deps: Deps,
  handlers: Handlers,
  onError: (error: unknown, job?: Job) => void,
  stopping: AbortSignal,
): { readonly isAlive: () => boolean; readonly ended: Promise<void> } {
  let lastGood = performance.now()
  const ended = (async () => {
    while (!stopping.aborted) {
      const done = await runDueJobs(deps, handlers, onError).catch((error: unknown) => onError(error))
      if (done !== undefined) lastGood = performance.now()
      if (done !== 1) await sleep(EVERY_MS, undefined, { signal: stopping }).catch(() => undefined)
    }
  })()
  return { isAlive: () => performance.now() - lastGood < ALIVE_MS, ended }
}
