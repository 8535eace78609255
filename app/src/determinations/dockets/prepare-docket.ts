/** Prepares the determinations of all that was found in a run, as jobs: what an officer has to weigh by itself is left out, and named. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import type { ProvisionWhy } from '@maqami/engine/explain/explanation.ts'
import { stateOf } from '@maqami/engine/explain/story.ts'
import { type Done, type Recorder, recordCommand, recordForFirm } from '../../audit-log/record-command.ts'
import type { Made } from '../../assessments/filed/make-assessment.ts'
import { referredReturn } from '../../assessments/filed/refer-findings.ts'
import { resultsAt, runIn } from '../../assessments/runs/read-runs.ts'
import type { RunResult, RunRefusal } from '../../assessments/runs/run.ts'
import type { Handler } from '../../jobs/job.ts'
import { queueJobsIn } from '../../jobs/queue-job.ts'
import { instantText } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome, Refusal } from '../../kernel/outcome.ts'
import { type Actor, readAs, systemActor, writeForFirm } from '../../kernel/transaction.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import type { Determination } from '../determination.ts'
import { currentAssessment, prepareIn } from '../prepare-determination.ts'
import { type Docket, DOCKET_KINDS, type DocketKind, type DocketRefusal, type LeftOut, type Round } from './docket.ts'
import {
  countReturns,
  findDocket,
  findRound,
  hasEnded,
  insertDocket,
  insertItem,
  insertReturn,
  insertRound,
  insertRoundEnd,
  returnsDone,
} from './dockets-table.ts'

export const PREPARE_DOCKET = 'prepare_docket'
export const WRITER = systemActor('dockets')
const RETURNS_A_JOB = 20
/** So long is one hand at it; letters and reminders come in between. */
export const AT_ONCE_MS = 2000

export interface PrepareDocket extends Pick<Docket, 'run_id' | 'failure_reasons' | 'entitlement_reasons'> {
  /** Of single firms, instead of those that are common. */
  readonly own_reasons: readonly { readonly manufacturer_id: string; readonly reasons: string }[]
}

export async function prepareDocket(
  recorder: Recorder,
  actor: Actor,
  { run_id, failure_reasons, entitlement_reasons, own_reasons }: PrepareDocket,
): Promise<Outcome<Docket, DocketRefusal | RunRefusal>> {
  if (failure_reasons === null && entitlement_reasons === null) return { refused: { code: 'docket_kind_missing' } }
  return await recordCommand<Docket, DocketRefusal | RunRefusal>(recorder, actor, PREPARE_DOCKET, async (tables) => {
    const run = await runIn(tables, run_id)
    if (run === undefined) return { refused: { code: 'run_unknown' } }
    if (run.ended !== 'finished') return { refused: { code: 'docket_run_open' } }
    const docket: Docket = {
      id: recorder.makeId(),
      run_id,
      programme: run.programme,
      period: run.period,
      failure_reasons,
      entitlement_reasons,
      own_reasons: canonicalJson(
        Object.fromEntries(own_reasons.map(({ manufacturer_id, reasons }) => [manufacturer_id, reasons])),
      ),
    }
    const round: Round = {
      id: recorder.makeId(),
      docket_id: docket.id,
      act: 'prepare',
      total: run.total,
      signed_hash: null,
      begun_at: instantText(recorder.clock()),
      begun_by: actor.person,
      begun_for: actor.organization ?? '',
    }
    await insertDocket(tables, docket)
    await insertRound(tables, round, [])
    await queueJobsIn(tables, recorder, PREPARE_DOCKET, chunksOf(round))
    return { done: docket, subject: `docket ${docket.id}`, details: { run: run_id, total: run.total } }
  })
}

/** What the jobs of a round are about: `0197… 41-60`. */
function chunksOf({ id, total }: Round): readonly string[] {
  return Array.from({ length: Math.ceil(total / RETURNS_A_JOB) }, (_, nth) => {
    const first = nth * RETURNS_A_JOB + 1
    return `${id} ${first}-${Math.min(first + RETURNS_A_JOB - 1, total)}`
  })
}

export function prepareRound(recorder: Recorder, shelf: ReleaseShelf, forMs = AT_ONCE_MS): Handler {
  return async ({ about }) => {
    const [, id = '', first, last] = /^(\S+) (\d+)-(\d+)$/.exec(about) ?? []
    const { round, docket, left } = await readAs(recorder.database, WRITER, async (tables) => {
      const its = await findRound(tables, id)
      const of = its && (await findDocket(tables, its.docket_id))
      if (its === undefined || of === undefined) throw new Error(`there is no round ${id}`)
      const results = (await hasEnded(tables, id))
        ? []
        : await resultsAt(tables, of.run_id, Number(first), Number(last))
      const looked = await returnsDone(
        tables,
        of.id,
        results.map(({ return_id }) => return_id),
      )
      return { round: its, docket: of, left: results.filter(({ return_id }) => !looked.has(return_id)) }
    })
    const until = performance.now() + forMs
    for (const result of left) {
      if (performance.now() >= until) return async () => await Promise.resolve({ again_at: recorder.clock() })
      if (!(await prepareReturn(recorder, shelf, { round, docket, result }))) break
    }
    return async (tables) => {
      if (!(await hasEnded(tables, id)) && (await countReturns(tables, docket.id)) === round.total)
        await insertRoundEnd(tables, {
          round_id: id,
          kind: 'finished',
          reason: null,
          recorded_at: instantText(recorder.clock()),
          recorded_by: WRITER.person,
        })
      return undefined
    }
  }
}

interface Of {
  readonly round: Round
  readonly docket: Docket
  readonly result: RunResult
}

type Passed =
  | { readonly code: 'done_before' }
  | { readonly code: 'docket_round_ended' }
  | { readonly code: 'nothing_prepared'; readonly left_out: readonly LeftOut[] }

/** All of one return, in the name of the officer who began it. False where the round was stopped meanwhile. */
async function prepareReturn(recorder: Recorder, shelf: ReleaseShelf, of: Of): Promise<boolean> {
  const { round, docket, result } = of
  const { return_id, manufacturer_id } = result
  const officer: Actor = { person: round.begun_by, organization: round.begun_for, role: 'case_officer' }
  const row = { docket_id: docket.id, return_id, manufacturer_id, recorded_at: instantText(recorder.clock()) }
  const command = { command: 'prepare_determination', firm: manufacturer_id }
  const prepared = await recordForFirm<Determination, Passed>(recorder, officer, command, async (tables) => {
    const passed = await passedBy(tables, of)
    if (passed !== undefined) return { refused: passed }
    const {
      done: [first, ...also],
      left_out,
    } = await preparedOf(tables, recorder, shelf, officer, of)
    if (first === undefined) return { refused: { code: 'nothing_prepared', left_out } }
    await insertReturn(tables, { ...row, left_out })
    for (const { done } of [first, ...also])
      await insertItem(tables, { docket_id: docket.id, determination_id: done.id })
    return { ...first, also }
  })
  if ('done' in prepared || prepared.refused.code === 'done_before') return true
  const { refused } = prepared
  if (refused.code === 'docket_round_ended') return false
  return await writeForFirm(recorder.database, officer, manufacturer_id, async (tables) => {
    const passed = await passedBy(tables, of)
    if (passed !== undefined) return { rollBack: passed.code === 'done_before' }
    await insertReturn(tables, { ...row, left_out: refused.left_out })
    return { commit: true }
  })
}

async function passedBy(
  tables: Handle,
  { round, docket, result: { return_id } }: Of,
): Promise<{ readonly code: 'done_before' } | { readonly code: 'docket_round_ended' } | undefined> {
  if (await hasEnded(tables, round.id)) return { code: 'docket_round_ended' }
  return (await returnsDone(tables, docket.id, [return_id])).has(return_id) ? { code: 'done_before' } : undefined
}

interface Prepared {
  readonly done: readonly Done<Determination>[]
  readonly left_out: readonly LeftOut[]
}

function whole(problem: Refusal): Prepared {
  return { done: [], left_out: [{ subject: null, kind: null, findings: [], reason: 'problem', problem }] }
}

async function preparedOf(
  tables: Handle,
  recorder: Recorder,
  shelf: ReleaseShelf,
  officer: Actor,
  { docket, result: { assessment_id, problem, return_id, manufacturer_id } }: Of,
): Promise<Prepared> {
  if (assessment_id === null) return whole(problem ?? { code: 'assessment_unknown' })
  const made = await currentAssessment(tables, shelf, assessment_id)
  if ('refused' in made) return whole(made.refused)
  const referred = await referredReturn(tables, return_id)
  if (referred !== undefined) return whole(referred)
  const own = (JSON.parse(docket.own_reasons) as Readonly<Record<string, string>>)[manufacturer_id]
  const prepared: Done<Determination>[] = []
  const left_out: LeftOut[] = []
  for (const { subject, kind, unclear, discretion } of weighed(made.done)) {
    const of = { subject, kind, problem: null } as const
    if (discretion.length > 0)
      left_out.push({ ...of, kind: 'sanction', reason: 'discretion', findings: discretion.map(({ name }) => name) })
    const common = kind === 'failure' ? docket.failure_reasons : docket.entitlement_reasons
    if (common === null) continue
    if (unclear.length > 0) {
      left_out.push(...namedBy(unclear).map((one) => ({ ...of, ...one })))
      continue
    }
    const one = { subject, kind, reasons: own ?? common, less: [] }
    const ready = await prepareIn(tables, recorder, officer, made.done, one)
    if ('done' in ready) prepared.push({ ...ready, details: { ...ready.details, docket: docket.id } })
    else if (ready.refused.code !== 'nothing_to_determine')
      left_out.push({ ...of, findings: [], reason: 'problem', problem: ready.refused })
  }
  return { done: prepared, left_out }
}

interface Weighed {
  /** Canonical JSON. */
  readonly subject: string
  readonly kind: DocketKind
  /** Findings of the kind of which nobody can say yet what they are. */
  readonly unclear: readonly ProvisionWhy[]
  /** Sanctions that apply, named once for each subject. */
  readonly discretion: readonly ProvisionWhy[]
}

const OF_KIND: Readonly<Record<DocketKind, readonly ProvisionWhy['kind'][]>> = {
  failure: ['requirement'],
  entitlement: ['entitlement', 'liability'],
}

const UNCLEAR = ['undetermined', 'refused'] as const

function weighed({ assessment, assessed }: Made): readonly Weighed[] {
  return assessed.subjects.flatMap(({ subject, explanation: { provisions } }) =>
    DOCKET_KINDS.map((kind) => ({
      subject: canonicalJson(subject),
      kind,
      unclear: provisions.filter(
        (one) => OF_KIND[kind].includes(one.kind) && UNCLEAR.some((state) => state === one.said.state),
      ),
      discretion: provisions.filter(
        (one) => kind === 'failure' && one.kind === 'sanction' && stateOf(one, assessment.as_of) === 'applies',
      ),
    })),
  )
}

function namedBy(unclear: readonly ProvisionWhy[]): readonly Pick<LeftOut, 'findings' | 'reason'>[] {
  return UNCLEAR.flatMap((reason) => {
    const findings = unclear.filter(({ said }) => said.state === reason).map(({ name }) => name)
    return findings.length === 0 ? [] : [{ reason, findings }]
  })
}
