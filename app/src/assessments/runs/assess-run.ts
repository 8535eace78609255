/**
 * Goes on with a run as jobs, a few returns to each: every return in a transaction of its own, with its assessment and what came of it. Who was
 * killed in the middle leaves what he had done; whoever takes the job after him does the rest.
 */
import { type Recorder, recordForFirm } from '../../audit-log/record-command.ts'
import type { Handler } from '../../jobs/job.ts'
import { instantText } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import { type Actor, readAs, systemActor, writeForFirm } from '../../kernel/transaction.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import type { Made } from '../filed/make-assessment.ts'
import { assessReturn } from '../filed/make-assessment.ts'
import type { AssessmentRefusal } from '../filed/assessment.ts'
import { changesSince } from './changes-since.ts'
import { lackingIn, outcomeOf } from './run-result.ts'
import type { Run, RunResult } from './run.ts'
import { findEnd, findResult, findRun, insertResult, insertRunEnd, plannedLeft, sumResults } from './runs-table.ts'

export const ASSESS_RUN = 'assess_run'
const WRITER = systemActor('runs')
const RETURNS_A_JOB = 20
/** So long is one hand at it; letters and reminders come in between. */
const AT_ONCE_MS = 2000

/** What the jobs of a run are about: `0197… 41-60`. */
export function chunksOf({ id, total }: Pick<Run, 'id' | 'total'>): readonly string[] {
  const chunks = Math.ceil(total / RETURNS_A_JOB)
  return Array.from({ length: chunks }, (_, nth) => {
    const first = nth * RETURNS_A_JOB + 1
    return `${id} ${first}-${Math.min(first + RETURNS_A_JOB - 1, total)}`
  })
}

export function assessRun(recorder: Recorder, shelf: ReleaseShelf, forMs = AT_ONCE_MS): Handler {
  return async ({ about }) => {
    const [, id = '', first, last] = /^(\S+) (\d+)-(\d+)$/.exec(about) ?? []
    const { run, end, left } = await readAs(recorder.database, WRITER, async (tables) => ({
      run: await findRun(tables, id),
      end: await findEnd(tables, id),
      left: await plannedLeft(tables, id, Number(first), Number(last)),
    }))
    if (run === undefined) throw new Error(`there is no run ${id}`)
    const until = performance.now() + forMs
    let all = end === undefined
    for (const { return_id, manufacturer_id } of end === undefined ? left : []) {
      if (performance.now() >= until) return async () => await Promise.resolve({ again_at: recorder.clock() })
      all = await assessOne(recorder, shelf, run, { return_id, manufacturer_id })
      if (!all) break
    }
    return async (tables) => {
      if (all) await finish(tables, recorder, run)
      return undefined
    }
  }
}

type Of = Pick<RunResult, 'return_id' | 'manufacturer_id'>
type Passed = AssessmentRefusal | { readonly code: 'done_before' } | { readonly code: 'run_ended' }

/** In the name of the officer who began it. False where the run was stopped meanwhile. */
async function assessOne(recorder: Recorder, shelf: ReleaseShelf, run: Run, of: Of): Promise<boolean> {
  const officer: Actor = { person: run.begun_by, organization: run.begun_for, role: 'case_officer' }
  const command = { command: 'make_assessment', firm: of.manufacturer_id }
  const made = await recordForFirm<Made, Passed>(recorder, officer, command, async (tables) => {
    const passed = await passedBy(tables, run, of)
    if (passed !== undefined) return { refused: passed }
    const { as_of, release_id } = run
    const assessed = await assessReturn(tables, recorder, shelf, officer, {
      return_id: of.return_id,
      as_of,
      by: { release: release_id },
    })
    if ('refused' in assessed) return assessed
    const { assessment } = assessed.done
    await insertResult(tables, {
      ...resultOf(recorder, run, of),
      outcome: outcomeOf(assessed.done),
      assessment_id: assessment.id,
      problem: null,
      missing: lackingIn(assessed.done),
      changes: await changesSince(tables, shelf, run, assessed.done),
    })
    return { ...assessed, details: { ...assessed.details, run: run.id } }
  })
  if ('done' in made || made.refused.code === 'done_before') return true
  const { refused } = made
  if (refused.code === 'run_ended') return false
  return await writeForFirm(recorder.database, officer, of.manufacturer_id, async (tables) => {
    const passed = await passedBy(tables, run, of)
    if (passed !== undefined) return { rollBack: passed.code === 'done_before' }
    await insertResult(tables, {
      ...resultOf(recorder, run, of),
      outcome: 'could_not',
      assessment_id: null,
      problem: refused,
      missing: [],
      changes: null,
    })
    return { commit: true }
  })
}

async function passedBy(
  tables: Handle,
  { id }: Run,
  { return_id }: Of,
): Promise<{ readonly code: 'done_before' } | { readonly code: 'run_ended' } | undefined> {
  if ((await findEnd(tables, id)) !== undefined) return { code: 'run_ended' }
  return (await findResult(tables, id, return_id)) === undefined ? undefined : { code: 'done_before' }
}

function resultOf({ clock }: Recorder, { id }: Run, { return_id, manufacturer_id }: Of) {
  return { run_id: id, return_id, manufacturer_id, recorded_at: instantText(clock()) }
}

/** By whoever does the last. */
async function finish(tables: Handle, { clock }: Pick<Recorder, 'clock'>, run: Run): Promise<void> {
  if ((await findEnd(tables, run.id)) !== undefined) return
  const { outcomes } = await sumResults(tables, run.id)
  if (outcomes.reduce((sum, { count }) => sum + count, 0) < run.total) return
  const recorded_at = instantText(clock())
  await insertRunEnd(tables, {
    run_id: run.id,
    kind: 'finished',
    reason: null,
    recorded_at,
    recorded_by: WRITER.person,
  })
}
