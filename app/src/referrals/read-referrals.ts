import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { Referral, ReferralRefusal } from './referral.ts'
import {
  countOpen,
  findReferral,
  listOpen,
  listReferrals,
  type ReferralCount,
  type ReferralsWanted,
} from './referrals-table.ts'

export async function readReferrals(
  database: Database,
  actor: Actor,
  wanted: ReferralsWanted,
  asked: PageAsked,
): Promise<ListPage<Referral>> {
  const order = wanted.released ? 'newest_first' : 'oldest_first'
  return await readPage(database, actor, asked, order, async (tables, cursor, limit) => {
    return await listReferrals(tables, wanted, cursor, limit)
  })
}

export async function readReferral(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<Referral, ReferralRefusal>> {
  const found = await readAs(database, actor, async (tables) => await findReferral(tables, id))
  return found === undefined ? { refused: { code: 'referral_unknown' } } : { done: found }
}

/** How many wait, by kind. */
export async function readOpenCounts(database: Database, actor: Actor): Promise<readonly ReferralCount[]> {
  return await readAs(database, actor, countOpen)
}

/** All that wait, the longest first, within the transaction of a page that shows several slices. */
export async function referralsOpen(tables: Handle): Promise<readonly Referral[]> {
  return await listOpen(tables)
}
