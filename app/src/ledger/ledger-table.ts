/** The tables of the ledger, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { AccountKind, Entry, Posting } from './entry.ts'

interface Account {
  readonly id: string
  readonly kind: AccountKind
  readonly name: string
  readonly manufacturer_id: string | null
  readonly currency: string
}

/** Money that is put into a budget is about no firm yet. */
export interface Appropriation extends Omit<Entry, 'manufacturer_id' | 'determination_id' | 'finding' | 'subject'> {
  readonly budget_change_id: string
}

type LedgerTables = {
  readonly ledger_accounts: Account
  readonly ledger_entries: Omit<Entry, 'postings'>
  readonly ledger_postings: { readonly entry_id: string; readonly account_id: string; readonly amount: string }
}

function ledger(handle: Handle): Kysely<LedgerTables> {
  return handle.withTables<LedgerTables>()
}

/** Opened with the first posting to it. */
async function accountOf(
  handle: Handle,
  { kind, account: name, manufacturer_id, currency }: Posting,
  makeId: () => string,
): Promise<string> {
  const known = await ledger(handle)
    .selectFrom('ledger_accounts')
    .select('id')
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('manufacturer_id', 'is not distinct from', manufacturer_id)
    .where('currency', '=', currency)
    .executeTakeFirst()
  if (known !== undefined) return known.id
  const id = makeId()
  await ledger(handle).insertInto('ledger_accounts').values({ id, kind, name, manufacturer_id, currency }).execute()
  return id
}

export async function insertEntry(
  handle: Handle,
  { postings, ...entry }: Entry | Appropriation,
  makeId: () => string,
): Promise<void> {
  await handle
    .withTables<{ readonly ledger_entries: Omit<Entry | Appropriation, 'postings'> }>()
    .insertInto('ledger_entries')
    .values(entry)
    .execute()
  for (const posting of postings) {
    const account_id = await accountOf(handle, posting, makeId)
    await ledger(handle)
      .insertInto('ledger_postings')
      .values({ entry_id: entry.id, account_id, amount: posting.amount })
      .execute()
  }
}

const COLUMNS = [
  'id',
  'manufacturer_id',
  'programme',
  'year',
  'subject',
  'rehearsal',
  'phase',
  'finding',
  'determination_id',
  'payment_order_id',
  'receipt_line_id',
  'reverses',
  'booked_on',
  'posted_at',
  'posted_by',
] as const

/** Those of one manufacturer that the reader may see, oldest first. */
export async function entriesOf(handle: Handle, manufacturer: string): Promise<readonly Entry[]> {
  const entries = await ledger(handle)
    .selectFrom('ledger_entries')
    .select(COLUMNS)
    .where('manufacturer_id', '=', manufacturer)
    .orderBy('posted_at')
    .orderBy('id')
    .execute()
  return await withPostings(handle, entries)
}

/** What was booked of these lines of statements of the bank, oldest first. */
export async function entriesOfLines(handle: Handle, lines: readonly string[]): Promise<readonly Entry[]> {
  if (lines.length === 0) return []
  const entries = await ledger(handle)
    .selectFrom('ledger_entries')
    .select(COLUMNS)
    .where('receipt_line_id', 'in', lines)
    .orderBy('posted_at')
    .orderBy('id')
    .execute()
  return await withPostings(handle, entries)
}

async function withPostings(handle: Handle, entries: readonly Omit<Entry, 'postings'>[]): Promise<readonly Entry[]> {
  if (entries.length === 0) return []
  const postings = await ledger(handle)
    .selectFrom('ledger_postings')
    .innerJoin('ledger_accounts', 'id', 'account_id')
    .select(['entry_id', 'kind', 'name as account', 'manufacturer_id', 'currency', 'amount'])
    .where(
      'entry_id',
      'in',
      entries.map(({ id }) => id),
    )
    .orderBy('amount', 'desc')
    .execute()
  const postingsOf = Map.groupBy(postings, (posting) => posting.entry_id)
  return entries.map((entry) => ({
    ...entry,
    postings: (postingsOf.get(entry.id) ?? []).map(({ kind, account, manufacturer_id, currency, amount }) => ({
      kind,
      account,
      manufacturer_id,
      currency,
      amount,
    })),
  }))
}

export interface Credit extends Pick<Entry, 'manufacturer_id' | 'programme' | 'year'> {
  /** The day of what was booked last. */
  readonly since: string
  /** The line of the bank's statement that paid last; null where a guarantee did. */
  readonly receipt_line_id: string | null
}

/** Cases in which a firm has paid more than is charged now, because what was charged was taken back: one for each finding. */
export async function paidForNothing(handle: Handle): Promise<readonly Credit[]> {
  const { rows } = await sql<Credit>`
    select e.manufacturer_id, e.programme, e.year, max(e.booked_on) as since,
      (array_agg(e.receipt_line_id order by e.posted_at desc) filter (where e.phase = 'receive' and e.reverses is null))[1] as receipt_line_id
    from ledger_entries e
    join ledger_postings p on p.entry_id = e.id
    join ledger_accounts a on a.id = p.account_id and a.manufacturer_id = e.manufacturer_id
    where a.kind in ('levy', 'surcharge', 'interest')
    group by e.manufacturer_id, e.programme, e.year, e.subject, e.rehearsal, e.finding, a.kind, a.currency
    having sum(p.amount) < 0
    order by since`.execute(handle)
  return rows
}

export interface TrialRow extends Pick<Entry, 'programme' | 'year' | 'rehearsal'> {
  readonly currency: string
  readonly kind: AccountKind
  readonly account: string
  /** All firms together, or the treasury. */
  readonly of: 'firms' | 'treasury'
  readonly debit: string
  readonly credit: string
}

/** Of the accounts of each programme and year, those of all firms together; rehearsals apart. */
export async function trialRows(handle: Handle): Promise<readonly TrialRow[]> {
  return await ledger(handle)
    .selectFrom('ledger_entries as e')
    .innerJoin('ledger_postings as p', 'p.entry_id', 'e.id')
    .innerJoin('ledger_accounts as a', 'a.id', 'p.account_id')
    .select(['e.programme', 'e.year', 'e.rehearsal', 'a.currency', 'a.kind', 'a.name as account'])
    .select(sql<'firms' | 'treasury'>`case when a.manufacturer_id is null then 'treasury' else 'firms' end`.as('of'))
    .select(sql<string>`coalesce(sum(p.amount) filter (where p.amount > 0), 0)::numeric(24, 2)`.as('debit'))
    .select(sql<string>`coalesce(-sum(p.amount) filter (where p.amount < 0), 0)::numeric(24, 2)`.as('credit'))
    .groupBy(['e.programme', 'e.year', 'e.rehearsal', 'a.currency', 'a.kind', 'a.name', 'of'])
    .orderBy('e.programme')
    .orderBy('e.year')
    .orderBy('e.rehearsal')
    .orderBy('a.currency')
    .orderBy('a.kind')
    .orderBy('a.name')
    .orderBy('of')
    .execute()
}

export interface ExportRow extends Pick<Entry, 'id' | 'booked_on' | 'phase' | 'programme' | 'year' | 'rehearsal'> {
  /** Null of money that is put into a budget. */
  readonly subject: string | null
  readonly finding: string | null
  readonly determination_id: string | null
  readonly reverses: string | null
  readonly payment_order_id: string | null
  readonly receipt_line_id: string | null
  readonly kind: AccountKind
  readonly account: string
  readonly manufacturer_id: string | null
  readonly currency: string
  readonly amount: string
}

/** Every posting of a programme, in the order in which they were booked. */
export async function exportRows(handle: Handle, programme: string): Promise<readonly ExportRow[]> {
  return await handle
    .withTables<{
      readonly ledger_entries: Omit<ExportRow, 'kind' | 'account' | 'manufacturer_id' | 'currency' | 'amount'> & {
        readonly posted_at: string
      }
      readonly ledger_accounts: Account
      readonly ledger_postings: LedgerTables['ledger_postings']
    }>()
    .selectFrom('ledger_entries as e')
    .innerJoin('ledger_postings as p', 'p.entry_id', 'e.id')
    .innerJoin('ledger_accounts as a', 'a.id', 'p.account_id')
    .select(['e.id', 'e.booked_on', 'e.phase', 'e.programme', 'e.year', 'e.rehearsal', 'e.subject', 'e.finding'])
    .select(['e.determination_id', 'e.reverses', 'e.payment_order_id', 'e.receipt_line_id'])
    .select(['a.kind', 'a.name as account', 'a.manufacturer_id', 'a.currency', 'p.amount'])
    .where('e.programme', '=', programme)
    .orderBy('e.posted_at')
    .orderBy('e.id')
    .orderBy('p.amount', 'desc')
    .execute()
}
