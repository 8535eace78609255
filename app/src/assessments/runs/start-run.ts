/** Begins a run over the returns of a period, and stops one. What it is to assess, and by which law, is settled here. */
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import { queueJobsIn } from '../../jobs/queue-job.ts'
import { instantText, todayText } from '../../kernel/clock.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Actor } from '../../kernel/transaction.ts'
import { manufacturerIn } from '../../manufacturers/read-manufacturers.ts'
import { inForce } from '../../policy-releases/release-in-force.ts'
import { yearlyReturnsIn } from '../../returns/filing/read-returns.ts'
import { ASSESS_RUN, chunksOf } from './assess-run.ts'
import type { Run, RunEnd, RunRefusal } from './run.ts'
import { findBase, findEnd, findOpenRun, findRun, insertRun, insertRunEnd } from './runs-table.ts'

export interface StartRun {
  readonly programme: string
  readonly period: string
  readonly as_of: string
  /** Null for all firms. */
  readonly manufacturer_id: string | null
}

export async function startRun(
  recorder: Recorder,
  actor: Actor,
  { programme, period, as_of, manufacturer_id }: StartRun,
): Promise<Outcome<Run, RunRefusal>> {
  const now = todayText(recorder.clock)
  if (as_of > now) return { refused: { code: 'day_not_reached', day: as_of, today: now } }
  return await recordCommand<Run, RunRefusal>(recorder, actor, 'start_run', async (tables) => {
    const law = await inForce(tables, programme, now)
    if ('refused' in law) return law
    if (manufacturer_id !== null && (await manufacturerIn(tables, manufacturer_id)) === undefined)
      return { refused: { code: 'manufacturer_unknown' } }
    const all = { programme, period, manufacturer_id }
    if ((await findOpenRun(tables, all)) !== undefined) return { refused: { code: 'run_open' } }
    const returns = (await yearlyReturnsIn(tables, all)).filter((one) => {
      return manufacturer_id === null || one.manufacturer_id === manufacturer_id
    })
    if (returns.length === 0) return { refused: { code: 'nothing_to_assess', period } }
    const run: Run = {
      ...all,
      id: recorder.makeId(),
      as_of,
      release_id: law.done.id,
      base_id: (await findBase(tables, all)) ?? null,
      total: returns.length,
      begun_at: instantText(recorder.clock()),
      begun_by: actor.person,
      begun_for: actor.organization ?? '',
    }
    const planned = returns.map(({ id, manufacturer_id: firm }, nth) => {
      return { run_id: run.id, position: nth + 1, return_id: id, manufacturer_id: firm }
    })
    await insertRun(tables, run, planned)
    await queueJobsIn(tables, recorder, ASSESS_RUN, chunksOf(run))
    return {
      done: run,
      subject: `run ${run.id}`,
      details: { ...all, as_of, release: run.release_id, total: run.total },
    }
  })
}

/** What was assessed stands; the rest is left. */
export async function stopRun(
  recorder: Recorder,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Outcome<RunEnd, RunRefusal>> {
  return await recordCommand<RunEnd, RunRefusal>(recorder, actor, 'stop_run', async (tables) => {
    if ((await findRun(tables, id)) === undefined) return { refused: { code: 'run_unknown' } }
    if ((await findEnd(tables, id)) !== undefined) return { refused: { code: 'run_ended' } }
    const end: RunEnd = {
      kind: 'stopped',
      reason,
      recorded_at: instantText(recorder.clock()),
      recorded_by: actor.person,
    }
    await insertRunEnd(tables, { run_id: id, ...end })
    return { done: end, subject: `run ${id}`, details: { reason } }
  })
}
