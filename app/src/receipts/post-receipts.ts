/** Books what was received to the accounts of firms, and takes it back, within the transaction of the officer who approves. */
import { compare, type Exact, isZero, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { type BudgetKey, least, less, total } from '../budgets/budget.ts'
import { settleBudget, standingsIn } from '../budgets/claim-budget.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { digitsOf, type Entry, exactOf, type Posting, transfer } from '../ledger/entry.ts'
import { postEntry, reverseEntry } from '../ledger/post-entry.ts'
import { entriesIn } from '../ledger/read-statement.ts'
import { caseKey, dueByCase, guaranteesIn } from './guarantees/guarantee.ts'
import type { KnownDemand } from './read-demands.ts'
import type { Matched } from './match.ts'
import type { Booking, ReceiptLine } from './receipt.ts'

/** What is put to each debt, and what is left as the firm's credit beside what it was meant for. */
export function bookingsOf(
  { determination, debts }: KnownDemand,
  { currency }: Pick<ReceiptLine, 'currency'>,
  { applied, credit }: Pick<Matched, 'applied' | 'credit'>,
): readonly Booking[] {
  const { id: determination_id, manufacturer_id, programme, year, subject } = determination
  const of = { manufacturer_id, programme, year, subject, determination_id }
  const finding = debts.find((one) => one.currency === currency)?.finding
  return [
    ...applied.map(({ debt, amount }) => ({ ...of, finding: debt.finding, kind: debt.kind, amount: digitsOf(amount) })),
    ...(finding === undefined || compare(credit, ZERO) <= 0
      ? []
      : [{ ...of, finding, kind: 'receipts' as const, amount: digitsOf(credit) }]),
  ]
}

interface LinePosting {
  readonly line: Pick<ReceiptLine, 'id' | 'currency' | 'reference'>
  readonly rehearsal: boolean
  readonly takenBack: readonly Entry[]
  readonly bookings: readonly Booking[]
}

/**
 * The entries that it posted; or undefined where an envelope does not hold any more what was paid back once, so that it cannot be owed again: nothing
 * of the transaction may then stand.
 */
export async function postReceipts(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  postings: readonly LinePosting[],
): Promise<readonly string[] | undefined> {
  const posted: string[] = []
  const keys = new Map<string, BudgetKey>()
  for (const { line, rehearsal, takenBack, bookings } of postings) {
    const { id: receipt_line_id, currency } = line
    const settle = ({ programme, year }: Pick<Booking, 'programme' | 'year'>): void => {
      keys.set([programme, year, currency].join(' '), { programme, year, rehearsal, currency })
    }
    for (const entry of takenBack) {
      await reverseEntry(tables, recorder, actor, entry, entry.determination_id)
      if (entry.postings.some(({ kind }) => kind === 'payable')) settle(entry)
    }
    for (const booking of bookings) {
      const { kind, amount, ...of } = booking
      const entry = await postEntry(tables, recorder, actor, {
        ...of,
        rehearsal,
        phase: 'receive',
        receipt_line_id,
        reverses: null,
        postings: [
          ...transfer(
            { kind: 'bank', account: 'bank', manufacturer_id: null },
            { kind, account: of.finding, manufacturer_id: of.manufacturer_id },
            { currency, amount: exactOf(amount) },
          ),
          ...(kind === 'receipts' ? [] : await paidByIssuer(tables, { ...of, rehearsal }, line, exactOf(amount))),
        ],
      })
      posted.push(entry.id)
      if (kind === 'payable') settle(of)
    }
  }
  for (const key of keys.values()) {
    await settleBudget(tables, recorder, actor, key)
    if (await isOverspent(tables, key)) return undefined
  }
  return posted
}

/** A line that names a guarantee is the issuer's: what it pays is not due from the issuer any more. */
async function paidByIssuer(
  tables: Handle,
  of: Omit<Booking, 'kind' | 'amount'> & Pick<Entry, 'rehearsal'>,
  { currency, reference }: Pick<ReceiptLine, 'currency' | 'reference'>,
  amount: Exact,
): Promise<readonly Posting[]> {
  const numbers = guaranteesIn(reference)
  const entries = numbers.length === 0 ? [] : await entriesIn(tables, of.manufacturer_id)
  let rest = amount
  return numbers.flatMap((account) => {
    const due = dueByCase(entries, account).find((one) => caseKey(one) === caseKey(of))?.amount ?? ZERO
    const part = least(rest, due)
    if (isZero(part)) return []
    rest = subtract(rest, part)
    const own = { kind: 'guarantee', manufacturer_id: null } as const
    return transfer({ ...own, account: of.finding }, { ...own, account }, { currency, amount: part })
  })
}

/** What a firm has again, because the bank took its payment back, is reserved again; somebody else may have got it meanwhile. */
async function isOverspent(tables: Handle, key: BudgetKey): Promise<boolean> {
  const { standings, elsewhere, terms } = await standingsIn(tables, key)
  if (terms === undefined) return false
  const reserved = (all: typeof standings) => total(all.map((one) => one.reserved))
  const all = reserved(standings)
  const firms = [...Map.groupBy(standings, ({ claim }) => claim.manufacturer_id).values()].map(reserved)
  const isOver = (cap: string | null, by: typeof all): boolean => cap !== null && less(ZERO, subtract(by, exactOf(cap)))
  return (
    isOver(terms.amount, all) ||
    isOver(terms.programme_cap, total([all, elsewhere])) ||
    firms.some((own) => isOver(terms.firm_cap, own))
  )
}
