import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readResults, readRun } from '../../app/src/assessments/runs/read-runs.ts'
import { startRun } from '../../app/src/assessments/runs/start-run.ts'
import { LEASE_MS } from '../../app/src/jobs/run-jobs.ts'
import { SERVERS } from '../../app/src/kernel/test-database-fixture.ts'
import { readAs } from '../../app/src/kernel/transaction.ts'
import { authorisedMaker, done, filedReturn, openThread, publish } from '../../app/src/thread-fixture.ts'
import type { Work } from './work-runs-fixture.ts'

const WORKER = fileURLToPath(new URL('./work-runs-fixture.ts', import.meta.url))
const FIRMS = 24
/** Each round is killed once it has assessed one to so many firms more, wherever it is by then: however fast the machine, no round does them all. */
const MOST_AT_ONCE = 6
const MOST_ROUNDS = 40

test('a run that is killed at random moments, over and over, ends with one assessment for each firm', async () => {
  const [server] = SERVERS
  if (server === undefined) throw new Error('no server')
  const thread = await openThread(server)
  try {
    const { made, recorder, caseOfficer } = thread
    await publish(thread, 'bicycles')
    thread.on('2027-07-10')
    for (let nth = 1; nth <= FIRMS; nth += 1)
      await filedReturn(
        thread,
        await authorisedMaker(thread, `Firm ${nth}`, `K-${nth}`),
        nth % 2 === 0 ? 12_000 : 16_000,
      )
    const wanted = { programme: 'bicycles', period: '2026-27', as_of: '2027-07-10', manufacturer_id: null }
    const { id } = done(await startRun(recorder, caseOfficer, wanted))
    let now = recorder.clock()
    let killed = 0
    let doneBefore = -1
    const partly: number[] = []
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const { done: assessed, end } = done(await readRun(made.database, caseOfficer, id))
      if (end !== null) break
      if (assessed > 0 && assessed < FIRMS && assessed !== doneBefore) partly.push(assessed)
      doneBefore = assessed
      now += LEASE_MS + 1000
      const worker = fork(WORKER)
      await once(worker, 'message')
      worker.send({ target: made.service, now } satisfies Work)
      const more = 1 + Math.floor(Math.random() * MOST_AT_ONCE)
      const count = async () => done(await readRun(made.database, caseOfficer, id)).done
      if (await killedAt(worker, assessed + more, count)) killed += 1
    }
    expect(killed).toBeGreaterThan(0)
    // Somebody else went on where it was, and did not begin again.
    expect(partly.length).toBeGreaterThan(0)
    const { run, done: assessed, end } = done(await readRun(made.database, caseOfficer, id))
    expect({ assessed, end: end?.kind }).toEqual({ assessed: run.total, end: 'finished' })
    const results = done(await readResults(made.database, caseOfficer, { id, wanted: undefined }, { limit: 100 })).items
    expect(new Set(results.map(({ manufacturer_id }) => manufacturer_id)).size).toBe(FIRMS)
    const { rows } = await readAs(made.database, caseOfficer, async (tables) => {
      return await sql<{ assessments: number; events: number }>`
        select (select count(*)::integer from assessments) as assessments,
          (select count(*)::integer from audit_events where command = 'make_assessment') as events`.execute(tables)
    })
    expect(rows).toEqual([{ assessments: FIRMS, events: FIRMS }])
  } finally {
    await thread.made.drop()
  }
}, 300_000)

/** By SIGKILL, once so many are done; false where it had ended before. */
async function killedAt(worker: ChildProcess, most: number, count: () => Promise<number>): Promise<boolean> {
  const ended = once(worker, 'exit')
  while (worker.exitCode === null && (await count()) < most) await setTimeout(1)
  worker.kill('SIGKILL')
  await ended
  return worker.signalCode === 'SIGKILL'
}
