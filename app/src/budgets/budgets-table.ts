/** The tables of budgets, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { BudgetChange, BudgetDecided, BudgetKey, Claim, ClaimEvent, Envelope } from './budget.ts'

type Changed = Omit<BudgetChange, 'decided'> & { readonly envelope_id: string }

type BudgetTables = {
  readonly budget_envelopes: Omit<Envelope, 'changes'>
  readonly budget_changes: Changed
  readonly budget_change_events: BudgetDecided & { readonly change_id: string }
  readonly budget_claims: Omit<Claim, 'events'>
  readonly budget_claim_events: ClaimEvent & {
    readonly claim_id: string
    readonly position: number
    readonly recorded_at: string
    readonly recorded_by: string
  }
}

function budgets(handle: Handle): Kysely<BudgetTables> {
  return handle.withTables<BudgetTables>()
}

/** `B-000012`. One that was not used in the end leaves a gap. */
export async function nextBudgetNumber(handle: Handle): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('budget_numbers') as next`.execute(handle)
  const next = rows[0]?.next
  if (next === undefined) throw new Error('the sequence of budget numbers gave nothing')
  return `B-${String(next).padStart(6, '0')}`
}

/** Those who spend of the same programme wait for each other from here on, as the trigger on the ledger makes them. */
export async function holdEnvelopes(handle: Handle, { programme, rehearsal }: BudgetKey): Promise<void> {
  await sql`update budget_envelopes set held = held + 1 where programme = ${programme} and rehearsal = ${rehearsal}`.execute(
    handle,
  )
}

export async function insertEnvelope(handle: Handle, envelope: BudgetTables['budget_envelopes']): Promise<void> {
  await budgets(handle).insertInto('budget_envelopes').values(envelope).execute()
}

export async function insertChange(handle: Handle, change: Changed): Promise<void> {
  await budgets(handle).insertInto('budget_changes').values(change).execute()
}

export async function insertChangeDecided(
  handle: Handle,
  decided: BudgetTables['budget_change_events'],
): Promise<void> {
  await budgets(handle).insertInto('budget_change_events').values(decided).execute()
}

const ENVELOPE = ['id', 'number', 'programme', 'year', 'rehearsal', 'currency'] as const

export async function findEnvelope(handle: Handle, number: string): Promise<Envelope | undefined> {
  const all = budgets(handle).selectFrom('budget_envelopes').select(ENVELOPE)
  return (await withChanges(handle, await all.where('number', '=', number).execute()))[0]
}

export async function envelopeFor(
  handle: Handle,
  { programme, year, rehearsal, currency }: BudgetKey,
): Promise<Envelope | undefined> {
  const rows = await budgets(handle)
    .selectFrom('budget_envelopes')
    .select(ENVELOPE)
    .where('programme', '=', programme)
    .where('year', '=', year)
    .where('rehearsal', '=', rehearsal)
    .where('currency', '=', currency)
    .execute()
  return (await withChanges(handle, rows))[0]
}

/** Those of the newest year first. */
export async function allEnvelopes(handle: Handle): Promise<readonly Envelope[]> {
  const all = budgets(handle).selectFrom('budget_envelopes').select(ENVELOPE)
  return await withChanges(handle, await all.orderBy('year', 'desc').orderBy('number').execute())
}

async function withChanges(
  handle: Handle,
  rows: readonly BudgetTables['budget_envelopes'][],
): Promise<readonly Envelope[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const changes = await budgets(handle)
    .selectFrom('budget_changes')
    .selectAll()
    .where('envelope_id', 'in', ids)
    .orderBy('position')
    .execute()
  const events = await budgets(handle).selectFrom('budget_change_events').selectAll().execute()
  const eventOf = new Map(events.map(({ change_id, ...event }) => [change_id, event]))
  return rows.map((row) => ({
    ...row,
    changes: changes
      .filter(({ envelope_id }) => envelope_id === row.id)
      .map((change) => ({ ...withoutEnvelope(change), decided: eventOf.get(change.id) ?? null })),
  }))
}

function withoutEnvelope({ envelope_id: _envelope, ...change }: Changed): Omit<Changed, 'envelope_id'> {
  return change
}

export async function insertClaim(handle: Handle, claim: Omit<Claim, 'events'>): Promise<void> {
  await budgets(handle).insertInto('budget_claims').values(claim).execute()
}

export async function insertClaimEvent(handle: Handle, event: BudgetTables['budget_claim_events']): Promise<void> {
  await budgets(handle).insertInto('budget_claim_events').values(event).execute()
}

/** Of an envelope, or of whatever else is asked for, oldest first. */
export async function claimsWhere(
  handle: Handle,
  where: Partial<
    Pick<Claim, 'programme' | 'year' | 'rehearsal' | 'currency' | 'manufacturer_id' | 'subject' | 'determination_id'>
  >,
): Promise<readonly Claim[]> {
  let query = budgets(handle).selectFrom('budget_claims').selectAll()
  for (const [name, value] of Object.entries(where)) query = query.where(name as 'year', '=', value as string)
  const claims = await query.orderBy('id').execute()
  if (claims.length === 0) return []
  const events = await budgets(handle)
    .selectFrom('budget_claim_events')
    .select(['claim_id', 'kind'])
    .where(
      'claim_id',
      'in',
      claims.map(({ id }) => id),
    )
    .orderBy('position')
    .execute()
  const eventsOf = Map.groupBy(events, ({ claim_id }) => claim_id)
  return claims.map((claim) => ({ ...claim, events: (eventsOf.get(claim.id) ?? []).map(({ kind }) => ({ kind })) }))
}
