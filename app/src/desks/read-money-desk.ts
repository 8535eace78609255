/** What waits for an officer about money: budgets, orders to pay, reconciliations, receipts and guarantees. */
import { openChange } from '../budgets/budget.ts'
import { budgetsWaiting } from '../budgets/read-budgets.ts'
import { stepAt } from '../deadlines/obligation.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { creditsIn } from '../ledger/read-statement.ts'
import { daysBetween, momentOf } from '../pages/when.ts'
import { ordersDue, ordersWaiting, yearsHeldBack } from '../payments/read-payments.ts'
import { openStep } from '../receipts/guarantees/guarantee.ts'
import { guaranteesIn } from '../receipts/guarantees/read-guarantees.ts'
import { openProposal } from '../receipts/receipt.ts'
import { receiptIn, receiptsWaiting } from '../receipts/read-receipts.ts'
import type { Waiting } from './read-officer-desk.ts'

const NOTHING = {
  manufacturer_id: undefined,
  programme: undefined,
  year: undefined,
  number: undefined,
  kind: undefined,
} as const

export async function moneyWaiting(tables: Handle, actor: Actor, now: string): Promise<readonly Waiting[]> {
  return [
    ...(await ofBudgets(tables, actor)),
    ...(await ofPayments(tables, actor, now)),
    ...(await ofReceipts(tables, actor)),
    ...(await ofCredits(tables)),
    ...(await ofGuarantees(tables, actor, now)),
  ]
}

async function ofBudgets(tables: Handle, { person }: Actor): Promise<readonly Waiting[]> {
  return (await budgetsWaiting(tables)).flatMap((envelope): readonly Waiting[] => {
    const change = openChange(envelope)
    if (change === undefined || change.proposed_by === person) return []
    const { number, programme, year } = envelope
    const of = { ...NOTHING, number, programme, year, since: dayIn(change.proposed_at) }
    return [{ ...of, task: 'decide_budget', href: `/budgets/${number}` }]
  })
}

/** A year of a firm of which something is held back is one thing, whatever it was granted. */
async function ofPayments(tables: Handle, { person }: Actor, now: string): Promise<readonly Waiting[]> {
  const orders = (await ordersWaiting(tables)).filter(({ prepared_by }) => prepared_by !== person)
  return [
    ...(await ordersDue(tables, now)).map(({ kind, manufacturer_id, programme, year, since }): Waiting => {
      const of = { ...NOTHING, manufacturer_id, programme, year, since: dayIn(since), href: '/payments/prepare' }
      return { ...of, task: kind === 'payment' ? 'prepare_payment' : 'prepare_recovery' }
    }),
    ...orders.map(({ number, manufacturer_id, programme, year, prepared_at }): Waiting => {
      const of = { ...NOTHING, number, manufacturer_id, programme, year, since: dayIn(prepared_at) }
      return { ...of, task: 'decide_payment', href: `/payments/${number}` }
    }),
    ...(await yearsHeldBack(tables)).map(({ manufacturer_id, programme, year, since }): Waiting => {
      const of = { ...NOTHING, manufacturer_id, programme, year, since: dayIn(since) }
      return { ...of, task: 'accept_reconciliation', href: '/payments/reconcile' }
    }),
  ]
}

/** Statements that nobody has booked; lines that belong to nobody, as one thing however many they are; and what is proposed about them. */
async function ofReceipts(tables: Handle, { person }: Actor): Promise<readonly Waiting[]> {
  const { statements, lines } = await receiptsWaiting(tables)
  const open = lines.map((one) => ({ ...one, proposal: openProposal(one) }))
  const [first] = open.filter(({ proposal }) => proposal === undefined)
  return [
    ...statements
      .filter(({ imported_by }) => imported_by !== person)
      .map(({ number, imported_at }): Waiting => {
        const href = `/receipts/statements/${number}`
        return { ...NOTHING, task: 'book_receipts', href, number, since: dayIn(imported_at) }
      }),
    ...(first === undefined
      ? []
      : [{ ...NOTHING, task: 'settle_receipt' as const, href: '/receipts', since: first.received_on }]),
    ...open.flatMap(({ id, proposal }): readonly Waiting[] => {
      if (proposal === undefined || proposal.proposed_by === person) return []
      return [{ ...NOTHING, task: 'decide_receipt', href: `/receipts/${id}`, since: dayIn(proposal.proposed_at) }]
    }),
  ]
}

/** What a firm paid of a charge that was taken back: it is undone at the line by which it came, unless somebody has proposed that already. */
async function ofCredits(tables: Handle): Promise<readonly Waiting[]> {
  const waiting: Waiting[] = []
  for (const { manufacturer_id, programme, year, since, receipt_line_id: line } of await creditsIn(tables)) {
    const receipt = line === null ? undefined : await receiptIn(tables, line)
    if (receipt !== undefined && openProposal(receipt) !== undefined) continue
    const href = receipt === undefined ? '/receipts' : `/receipts/${receipt.id}`
    waiting.push({ ...NOTHING, task: 'settle_credit', href, manufacturer_id, programme, year, since })
  }
  return waiting
}

/** What waits for a second officer, and what ends within thirty days with something of it neither called nor released. */
async function ofGuarantees(tables: Handle, { person }: Actor, now: string): Promise<readonly Waiting[]> {
  return (await guaranteesIn(tables, now)).flatMap((guarantee): readonly Waiting[] => {
    const { number, manufacturer_id, programme, expires_on, free, state } = guarantee
    const of = { ...NOTHING, number, manufacturer_id, programme, href: `/guarantees/${number}` }
    const step = openStep(guarantee)
    if (step !== undefined)
      return step.proposed_by === person ? [] : [{ ...of, task: 'decide_guarantee', since: dayIn(step.proposed_at) }]
    const isEnding = state === 'in_force' && free !== '0.00' && stepAt(daysBetween(now, expires_on)) !== undefined
    return isEnding ? [{ ...of, task: 'renew_guarantee', since: now }] : []
  })
}

function dayIn(instant: string): string {
  return momentOf(instant, 'en').day
}
