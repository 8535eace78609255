/** A run over the second year, and what it found prepared at once: it waits for one signature. */
import { assessRun, chunksOf } from '../assessments/runs/assess-run.ts'
import { startRun } from '../assessments/runs/start-run.ts'
import { prepareDocket, prepareRound } from '../determinations/dockets/prepare-docket.ts'
import { readDocket } from '../determinations/dockets/read-dockets.ts'
import type { Handler } from '../jobs/job.ts'
import { systemActor, writeAs } from '../kernel/transaction.ts'
import type { Cast, Stage } from './play-demonstration.ts'

const WORKER = systemActor('jobs')
const JOB = { id: '', kind: '', begins_at: '', due_at: '', tries: 1, error: null, failed_at: null }

export async function prepareGrants(stage: Stage, { caseOfficer }: Cast, period: string): Promise<void> {
  const { recorder, shelf, done, on } = stage
  on('2028-09-18')
  const all = { programme: 'bicycles', period, as_of: '2028-09-18', manufacturer_id: null }
  const run = done(await startRun(recorder, caseOfficer, all))
  for (const about of chunksOf(run)) await worked(stage, assessRun(recorder, shelf, Infinity), about)
  const asked = { run_id: run.id, failure_reasons: null, entitlement_reasons: 'The return was accepted as filed.' }
  const { id } = done(await prepareDocket(recorder, caseOfficer, { ...asked, own_reasons: [] }))
  const { rounds } = done(await readDocket(recorder.database, caseOfficer, id))
  for (const round of rounds)
    await worked(stage, prepareRound(recorder, shelf, Infinity), `${round.id} 1-${round.total}`)
}

/** What the service would do a moment later; it finds it done when it starts. */
async function worked({ recorder }: Stage, handler: Handler, about: string): Promise<void> {
  const effect = await handler({ ...JOB, about })
  await writeAs(recorder.database, WORKER, async (tables) => ({ commit: await effect(tables) }))
}
