/** Exports and what customs attested of them, for programs. */
import { type Exact, toFixed } from '@maqami/engine/value/exact.ts'
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import { ID, INSTANT, listOf, oneOf, orNull, PAGE_QUERY, PROGRAMME, YEAR } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import { readAs } from '../kernel/transaction.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { attestExport } from './attest-export.ts'
import { EVIDENCE_FIELDS, MARKET_CODE } from './evidence-fields.ts'
import { type ExportRefusal, type ExportSum, sumOf } from './export.ts'
import { exportsFound, type ExportsFound, readEvidence } from './read-exports.ts'

export const exportsAuthority = {
  see_exports: ['public'],
  attest_export: ['customs_officer'],
  see_export_evidence: ['customs_officer', ...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

const LARGEST_SHIPMENT = 999_999_999
const SAID = { ...EVIDENCE_FIELDS, devices: Type.Integer({ minimum: 0, maximum: LARGEST_SHIPMENT }) }
const EVIDENCE = Type.Object({ id: ID, ...SAID, attested_at: INSTANT, attested_by: Type.String() })

/** Null where it is withheld, or not told to the reader. */
const VALUE = orNull(Type.String({ pattern: '^\\d+\\.\\d{2}$' }))
const SUM = { devices: VALUE, declared_usd: VALUE, verified_usd: VALUE, unverified_usd: VALUE }
const EXPORTS = Type.Object({
  programme: PROGRAMME,
  /** By accepted returns that the reader may see, or by what was published of them. */
  by: oneOf('returns', 'publications', 'nothing'),
  /** Null where nothing is known yet. */
  year: orNull(YEAR),
  together: Type.Object(SUM),
  markets: Type.Array(Type.Object({ market: MARKET_CODE, ...SUM })),
})

export function exportsRoutes(recorder: Recorder, shelf: ReleaseShelf): readonly Route<ExportRefusal>[] {
  const { database } = recorder
  return [
    route({
      method: 'GET',
      url: '/api/exports',
      command: 'see_exports',
      summary: 'Exports by market: what makers declared, what customs attested of it, and what is not verified',
      query: Type.Object({ year: Type.Optional(YEAR) }),
      done: Type.Object({ programmes: Type.Array(EXPORTS) }),
      run: async ({ actor, query: { year } }) => {
        const found = await readAs(database, actor, async (tables) => await exportsFound(tables, shelf, actor, year))
        return { done: { programmes: found.map(exportsSaid) } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/export-evidence',
      command: 'see_export_evidence',
      summary: 'What customs attested of exports, newest first; a maker sees what is about its own',
      query: PAGE_QUERY,
      done: listOf(EVIDENCE),
      run: async ({ actor, query }) => ({ done: await readEvidence(database, actor, query) }),
    }),
    route({
      method: 'POST',
      url: '/api/export-evidence',
      command: 'attest_export',
      summary: 'Attest what left the country under a goods declaration; what is attested again counts instead',
      body: Type.Object(SAID),
      done: EVIDENCE,
      run: async ({ actor, once, body }) => await attestExport({ ...recorder, once }, actor, body),
    }),
  ]
}

function exportsSaid(found: ExportsFound) {
  const { programme, by } = found
  const nothing = { devices: null, declared_usd: null, verified_usd: null, unverified_usd: null }
  if (found.by === 'nothing') return { programme, by, year: null, together: nothing, markets: [] }
  if (found.by === 'publications') {
    const said = found.markets.map(({ market, value, devices }) => {
      return { market, ...nothing, devices: amount(devices), declared_usd: amount(value) }
    })
    const { market: _all, ...together } = said.find(({ market }) => market === undefined) ?? {
      market: undefined,
      ...nothing,
    }
    const markets = said.flatMap(({ market, ...sum }) => (market === undefined ? [] : [{ market, ...sum }]))
    return { programme, by, year: found.year, together, markets }
  }
  const byMarket = [...Map.groupBy(found.lines, ({ market }) => market)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const markets = byMarket.map(([market, lines]) => ({ market, ...sumSaid(sumOf(lines)) }))
  return { programme, by, year: found.year, together: sumSaid(sumOf(found.lines)), markets }
}

function sumSaid({ devices, value, verified, unverified }: ExportSum) {
  return {
    devices: amount(devices),
    declared_usd: amount(value),
    verified_usd: amount(verified),
    unverified_usd: amount(unverified),
  }
}

function amount(value: Exact | null): string | null {
  return value === null ? null : toFixed(value, 2)
}
