/** What waits about payments, within the transaction of a page that shows several slices. */
import { total } from '../budgets/budget.ts'
import { budgetsClaimed, standingsIn } from '../budgets/claim-budget.ts'
import type { Handle } from '../kernel/database.ts'
import { digitsOf } from '../ledger/entry.ts'
import { payableOf, type PaymentOrder } from './payment.ts'
import { findReconciliation, listOrders } from './payments-table.ts'

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const MOST_ON_DESK = 200

/** Orders on which nobody has decided. */
export async function ordersWaiting(tables: Handle): Promise<readonly PaymentOrder[]> {
  return (await listOrders(tables, LAST, MOST_ON_DESK)).filter(({ decided }) => decided === null)
}

/** The years of firms of which something is held back until their reconciliation is accepted, with the day of the first claim. */
export async function yearsHeldBack(tables: Handle) {
  const years = []
  for (const key of await budgetsClaimed(tables)) {
    const { standings, terms } = await standingsIn(tables, key)
    for (const [manufacturer_id, own] of Map.groupBy(standings, ({ claim }) => claim.manufacturer_id)) {
      const held = digitsOf(total(own.map((one) => payableOf(one, terms, false).held)))
      if (held === '0.00') continue
      const [since = ''] = own.map(({ claim }) => claim.claimed_at).toSorted()
      if ((await findReconciliation(tables, { ...key, manufacturer_id })) === undefined)
        years.push({ ...key, manufacturer_id, held, since })
    }
  }
  return years
}
