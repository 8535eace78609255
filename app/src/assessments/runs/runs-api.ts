/** Runs of assessments over the returns of a period. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import { type Authority, OFFICER_ROLES } from '../../kernel/authority.ts'
import {
  DAY,
  ID,
  INSTANT,
  listOf,
  oneOf,
  orNull,
  PAGE_QUERY,
  PROGRAMME,
  REASON,
  YEAR,
} from '../../kernel/field-schemas.ts'
import { type Route, route } from '../../kernel/route.ts'
import { readResults, readRun, readRuns } from './read-runs.ts'
import { CAUSES, RUN_OUTCOMES, type RunRefusal } from './run.ts'
import { RESULTS_WANTED } from './runs-table.ts'
import { startRun, stopRun } from './start-run.ts'

export const runsAuthority = {
  start_run: ['case_officer'],
  stop_run: ['case_officer', 'approving_officer'],
  see_runs: OFFICER_ROLES,
} as const satisfies Authority

export const RUN_FORM = { programme: PROGRAMME, period: YEAR, as_of: DAY } as const

const RUN = {
  id: ID,
  ...RUN_FORM,
  release_id: ID,
  manufacturer_id: orNull(ID),
  base_id: orNull(ID),
  total: Type.Integer(),
  begun_at: INSTANT,
  begun_by: Type.String(),
}

const END = Type.Object({
  kind: oneOf('finished', 'stopped'),
  reason: orNull(Type.String()),
  recorded_at: INSTANT,
})

const SUMS = {
  done: Type.Integer(),
  outcomes: Type.Array(Type.Object({ outcome: oneOf(...RUN_OUTCOMES), count: Type.Integer() })),
  causes: Type.Array(Type.Object({ cause: oneOf(...CAUSES), findings: Type.Integer(), firms: Type.Integer() })),
  missing: Type.Array(Type.Object({ fact: Type.String(), firms: Type.Integer() })),
}

const RESULT = Type.Object({
  return_id: ID,
  manufacturer_id: ID,
  outcome: oneOf(...RUN_OUTCOMES),
  assessment_id: orNull(ID),
  problem: orNull(Type.Object({ code: Type.String() })),
  missing: Type.Array(
    Type.Object({ subject: Type.String(), finding: Type.String(), missing: Type.Array(Type.String()) }),
  ),
  changes: orNull(
    Type.Array(
      Type.Object({
        subject: Type.String(),
        finding: Type.String(),
        before: orNull(Type.String()),
        after: orNull(Type.String()),
        causes: Type.Array(oneOf(...CAUSES)),
      }),
    ),
  ),
  recorded_at: INSTANT,
})

const BY_ID = Type.Object({ id: ID })

export function runsRoutes(recorder: Recorder): readonly Route<RunRefusal>[] {
  const { database } = recorder
  return [
    route({
      method: 'POST',
      url: '/api/assessment-runs',
      command: 'start_run',
      summary:
        'Assess the yearly returns of a period, of one firm or of all, by the law now in force; it goes on by itself',
      body: Type.Object({ ...RUN_FORM, manufacturer_id: orNull(ID) }),
      done: Type.Object(RUN),
      run: async ({ actor, once, body }) => await startRun({ ...recorder, once }, actor, body),
    }),
    route({
      method: 'GET',
      url: '/api/assessment-runs',
      command: 'see_runs',
      summary: 'The runs of assessments, newest first',
      query: PAGE_QUERY,
      done: listOf(Type.Object({ ...RUN, ended: orNull(oneOf('finished', 'stopped')) })),
      run: async ({ actor, query }) => ({ done: await readRuns(database, actor, query) }),
    }),
    route({
      method: 'GET',
      url: '/api/assessment-runs/:id',
      command: 'see_runs',
      summary:
        'How far a run is, what came out, which facts are missing, and why something came out otherwise than before',
      params: BY_ID,
      done: Type.Object({ run: Type.Object(RUN), end: orNull(END), ...SUMS }),
      run: async ({ actor, params }) => await readRun(database, actor, params.id),
    }),
    route({
      method: 'GET',
      url: '/api/assessment-runs/:id/results',
      command: 'see_runs',
      summary: 'Return by return: the assessment, what is missing, and each finding that changed with its causes',
      params: BY_ID,
      query: Type.Object({ ...PAGE_QUERY.properties, wanted: Type.Optional(oneOf(...RESULTS_WANTED)) }),
      done: listOf(RESULT),
      run: async ({ actor, params, query: { wanted, ...page } }) =>
        await readResults(database, actor, { ...params, wanted }, page),
    }),
    route({
      method: 'POST',
      url: '/api/assessment-runs/:id/stop',
      command: 'stop_run',
      summary: 'Stop a run, with the reason; what was assessed stands',
      params: BY_ID,
      body: Type.Object({ reason: REASON }),
      done: END,
      run: async ({ actor, once, params, body }) => await stopRun({ ...recorder, once }, actor, { ...params, ...body }),
    }),
  ]
}
