/** The tables of the ledger, and all the SQL that knows them. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { AccountKind, Entry, Posting } from './entry.ts'

interface Account {
  readonly id: string
  readonly kind: AccountKind
  readonly name: string
  readonly manufacturer_id: string | null
  readonly currency: string
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

export async function insertEntry(handle: Handle, { postings, ...entry }: Entry, makeId: () => string): Promise<void> {
  await ledger(handle).insertInto('ledger_entries').values(entry).execute()
  for (const posting of postings) {
    const account_id = await accountOf(handle, posting, makeId)
    await ledger(handle)
      .insertInto('ledger_postings')
      .values({ entry_id: entry.id, account_id, amount: posting.amount })
      .execute()
  }
}

/** Those of one manufacturer that the reader may see, oldest first. */
export async function entriesOf(handle: Handle, manufacturer: string): Promise<readonly Entry[]> {
  const entries = await ledger(handle)
    .selectFrom('ledger_entries')
    .selectAll()
    .where('manufacturer_id', '=', manufacturer)
    .orderBy('posted_at')
    .orderBy('id')
    .execute()
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
