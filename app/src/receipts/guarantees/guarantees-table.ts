/** The tables of guarantees, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { Guarantee, GuaranteeStep } from './guarantee.ts'

type Row = Omit<Guarantee, 'steps'>
type StepRow = Omit<GuaranteeStep, 'decided'> & { readonly guarantee_id: string }
type Decided = NonNullable<GuaranteeStep['decided']> & { readonly step_id: string; readonly guarantee_id: string }

type GuaranteeTables = {
  readonly guarantees: Row
  readonly guarantee_steps: StepRow
  readonly guarantee_decisions: Decided
}

function guarantees(handle: Handle): Kysely<GuaranteeTables> {
  return handle.withTables<GuaranteeTables>()
}

/** `G-000012`. One that was not used in the end leaves a gap. */
export async function nextGuaranteeNumber(handle: Handle): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('guarantee_numbers') as next`.execute(handle)
  const next = rows[0]?.next
  if (next === undefined) throw new Error('the sequence of guarantee numbers gave nothing')
  return `G-${String(next).padStart(6, '0')}`
}

export async function insertGuarantee(handle: Handle, guarantee: Guarantee): Promise<void> {
  const { steps: _, ...row } = guarantee
  await guarantees(handle).insertInto('guarantees').values(row).execute()
}

export async function insertStep(handle: Handle, guarantee_id: string, step: GuaranteeStep): Promise<void> {
  const { decided: _, ...row } = step
  await guarantees(handle)
    .insertInto('guarantee_steps')
    .values({ ...row, guarantee_id })
    .execute()
}

export async function insertStepDecided(handle: Handle, decided: Decided): Promise<void> {
  await guarantees(handle).insertInto('guarantee_decisions').values(decided).execute()
}

export async function findGuarantee(handle: Handle, number: string): Promise<Guarantee | undefined> {
  const all = guarantees(handle).selectFrom('guarantees').selectAll()
  return (await withSteps(handle, await all.where('number', '=', number).execute()))[0]
}

/** Those that are of the same paper. */
export async function findSamePaper(
  handle: Handle,
  { issuer, issuer_number, rehearsal }: Pick<Row, 'issuer' | 'issuer_number' | 'rehearsal'>,
): Promise<readonly Guarantee[]> {
  const all = guarantees(handle).selectFrom('guarantees').selectAll().where('rehearsal', '=', rehearsal)
  const same = await all.where('issuer', '=', issuer).where('issuer_number', '=', issuer_number).execute()
  return await withSteps(handle, same)
}

/** A page of them, newest first. */
export async function listGuarantees(handle: Handle, before: string, limit: number): Promise<readonly Guarantee[]> {
  const all = guarantees(handle).selectFrom('guarantees').selectAll()
  return await withSteps(handle, await all.where('id', '<', before).orderBy('id', 'desc').limit(limit).execute())
}

async function withSteps(handle: Handle, rows: readonly Row[]): Promise<readonly Guarantee[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const steps = await guarantees(handle)
    .selectFrom('guarantee_steps')
    .selectAll()
    .where('guarantee_id', 'in', ids)
    .orderBy('id')
    .execute()
  const decisions = await guarantees(handle)
    .selectFrom('guarantee_decisions')
    .selectAll()
    .where('guarantee_id', 'in', ids)
    .execute()
  const decidedOf = new Map(
    decisions.map(({ step_id, kind, reason, signed_hash, recorded_at, recorded_by }) => [
      step_id,
      { kind, reason, signed_hash, recorded_at, recorded_by },
    ]),
  )
  const stepsOf = Map.groupBy(steps, ({ guarantee_id }) => guarantee_id)
  return rows.map((row) => ({
    ...row,
    steps: (stepsOf.get(row.id) ?? []).map(({ id, kind, amount, reference, reason, proposed_at, proposed_by }) => ({
      id,
      kind,
      amount,
      reference,
      reason,
      proposed_at,
      proposed_by,
      decided: decidedOf.get(id) ?? null,
    })),
  }))
}
