/** What the approval of a step of a guarantee would book today: shown before anybody says so, and done exactly so. */
import { compare, isZero, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import { total } from '../../budgets/budget.ts'
import { standingOf } from '../../determinations/standing.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { digitsOf, type Entry, exactOf } from '../../ledger/entry.ts'
import { entriesIn } from '../../ledger/read-statement.ts'
import { apply, waitsFor } from '../match.ts'
import { demandsFor } from '../read-demands.ts'
import {
  type CallBooking,
  calledFor,
  dueByCase,
  dueFromIssuer,
  type Guarantee,
  type GuaranteeRefusal,
  type GuaranteeStep,
  takenFrom,
  unfitStep,
} from './guarantee.ts'

type Asked = Pick<GuaranteeStep, 'kind' | 'amount' | 'reference'>

export async function planStep(
  tables: Handle,
  guarantee: Guarantee,
  step: Asked,
  day: string,
): Promise<Outcome<readonly CallBooking[], GuaranteeRefusal>> {
  const entries = await entriesIn(tables, guarantee.manufacturer_id)
  const { number } = guarantee
  const unfit = unfitStep(guarantee, step, dueFromIssuer(entries, number), day)
  if (unfit !== undefined) return { refused: unfit }
  if (step.kind === 'call') return await planCall(tables, guarantee, step, entries)
  if (step.kind !== 'withdraw') return { done: [] }
  const taken = takenFrom(dueByCase(entries, number), exactOf(step.amount))
  return { done: taken.map((one) => bookingOf(one, one.amount)) }
}

/** No more than is owed and not called already; in the order in which it was charged. */
async function planCall(
  tables: Handle,
  guarantee: Guarantee,
  { amount, reference }: Asked,
  entries: readonly Entry[],
): Promise<Outcome<readonly CallBooking[], GuaranteeRefusal>> {
  const { manufacturer_id, programme, rehearsal, currency } = guarantee
  if (reference === null) return { refused: { code: 'guarantee_reference_missing' } }
  const demand = (await demandsFor(tables, [reference])).get(reference)
  const waits = waitsFor({ currency }, demand, rehearsal)
  if (waits !== undefined || demand === undefined)
    return { refused: { code: 'guarantee_call_unfit', waits: waits ?? 'unknown_reference' } }
  const { determination, debts } = demand
  if (determination.manufacturer_id !== manufacturer_id || determination.programme !== programme)
    return { refused: { code: 'guarantee_call_unfit', waits: 'other_secured' } }
  if (standingOf(determination) !== 'in_effect')
    return { refused: { code: 'guarantee_call_unfit', waits: 'not_in_effect' } }
  const { id: determination_id, year, subject } = determination
  const of = { manufacturer_id, determination_id, programme, year, subject, rehearsal }
  const open = debts.map((debt) => {
    const called = calledFor(entries, { ...of, finding: debt.finding }, currency)
    const left = subtract(debt.owed, called)
    return { ...debt, owed: compare(left, ZERO) > 0 ? left : ZERO }
  })
  const { applied, credit } = apply({ amount: exactOf(amount), currency }, { debts: open }, new Map())
  if (!isZero(credit)) {
    const most = digitsOf(total(open.filter((one) => one.currency === currency).map(({ owed }) => owed)))
    return { refused: { code: 'guarantee_over_owed', currency, most } }
  }
  return { done: applied.map(({ debt, amount: part }) => bookingOf({ ...of, finding: debt.finding }, part)) }
}

function bookingOf(
  { manufacturer_id, determination_id, programme, year, subject, rehearsal, finding }: Omit<CallBooking, 'amount'>,
  amount: Parameters<typeof digitsOf>[0],
): CallBooking {
  const of = { manufacturer_id, determination_id, programme, year, subject, rehearsal, finding }
  return { ...of, amount: digitsOf(amount) }
}
