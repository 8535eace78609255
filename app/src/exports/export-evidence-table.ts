/** The table of what customs attested of exports, and all the SQL that knows it. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Evidence } from './export.ts'

type EvidenceTables = { readonly export_evidence: Evidence }

function evidence(handle: Handle): Kysely<EvidenceTables> {
  return handle.withTables<EvidenceTables>()
}

const COLUMNS = [
  'id',
  'exporter',
  'goods_declaration',
  'model',
  'market',
  'devices',
  'exported_on',
  'attested_at',
  'attested_by',
] as const satisfies readonly (keyof Evidence)[]

const FOB = sql<string>`to_char(fob_usd, 'FM999999999990.00')`

export async function insertEvidence(handle: Handle, row: Evidence): Promise<void> {
  await evidence(handle).insertInto('export_evidence').values(row).execute()
}

/** A page of those that the reader may see, newest first. */
export async function listEvidence(handle: Handle, before: string, limit: number): Promise<readonly Evidence[]> {
  const all = evidence(handle).selectFrom('export_evidence').select(COLUMNS).select(FOB.as('fob_usd'))
  return await all.where('id', '<', before).orderBy('id', 'desc').limit(limit).execute()
}

/** Of goods that left between two days, in the order in which it was given. */
export async function evidenceBetween(handle: Handle, from: string, until: string): Promise<readonly Evidence[]> {
  const all = evidence(handle).selectFrom('export_evidence').select(COLUMNS).select(FOB.as('fob_usd'))
  return await all.where('exported_on', '>=', from).where('exported_on', '<=', until).orderBy('id').execute()
}
