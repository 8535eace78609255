/** What waits about payments, within the transaction of a page that shows several slices. */
import { total } from '../budgets/budget.ts'
import { budgetsClaimed, standingsIn } from '../budgets/claim-budget.ts'
import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { digitsOf } from '../ledger/entry.ts'
import { entriesIn } from '../ledger/read-statement.ts'
import { type NoOrganization, seesOrganization } from '../people/see-organization.ts'
import { type FirmPayment, payableOf, type PaymentOrder } from './payment.ts'
import { findReconciliation, listOrders, orderNumbers, ordersOf } from './payments-table.ts'
import { linesAmong } from './prepare-payment.ts'

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const MOST_ON_DESK = 200

/** Orders on which nobody has decided. */
export async function ordersWaiting(tables: Handle): Promise<readonly PaymentOrder[]> {
  return (await listOrders(tables, LAST, MOST_ON_DESK)).filter(({ decided }) => decided === null)
}

/** What was booked by payment orders for and against a firm, oldest first. */
export async function paymentsOfFirm(tables: Handle, manufacturer: string): Promise<readonly FirmPayment[]> {
  const entries = await entriesIn(tables, manufacturer)
  const takenBack = new Set(entries.map(({ reverses }) => reverses))
  const numbers = await orderNumbers(
    tables,
    entries.flatMap(({ payment_order_id }) => payment_order_id ?? []),
  )
  return entries.flatMap((entry) => {
    const { id, phase, programme, year, rehearsal, booked_on, finding, determination_id, reverses, postings } = entry
    const number = numbers.get(entry.payment_order_id ?? '')
    const own = postings.find(({ manufacturer_id }) => manufacturer_id === manufacturer)
    if (number === undefined || own === undefined || reverses !== null || (phase !== 'pay' && phase !== 'interest'))
      return []
    const amount = own.amount.replace(/^-/, '')
    const state = takenBack.has(id) ? 'taken_back' : 'booked'
    const of = { programme, year, rehearsal, booked_on, finding, determination_id, manufacturer_id: manufacturer }
    return [{ entry_id: id, number, kind: phase, ...of, currency: own.currency, amount, state }]
  })
}

/** The same for whoever names a firm that he may not know of. */
export async function firmPaymentsAsked(
  database: Database,
  actor: Actor,
  manufacturer: string,
): Promise<Outcome<readonly FirmPayment[], NoOrganization>> {
  return await readAs(database, actor, async (tables) => {
    const isSeen = await seesOrganization(tables, manufacturer)
    return isSeen ? { done: await paymentsOfFirm(tables, manufacturer) } : { refused: { code: 'organization_unknown' } }
  })
}

/** What can be ordered today, with the day of the first claim: what is payable to each firm, and what it was paid too much. An order that waits is not offered twice. */
export async function ordersDue(tables: Handle, today: string) {
  const offers = []
  for (const key of await budgetsClaimed(tables)) {
    const standing = await standingsIn(tables, key)
    for (const [manufacturer_id, own] of Map.groupBy(standing.standings, ({ claim }) => claim.manufacturer_id)) {
      const waiting = (await ordersOf(tables, manufacturer_id)).filter(({ decided }) => decided === null)
      const [since = ''] = own.map(({ claim }) => claim.claimed_at).toSorted()
      for (const kind of ['payment', 'recovery'] as const) {
        const lines = await linesAmong(tables, { ...key, manufacturer_id, kind }, standing, today)
        const isWaiting = waiting.some(
          (one) => one.kind === kind && one.programme === key.programme && one.year === key.year,
        )
        if (lines.length > 0 && !isWaiting) offers.push({ ...key, manufacturer_id, kind, lines, since })
      }
    }
  }
  return offers
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
