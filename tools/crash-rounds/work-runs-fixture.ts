/** A process of the service that goes on with runs of assessments until nothing is due, or until somebody kills it. */
import { generateKeyPairSync } from 'node:crypto'
import { ASSESS_RUN, assessRun } from '../../app/src/assessments/runs/assess-run.ts'
import { keyOf } from '../../app/src/audit-log/open-audit-key.ts'
import { runDueJobs } from '../../app/src/jobs/run-jobs.ts'
import { connectService, type Target } from '../../app/src/kernel/database.ts'
import { makeIds } from '../../app/src/kernel/identifiers.ts'
import { releaseShelf } from '../../app/src/policy-releases/release-shelf.ts'

export interface Work {
  readonly target: Target
  /** The instant that it is. */
  readonly now: number
}

process.once('message', ({ target, now }: Work) => void work(target, now))
process.send?.('ready')

async function work(target: Target, now: number): Promise<void> {
  const database = connectService(target, () => undefined)
  let instant = now
  const clock = (): number => (instant += 1)
  const recorder = { database, key: keyOf(generateKeyPairSync('ed25519').privateKey), clock, makeId: makeIds(clock) }
  const handlers = { [ASSESS_RUN]: assessRun(recorder, releaseShelf()) }
  while ((await runDueJobs(recorder, handlers, undefined, 2)) > 0) continue
  process.exit(0)
}
