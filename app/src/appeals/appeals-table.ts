/** The tables of appeals, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { DeterminedFinding } from '../determinations/determination.ts'
import type { Handle } from '../kernel/database.ts'
import type { Appeal, AppealEvent, AppealEvidence, AppealOutcome } from './appeal.ts'

type AppealRow = Omit<Appeal, 'evidence' | 'events'>

type EventRow = Omit<AppealEvent, 'findings'> & { readonly manufacturer_id: string; readonly findings: string | null }

type EvidenceRow = AppealEvidence & {
  readonly appeal_id: string
  readonly manufacturer_id: string
  readonly added_at: string
  readonly added_by: string
}

export interface OrderDraft {
  readonly id: string
  readonly appeal_id: string
  readonly outcome: AppealOutcome
  readonly reasons: string
  readonly findings: readonly DeterminedFinding[] | null
  readonly drafted_at: string
  readonly drafted_by: string
}

type DraftRow = Omit<OrderDraft, 'findings'> & { readonly findings: string | null }

type AppealTables = {
  readonly appeals: AppealRow
  readonly appeal_events: EventRow
  readonly appeal_evidence: EvidenceRow
  readonly appeal_drafts: DraftRow
}

function appeals(handle: Handle): Kysely<AppealTables> {
  return handle.withTables<AppealTables>()
}

/** `A-000012`. One that was discarded leaves a gap. */
export async function nextAppealNumber(handle: Handle): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('appeal_numbers') as next`.execute(handle)
  const next = rows[0]?.next
  if (next === undefined) throw new Error('the sequence of appeal numbers gave nothing')
  return `A-${String(next).padStart(6, '0')}`
}

export async function insertAppeal(handle: Handle, row: AppealRow): Promise<void> {
  await appeals(handle).insertInto('appeals').values(row).execute()
}

export async function insertEvidence(handle: Handle, row: EvidenceRow): Promise<void> {
  await appeals(handle).insertInto('appeal_evidence').values(row).execute()
}

/** `findings` are canonical JSON. */
export async function insertAppealEvent(handle: Handle, row: EventRow): Promise<void> {
  await appeals(handle).insertInto('appeal_events').values(row).execute()
}

export async function insertDraft(handle: Handle, row: DraftRow): Promise<void> {
  await appeals(handle).insertInto('appeal_drafts').values(row).execute()
}

/** The newest of the reader's own. */
export async function findDraft(handle: Handle, appeal_id: string): Promise<OrderDraft | undefined> {
  const all = appeals(handle).selectFrom('appeal_drafts').selectAll().where('appeal_id', '=', appeal_id)
  const row = await all.orderBy('drafted_at', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? undefined : { ...row, findings: read(row.findings) }
}

export async function findAppeal(handle: Handle, id: string): Promise<Appeal | undefined> {
  const rows = await appeals(handle).selectFrom('appeals').selectAll().where('id', '=', id).execute()
  return (await gathered(handle, rows))[0]
}

export async function findAppealNumbered(handle: Handle, number: string): Promise<Appeal | undefined> {
  const rows = await appeals(handle).selectFrom('appeals').selectAll().where('number', '=', number).execute()
  return (await gathered(handle, rows))[0]
}

export async function appealsWith(handle: Handle, ids: readonly string[]): Promise<readonly Appeal[]> {
  if (ids.length === 0) return []
  return await gathered(
    handle,
    await appeals(handle).selectFrom('appeals').selectAll().where('id', 'in', ids).execute(),
  )
}

/** Those against these determinations that the reader may see, oldest first. */
export async function appealsAgainst(handle: Handle, determinations: readonly string[]): Promise<readonly Appeal[]> {
  if (determinations.length === 0) return []
  const all = appeals(handle).selectFrom('appeals').selectAll().where('determination_id', 'in', determinations)
  return await gathered(handle, await all.orderBy('id').execute())
}

/** A page of those that the reader may see, newest first. */
export async function listAppeals(handle: Handle, before: string, limit: number): Promise<readonly Appeal[]> {
  const all = appeals(handle).selectFrom('appeals').selectAll()
  return await gathered(handle, await all.where('id', '<', before).orderBy('id', 'desc').limit(limit).execute())
}

async function gathered(handle: Handle, rows: readonly AppealRow[]): Promise<readonly Appeal[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const events = appeals(handle).selectFrom('appeal_events').selectAll().where('appeal_id', 'in', ids)
  const evidence = appeals(handle).selectFrom('appeal_evidence').selectAll().where('appeal_id', 'in', ids)
  const eventsOf = Map.groupBy(await events.orderBy('position').execute(), (one) => one.appeal_id)
  const evidenceOf = Map.groupBy(await evidence.orderBy('document_id').execute(), (one) => one.appeal_id)
  return rows.map((row) => ({
    ...row,
    evidence: (evidenceOf.get(row.id) ?? []).map(({ document_id, name, hash }) => ({ document_id, name, hash })),
    events: (eventsOf.get(row.id) ?? []).map((one) => ({ ...one, findings: read(one.findings) })),
  }))
}

function read(findings: string | null): readonly DeterminedFinding[] | null {
  return findings === null ? null : (JSON.parse(findings) as readonly DeterminedFinding[])
}

/** How many are neither decided nor given up, and since when the first of them. */
export async function countOpenAppeals(
  handle: Handle,
): Promise<{ readonly count: number; readonly since: string | null }> {
  const { rows } = await sql<{ count: number; since: string | null }>`
    select count(*)::int as count, min(f.recorded_at) as since
    from appeals a join appeal_events f on f.appeal_id = a.id and f.kind = 'filed'
    where not exists (
      select from appeal_events e where e.appeal_id = a.id and e.kind in ('discarded', 'withdrawn', 'out_of_time', 'decided')
    )`.execute(handle)
  return rows[0] ?? { count: 0, since: null }
}
