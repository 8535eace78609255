/** The tables of returns, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { Return, ReturnEvent, ReturnVersion } from './return.ts'

type Begun = Pick<Return, 'id' | 'manufacturer_id' | 'programme' | 'kind' | 'period'>

export interface StoredVersion extends ReturnVersion {
  /** Canonical JSON of `FiledFacts`; null where the file has errors. */
  readonly facts: string | null
  /** Canonical JSON of `KeptLines`; null where the file has errors. */
  readonly lines: string | null
}

export interface RateTable {
  readonly id: string
  readonly text: string
  readonly hash: string
  readonly recorded_at: string
  readonly recorded_by: string
}

type ReturnTables = {
  readonly rate_tables: RateTable
  readonly returns: Begun
  readonly return_versions: StoredVersion
  readonly return_events: ReturnEvent
  readonly return_citations: Citation
}

/** An attestation on which lines of a version rest. */
export interface Citation {
  readonly return_id: string
  readonly version: number
  readonly attestation_id: string
}

function returns(handle: Handle): Kysely<ReturnTables> {
  return handle.withTables<ReturnTables>()
}

export async function insertRates(handle: Handle, table: RateTable): Promise<void> {
  await returns(handle).insertInto('rate_tables').values(table).execute()
}

export async function newestRates(handle: Handle): Promise<RateTable | undefined> {
  return await returns(handle).selectFrom('rate_tables').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()
}

export async function findRates(handle: Handle, id: string): Promise<RateTable | undefined> {
  return await returns(handle).selectFrom('rate_tables').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertReturn(handle: Handle, begun: Begun): Promise<void> {
  await returns(handle).insertInto('returns').values(begun).execute()
}

export async function insertVersion(handle: Handle, version: StoredVersion): Promise<void> {
  await returns(handle)
    .insertInto('return_versions')
    .values({ ...version, errors: sql`${JSON.stringify(version.errors)}::jsonb` as never })
    .execute()
}

export async function insertCitation(handle: Handle, citation: Citation): Promise<void> {
  await returns(handle).insertInto('return_citations').values(citation).execute()
}

/** The identifiers of the attestations that a version cites. */
export async function citationsOf(handle: Handle, id: string, version: number): Promise<readonly string[]> {
  const all = returns(handle).selectFrom('return_citations').select('attestation_id')
  const rows = await all.where('return_id', '=', id).where('version', '=', version).execute()
  return rows.map(({ attestation_id }) => attestation_id)
}

export async function insertReturnEvent(handle: Handle, event: ReturnEvent): Promise<void> {
  await returns(handle).insertInto('return_events').values(event).execute()
}

export async function findReturn(handle: Handle, id: string): Promise<Return | undefined> {
  const row = await returns(handle).selectFrom('returns').selectAll().where('id', '=', id).executeTakeFirst()
  return (await withVersions(handle, row === undefined ? [] : [row]))[0]
}

export async function findReturnOf(
  handle: Handle,
  { manufacturer_id, programme, kind, period }: Omit<Begun, 'id'>,
): Promise<Return | undefined> {
  const row = await returns(handle)
    .selectFrom('returns')
    .selectAll()
    .where('manufacturer_id', '=', manufacturer_id)
    .where('programme', '=', programme)
    .where('kind', '=', kind)
    .where('period', '=', period)
    .executeTakeFirst()
  return (await withVersions(handle, row === undefined ? [] : [row]))[0]
}

/** Of a manufacturer, those of which the last version waits for it: not filed yet, or sent back. Oldest first. */
export async function listReturnsOpen(handle: Handle, manufacturer: string): Promise<readonly Return[]> {
  const last = sql<string | null>`(
    select kind from return_events
    where return_id = returns.id and version = (select max(version) from return_versions where return_id = returns.id)
    order by position desc limit 1
  )`
  const rows = await returns(handle)
    .selectFrom('returns')
    .selectAll()
    .where('manufacturer_id', '=', manufacturer)
    .where(sql<boolean>`coalesce(${last}, 'sent_back') = 'sent_back'`)
    .orderBy('id')
    .execute()
  return await withVersions(handle, rows)
}

/** All that a manufacturer has under the programme, of every kind. */
export async function listReturnsUnder(
  handle: Handle,
  { manufacturer_id, programme }: Pick<Begun, 'manufacturer_id' | 'programme'>,
): Promise<readonly Return[]> {
  const rows = await returns(handle)
    .selectFrom('returns')
    .selectAll()
    .where('manufacturer_id', '=', manufacturer_id)
    .where('programme', '=', programme)
    .orderBy('period')
    .execute()
  return await withVersions(handle, rows)
}

export async function linesOfVersion(handle: Handle, id: string, version: number): Promise<string | undefined> {
  const row = await returns(handle)
    .selectFrom('return_versions')
    .select('lines')
    .where('return_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.lines ?? undefined
}

export async function factsOfVersion(handle: Handle, id: string, version: number): Promise<string | undefined> {
  const row = await returns(handle)
    .selectFrom('return_versions')
    .select('facts')
    .where('return_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.facts ?? undefined
}

/** `sha256:` and 64 hexadecimal digits, made where the text lies: that of a large return need not travel to be signed. */
export async function factsHashOf(handle: Handle, id: string, version: number): Promise<string | undefined> {
  const row = await returns(handle)
    .selectFrom('return_versions')
    .select(sql<string | null>`'sha256:' || encode(sha256(convert_to(facts, 'UTF8')), 'hex')`.as('hash'))
    .where('return_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.hash ?? undefined
}

const OF_VERSION = [
  'return_id',
  'version',
  'document_id',
  'release_id',
  'rate_table_id',
  'errors',
  'error_count',
  'uploaded_at',
  'uploaded_by',
] as const satisfies readonly (keyof ReturnVersion)[]

/** With what was uploaded and what was decided, in the same order: one statement for both, since a page of a list waits for each. */
export async function withVersions(handle: Handle, begun: readonly Begun[]): Promise<readonly Return[]> {
  if (begun.length === 0) return []
  const ids = begun.map(({ id }) => id)
  const versions = returns(handle).selectFrom('return_versions').select(OF_VERSION).where('return_id', 'in', ids)
  const events = returns(handle).selectFrom('return_events').selectAll().where('return_id', 'in', ids)
  // A version stands in a row with each of its events, and an event alone where the reader does not see its version.
  const rows = await returns(handle)
    .selectFrom(versions.as('v'))
    .fullJoin(events.as('e'), (join) => {
      return join.onRef('e.return_id', '=', 'v.return_id').onRef('e.version', '=', 'v.version')
    })
    .selectAll('v')
    .select([
      'e.return_id as of_return',
      'e.position',
      'e.kind',
      'e.version as of_version',
      'e.signed_hash',
      'e.reason',
    ])
    .select(['e.recorded_at', 'e.recorded_by'])
    .execute()
  const rowsOf = Map.groupBy(rows, (row) => row.return_id ?? row.of_return)
  return begun.map((one) => {
    const own = rowsOf.get(one.id) ?? []
    const uploaded = new Map<number, ReturnVersion>()
    for (const row of own)
      if (row.version !== null)
        uploaded.set(row.version, Object.fromEntries(OF_VERSION.map((key) => [key, row[key]])) as never)
    const decided = own.flatMap(
      ({ of_return, position, kind, of_version, signed_hash, reason, recorded_at, recorded_by }) =>
        of_return === null
          ? []
          : [
              {
                return_id: of_return,
                position,
                kind,
                version: of_version,
                signed_hash,
                reason,
                recorded_at,
                recorded_by,
              } as ReturnEvent,
            ],
    )
    return {
      ...one,
      versions: [...uploaded.values()].toSorted((a, b) => a.version - b.version),
      events: decided.toSorted((a, b) => a.position - b.position),
    }
  })
}
