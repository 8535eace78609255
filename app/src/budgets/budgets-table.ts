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
  readonly budget_balances: BudgetKey &
    Pick<Claim, 'manufacturer_id' | 'subject' | 'finding'> &
    Counted & { readonly claim_id: string | null; readonly claimed: string; readonly is_stayed: boolean }
  readonly budget_totals: BudgetKey & { readonly reserved: string }
}

/** Beside the claims and the ledger, by triggers alone. */
interface Counted {
  readonly reserved: string
  readonly committed: string
  readonly paid: string
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
  return await withEvents(handle, await query.orderBy('id').execute())
}

async function withEvents<T extends { readonly id: string }>(
  handle: Handle,
  claims: readonly T[],
): Promise<readonly (T & Pick<Claim, 'events'>)[]> {
  if (claims.length === 0) return []
  const ids = claims.map(({ id }) => id)
  const events = await budgets(handle)
    .selectFrom('budget_claim_events')
    .select(['claim_id', 'kind'])
    .where(sql<boolean>`claim_id = any(${ids}::uuid[])`)
    .orderBy('position')
    .execute()
  const eventsOf = Map.groupBy(events, ({ claim_id }) => claim_id)
  return claims.map((claim) => ({ ...claim, events: (eventsOf.get(claim.id) ?? []).map(({ kind }) => ({ kind })) }))
}

/** The latest claim of each finding of each case, with what was moved for it, oldest first; of those firms, or of all. */
export async function claimsMoved(
  handle: Handle,
  key: BudgetKey,
  firms?: readonly string[],
): Promise<readonly { readonly claim: Claim; readonly moved: Counted }[]> {
  let query = budgets(handle)
    .selectFrom('budget_balances as b')
    .innerJoin('budget_claims as c', 'c.id', 'b.claim_id')
    .selectAll('c')
    .select(['b.reserved', 'b.committed', 'b.paid'])
    .where('b.programme', '=', key.programme)
    .where('b.year', '=', key.year)
    .where('b.rehearsal', '=', key.rehearsal)
    .where('b.currency', '=', key.currency)
  if (firms !== undefined) query = query.where(sql<boolean>`b.manufacturer_id = any(${firms}::uuid[])`)
  const rows = await withEvents(handle, await query.orderBy('c.id').execute())
  return rows.map(({ reserved, committed, paid, ...claim }) => ({ claim, moved: { reserved, committed, paid } }))
}

/** Those with an open claim that is not reserved whole. */
export async function firmsWaiting(
  handle: Handle,
  { programme, year, rehearsal, currency }: BudgetKey,
): Promise<readonly string[]> {
  const rows = await budgets(handle)
    .selectFrom('budget_balances')
    .select('manufacturer_id')
    .distinct()
    .where('programme', '=', programme)
    .where('year', '=', year)
    .where('rehearsal', '=', rehearsal)
    .where('currency', '=', currency)
    .where(sql<boolean>`not is_stayed and claimed > reserved`)
    .execute()
  return rows.map(({ manufacturer_id }) => manufacturer_id)
}

/** What is reserved of each year of a programme. */
export async function totalsOf(
  handle: Handle,
  { programme, rehearsal, currency }: Omit<BudgetKey, 'year'>,
): Promise<readonly { readonly year: string; readonly reserved: string }[]> {
  return await budgets(handle)
    .selectFrom('budget_totals')
    .select(['year', 'reserved'])
    .where('programme', '=', programme)
    .where('rehearsal', '=', rehearsal)
    .where('currency', '=', currency)
    .execute()
}
