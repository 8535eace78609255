/** Double entry: an entry is postings that sum to zero in each currency, and names what it rests on. */
import { add, type Exact, isZero, negate, parseDecimal, toFixed, ZERO } from '@maqami/engine/value/exact.ts'

export interface Posting {
  readonly account: string
  /** Whose account; null for the treasury's. */
  readonly manufacturer_id: string | null
  readonly currency: string
  /** In the notation of the database: `1250.00`; above zero is debit. */
  readonly amount: string
}

export interface Entry {
  readonly id: string
  readonly manufacturer_id: string
  readonly programme: string
  readonly rehearsal: boolean
  /** The provision whose finding it books: `training_grant`. */
  readonly finding: string
  readonly determination_id: string
  /** The entry that this one takes back. */
  readonly reverses: string | null
  readonly booked_on: string
  readonly posted_at: string
  readonly posted_by: string
  readonly postings: readonly Posting[]
}

/** Money to the last paisa. Amounts of determinations are rounded by the law before they come here. */
const PLACES = 2

/**
 * What the programme owes a firm (`entitlement`), or the firm owes (`liability`): the firm's account and the treasury's. Throws where
 * the amount has more decimals than money has.
 */
export function postingsOf(
  kind: 'entitlement' | 'liability',
  {
    finding,
    manufacturer_id,
    currency,
    amount,
  }: Pick<Posting, 'currency'> & { readonly finding: string; readonly manufacturer_id: string; readonly amount: Exact },
): readonly Posting[] {
  const owed = toFixed(amount, PLACES)
  const back = parseDecimal(owed)
  if (back === undefined || !isZero(add(back, negate(amount)))) throw new RangeError(`${finding} has parts of a paisa`)
  const [debit, credit] = [owed, toFixed(negate(amount), PLACES)]
  const [firm, treasury] = kind === 'entitlement' ? [credit, debit] : [debit, credit]
  return [
    { account: finding, manufacturer_id, currency, amount: firm },
    { account: finding, manufacturer_id: null, currency, amount: treasury },
  ]
}

/** The same with every sign turned: what takes an entry back. */
export function reversed(postings: readonly Posting[]): readonly Posting[] {
  return postings.map((posting) => ({ ...posting, amount: toFixed(negate(exactOf(posting.amount)), PLACES) }))
}

export interface Balance extends Posting, Pick<Entry, 'programme' | 'rehearsal'> {}

/** By programme, account and currency, in the order in which they first appear; what was booked in a rehearsal is never summed with money. */
export function balancesOf(entries: readonly Entry[]): readonly Balance[] {
  const sums = new Map<string, Balance>()
  for (const { programme, rehearsal, postings } of entries)
    for (const posting of postings) {
      const { manufacturer_id, account, currency } = posting
      const key = [manufacturer_id ?? '', programme, rehearsal, account, currency].join(' ')
      const before = sums.get(key)
      const sum = add(before === undefined ? ZERO : exactOf(before.amount), exactOf(posting.amount))
      sums.set(key, { ...posting, programme, rehearsal, amount: toFixed(sum, PLACES) })
    }
  return [...sums.values()]
}

function exactOf(amount: string): Exact {
  const exact = parseDecimal(amount)
  if (exact === undefined) throw new RangeError(`${amount} is no amount`)
  return exact
}
