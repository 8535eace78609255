/** Simulations: what a draft does to an industry. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, OFFICER_ROLES } from '../kernel/authority.ts'
import {
  DAY,
  HASH,
  ID,
  INSTANT,
  listOf,
  oneOf,
  orNull,
  PAGE_QUERY,
  PROGRAMME,
  text,
  YEAR,
} from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import { PROVISION_KINDS } from '@maqami/engine/load/provisions.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { caseChanges } from './drafts/case-changes.ts'
import type { DraftShelf } from './drafts/draft-shelf.ts'
import { listText } from './drafts/invent-industry.ts'
import { readSimulation, readSimulations } from './drafts/read-simulations.ts'
import { simulateDraft } from './drafts/simulate-draft.ts'
import { type SimulationRefusal, SOURCES } from './simulation.ts'

export const simulationsAuthority = {
  simulate_draft: ['analyst', 'policy_officer'],
  see_simulations: OFFICER_ROLES,
} as const satisfies Authority

const SIMULATION = {
  id: ID,
  programme: PROGRAMME,
  release_id: ID,
  draft: Type.String(),
  source: oneOf(...SOURCES),
  cases: Type.Integer(),
  begun_at: INSTANT,
  begun_by: Type.String(),
}

const LONGEST_DRAFT = 500_000

/** One of the release's own drafts by name, or the text of another. */
const DRAFT = Type.Union([
  Type.Object({ draft: text(100) }, { additionalProperties: false }),
  Type.Object({ overlay: text(LONGEST_DRAFT) }, { additionalProperties: false }),
])

/** A row as the list of `maqami effect` has it: `id`, `as_of`, `period_end`, `firm`, facts by their names, and lines as lists. */
const ROWS = Type.Array(Type.Record(Type.String(), Type.Unknown()), { minItems: 1 })

const COUNTS = orNull(
  Type.Object({
    met: Type.Integer(),
    not_met: Type.Integer(),
    none: Type.Integer(),
    undetermined: Type.Integer(),
    refused: Type.Integer(),
  }),
)
const AMOUNTS = { release: Type.String(), draft: Type.String(), difference: Type.String() }
const EFFECT = {
  year: YEAR,
  ends_on: DAY,
  cases: Type.Integer(),
  amounts: Type.Array(Type.Object({ name: Type.String(), kind: oneOf(...PROVISION_KINDS), ...AMOUNTS })),
  balance: Type.Object(AMOUNTS),
  jobs: orNull(Type.Integer()),
  exports: orNull(Type.String()),
}
const COUNT_OF_BOTH = Type.Object({ release: Type.Integer(), draft: Type.Integer() })
const NAMES_OF_BOTH = Type.Object({ release: Type.Array(Type.String()), draft: Type.Array(Type.String()) })
const AT_RISK = Type.Object({ firms: Type.Integer(), jobs: orNull(Type.Integer()), exports: orNull(Type.String()) })

const REPORT = Type.Object({
  programme: PROGRAMME,
  draft: Type.String(),
  engine_version: Type.String(),
  release_hash: HASH,
  draft_hash: HASH,
  facts: Type.Array(Type.Object({ holds: Type.String(), hash: HASH })),
  left_out: Type.Array(
    Type.Object({
      firm: Type.String(),
      period: Type.String(),
      why: Type.Object({ en: Type.String(), ur: Type.String() }),
    }),
  ),
  cases: Type.Integer(),
  firms: Type.Integer(),
  years: Type.Array(
    Type.Object({
      ...EFFECT,
      firms: Type.Integer(),
      requirements: Type.Array(Type.Object({ name: Type.String(), release: COUNTS, draft: COUNTS })),
      failing: Type.Object({ release: AT_RISK, draft: AT_RISK }),
      unsaid: COUNT_OF_BOTH,
      licences_at_risk: COUNT_OF_BOTH,
    }),
  ),
  firm_years: Type.Array(
    Type.Object({
      firm: Type.String(),
      ...EFFECT,
      fails: NAMES_OF_BOTH,
      licence_at_risk: Type.Object({ release: Type.Boolean(), draft: Type.Boolean() }),
      open: NAMES_OF_BOTH,
      changed: Type.Integer(),
      rows: Type.Array(Type.Integer()),
    }),
  ),
  classes: Type.Array(
    Type.Object({
      by: oneOf('size', 'band'),
      name: orNull(Type.String()),
      firms: Type.Integer(),
      gain: Type.Integer(),
      lose: Type.Integer(),
      same: Type.Integer(),
      open: Type.Integer(),
      fail_newly: Type.Integer(),
      fail_no_longer: Type.Integer(),
      balance: Type.Object(AMOUNTS),
    }),
  ),
  lacking: Type.Array(
    Type.Object({
      law: oneOf('release', 'draft'),
      name: Type.String(),
      state: oneOf('undetermined', 'refused'),
      needs: Type.Array(Type.String()),
      cases: Type.Integer(),
      firms: Type.Integer(),
    }),
  ),
})

const CHANGE = Type.Object({
  name: Type.String(),
  kind: oneOf(...PROVISION_KINDS),
  release: orNull(Type.String()),
  draft: orNull(Type.String()),
  difference: orNull(Type.String()),
})

export function simulationsRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
  simulated: DraftShelf,
): readonly Route<SimulationRefusal>[] {
  const { database } = recorder
  const desk = { database, shelf, simulated }
  return [
    route({
      method: 'POST',
      url: '/api/simulations',
      command: 'simulate_draft',
      summary:
        'Hold a draft against the release in force over a list of facts: the returns that stand, an invented industry, or rows that are sent; nobody is bound by what comes out',
      body: Type.Object({
        programme: PROGRAMME,
        draft: DRAFT,
        facts: Type.Union([oneOf('register', 'invented'), ROWS]),
      }),
      done: Type.Object(SIMULATION),
      run: async ({ actor, once, body: { programme, draft, facts } }) =>
        await simulateDraft({ ...recorder, once }, shelf, actor, {
          programme,
          draft,
          facts: Array.isArray(facts) ? [{ holds: 'facts', name: 'facts.json', text: listText(facts) }] : facts,
        }),
    }),
    route({
      method: 'GET',
      url: '/api/simulations',
      command: 'see_simulations',
      summary: 'The simulations, newest first',
      query: PAGE_QUERY,
      done: listOf(Type.Object(SIMULATION)),
      run: async ({ actor, query }) => ({ done: await readSimulations(database, actor, query) }),
    }),
    route({
      method: 'GET',
      url: '/api/simulations/:id',
      command: 'see_simulations',
      summary:
        'What a draft does: by year, by firm and by class of firms, with what could not be said; as maqami effect says it of the same facts',
      params: Type.Object({ id: ID }),
      done: REPORT,
      run: async ({ actor, params }) => {
        const read = await readSimulation(desk, actor, params.id)
        return 'refused' in read ? read : { done: read.done.report }
      },
    }),
    route({
      method: 'GET',
      url: '/api/simulations/:id/cases/:row',
      command: 'see_simulations',
      summary: 'What changes for one row of the list, counted from 1',
      params: Type.Object({ id: ID, row: Type.Integer({ minimum: 1 }) }),
      done: Type.Object({ id: Type.String(), changes: Type.Array(CHANGE) }),
      run: async ({ actor, params }) => {
        const read = await readSimulation(desk, actor, params.id)
        if ('refused' in read) return read
        const { compared } = read.done
        const id = compared.gathered.ids[params.row - 1]
        if (id === undefined) return { refused: { code: 'case_unknown' } }
        return { done: { id, changes: caseChanges(compared, params.row - 1) } }
      },
    }),
  ]
}
