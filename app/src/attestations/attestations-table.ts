/** The tables of attestations and of what is sealed, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Attestation, AttestationEvent, Opening, SealedEvidence } from './attestation.ts'

export type Prepared = Omit<Attestation, 'events'>

type AttestationTables = {
  readonly sealed_evidence: SealedEvidence
  readonly attestations: Prepared
  readonly attestation_events: AttestationEvent
  readonly evidence_openings: Opening
}

function attestations(handle: Handle): Kysely<AttestationTables> {
  return handle.withTables<AttestationTables>()
}

/** `A-000012`. One that was not used in the end leaves a gap. */
export async function nextAttestationNumber(handle: Handle): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('attestation_numbers') as next`.execute(handle)
  const next = rows[0]?.next
  if (next === undefined) throw new Error('the sequence of attestation numbers gave nothing')
  return `A-${String(next).padStart(6, '0')}`
}

export async function insertEvidence(handle: Handle, evidence: SealedEvidence): Promise<void> {
  await attestations(handle).insertInto('sealed_evidence').values(evidence).execute()
}

export async function findEvidence(handle: Handle, id: string): Promise<SealedEvidence | undefined> {
  return await attestations(handle).selectFrom('sealed_evidence').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Without its bytes. */
export async function findEvidenceHash(handle: Handle, id: string): Promise<string | undefined> {
  const all = attestations(handle).selectFrom('sealed_evidence').select('hash')
  return (await all.where('id', '=', id).executeTakeFirst())?.hash
}

export async function insertAttestation(handle: Handle, prepared: Prepared): Promise<void> {
  await attestations(handle).insertInto('attestations').values(prepared).execute()
}

export async function insertAttestationEvent(handle: Handle, event: AttestationEvent): Promise<void> {
  await attestations(handle).insertInto('attestation_events').values(event).execute()
}

export async function insertOpening(handle: Handle, opening: Opening): Promise<void> {
  await attestations(handle).insertInto('evidence_openings').values(opening).execute()
}

export async function findOpening(handle: Handle, id: string): Promise<Opening | undefined> {
  return await attestations(handle).selectFrom('evidence_openings').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Oldest first. */
export async function openingsOf(handle: Handle, attestation: string): Promise<readonly Opening[]> {
  const all = attestations(handle).selectFrom('evidence_openings').selectAll()
  return await all.where('attestation_id', '=', attestation).orderBy('id').execute()
}

export async function findAttestation(handle: Handle, id: string): Promise<Attestation | undefined> {
  return (await findAttestations(handle, [id]))[0]
}

export async function findAttestations(handle: Handle, ids: readonly string[]): Promise<readonly Attestation[]> {
  if (ids.length === 0) return []
  const all = attestations(handle).selectFrom('attestations').selectAll()
  return await withEvents(handle, await all.where('id', 'in', ids).orderBy('id').execute())
}

/** A page of those that the reader may see, newest first. */
export async function listAttestations(handle: Handle, before: string, limit: number): Promise<readonly Attestation[]> {
  const all = attestations(handle).selectFrom('attestations').selectAll()
  return await withEvents(handle, await all.where('id', '<', before).orderBy('id', 'desc').limit(limit).execute())
}

/** What was signed for a firm, or for any, oldest first. */
export async function attestationsTo(handle: Handle, recipient: string): Promise<readonly Attestation[]> {
  const all = attestations(handle).selectFrom('attestations').selectAll()
  const rows = await all.where('recipient', 'in', ['', recipient]).orderBy('id').execute()
  return (await withEvents(handle, rows)).filter(({ events }) => events.length > 0)
}

/** All of one supplier about one part, whatever became of them. */
export async function attestationsAbout(
  handle: Handle,
  { supplier_id, part_code }: Pick<Attestation, 'supplier_id' | 'part_code'>,
): Promise<readonly Attestation[]> {
  const all = attestations(handle).selectFrom('attestations').selectAll()
  const rows = await all
    .where('supplier_id', '=', supplier_id)
    .where(sql<string>`lower(part_code)`, '=', part_code.toLowerCase())
    .orderBy('id')
    .execute()
  return await withEvents(handle, rows)
}

async function withEvents(handle: Handle, rows: readonly Prepared[]): Promise<readonly Attestation[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const all = attestations(handle).selectFrom('attestation_events').selectAll()
  const events = await all.where('attestation_id', 'in', ids).orderBy('position').execute()
  const byAttestation = Map.groupBy(events, ({ attestation_id }) => attestation_id)
  return rows.map((row) => ({ ...row, events: byAttestation.get(row.id) ?? [] }))
}
