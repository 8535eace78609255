/** What a booking or an approval would do today: shown before anybody says so, and done exactly so. */
import { add, ZERO } from '@maqami/engine/value/exact.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { digitsOf, type Entry, exactOf } from '../ledger/entry.ts'
import { apply, match, referencesIn, waitsFor } from './match.ts'
import { bookingsOf } from './post-receipts.ts'
import { demandsFor } from './read-demands.ts'
import {
  actsOn,
  type Effect,
  type Foreseen,
  isCredit,
  type Receipt,
  type ReceiptLine,
  type ReceiptProposal,
  type ReceiptRefusal,
  type ReceiptStatement,
} from './receipt.ts'

/** What its booking would do today, line by line in the order of the file. */
export async function foresee(
  tables: Handle,
  { rehearsal }: Pick<ReceiptStatement, 'rehearsal'>,
  lines: readonly ReceiptLine[],
): Promise<readonly Foreseen[]> {
  const demands = await demandsFor(
    tables,
    lines.flatMap(({ reference }) => referencesIn(reference)),
  )
  const received = lines.map((line) => ({ ...line, amount: exactOf(line.amount) }))
  const matched = new Map(match(received, demands, rehearsal).map((one) => [one.id, one]))
  return lines.map((line) => {
    const { number, waits, applied, credit } = matched.get(line.id) ?? {
      number: null,
      waits: null,
      applied: [],
      credit: ZERO,
    }
    const demand = demands.get(number ?? '')
    const bookings = demand === undefined ? [] : bookingsOf(demand, line, { applied, credit })
    return { line_id: line.id, bookings, waits }
  })
}

interface Plan {
  readonly effect: Effect
  readonly takenBack: readonly Entry[]
}

/** What a proposal would do today. */
export async function planOf(
  tables: Handle,
  receipt: Receipt,
  { kind, reference }: Pick<ReceiptProposal, 'kind' | 'reference'>,
): Promise<Outcome<Plan, ReceiptRefusal>> {
  const { state, entries, free, credit } = receipt
  if (!actsOn(receipt).includes(kind)) return { refused: { code: 'receipt_act_unfit', act: kind, state } }
  const takenBack = kind === 'match' || kind === 'return' ? entries.filter(isCredit) : entries
  const rest = add(exactOf(free), exactOf(credit))
  const planned = (bookings: Effect['bookings'], returned: string | null) => {
    return { done: { takenBack, effect: { taken_back: takenBack.map(({ id }) => id), bookings, returned } } }
  }
  if (kind !== 'match') return planned([], kind === 'return' ? digitsOf(rest) : null)
  const demand = (await demandsFor(tables, [reference ?? ''])).get(reference ?? '')
  const waits = waitsFor(receipt, demand, receipt.statement.rehearsal)
  if (waits !== undefined || demand === undefined)
    return { refused: { code: 'receipt_unmatched', waits: waits ?? 'unknown_reference' } }
  const applied = apply({ amount: rest, currency: receipt.currency }, demand, new Map())
  return planned(bookingsOf(demand, receipt, applied), null)
}
