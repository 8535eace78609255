/** Double entry: an entry is postings that sum to zero in each currency, and names what it rests on. */
import { add, type Exact, isZero, negate, parseDecimal, subtract, toFixed, ZERO } from '@maqami/engine/value/exact.ts'

/**
 * The chart of accounts is that of the programme: each of its findings of money has the accounts that its kind asks for. *entitlement*: set aside
 * by the treasury for what is claimed; *payable*: what it owes a firm; *levy*, *surcharge*, *interest*: what a firm owes, and what the treasury
 * earns by it; *receipts*: what a firm paid beyond what it owed. The *budget* and the *bank* are the treasury's alone, and so is a *guarantee*: what
 * is due from its issuer, named by its number, against the finding for which it was called.
 */
export type AccountKind =
  | 'budget'
  | 'entitlement'
  | 'payable'
  | 'levy'
  | 'surcharge'
  | 'interest'
  | 'bank'
  | 'receipts'
  | 'guarantee'

/**
 * What an entry does: a budget is *appropriated*, *reserved* for a claim, and *released* from it; an approved determination *commits* what is due to a firm and
 * *charges* what is due from it; orders *pay*; statements of the bank *receive*; guarantees are *called*. Each is taken back by a later entry of the
 * same phase.
 */
export type Phase =
  | 'appropriate'
  | 'reserve'
  | 'release'
  | 'commit'
  | 'charge'
  | 'interest'
  | 'pay'
  | 'receive'
  | 'call'

export interface Posting {
  readonly kind: AccountKind
  /** The finding that it books: `training_grant`. */
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
  /** The case within the firm and the programme: `2026-27`, and `{}` where a return has one subject. */
  readonly year: string
  readonly subject: string
  readonly rehearsal: boolean
  readonly phase: Phase
  /** The provision whose finding it books: `training_grant`. */
  readonly finding: string
  readonly determination_id: string
  /** Of what is paid, and of interest: the order of two officers. */
  readonly payment_order_id?: string | null | undefined
  /** Of what is received: the line of the bank's statement. */
  readonly receipt_line_id?: string | null | undefined
  /** The entry that this one takes back. */
  readonly reverses: string | null
  readonly booked_on: string
  readonly posted_at: string
  readonly posted_by: string
  readonly postings: readonly Posting[]
}

/** Money to the last paisa. Amounts of determinations are rounded by the law before they come here. */
const PLACES = 2

/** The kinds of finding that may state an amount. */
export type MoneyFinding = 'entitlement' | 'liability' | 'sanction'

/** Whose side is debited, and the kinds of the two accounts. */
const OWED = {
  entitlement: { phase: 'commit', debit: 'entitlement', credit: 'payable', owes: 'treasury' },
  liability: { phase: 'charge', debit: 'levy', credit: 'levy', owes: 'firm' },
  sanction: { phase: 'charge', debit: 'surcharge', credit: 'surcharge', owes: 'firm' },
} as const

export interface OfFirm extends Pick<Posting, 'currency'> {
  readonly finding: string
  readonly manufacturer_id: string
  readonly amount: Exact
}

/**
 * What the programme owes a firm (`entitlement`), or the firm owes (`liability`, `sanction`): the firm's account and the treasury's.
 */
export function owedBy(
  kind: MoneyFinding,
  { finding, manufacturer_id, ...money }: OfFirm,
): Pick<Entry, 'phase' | 'postings'> {
  const { phase, debit, credit, owes } = OWED[kind]
  const [debtor, creditor] = owes === 'firm' ? [manufacturer_id, null] : [null, manufacturer_id]
  return {
    phase,
    postings: transfer(
      { kind: debit, account: finding, manufacturer_id: debtor },
      { kind: credit, account: finding, manufacturer_id: creditor },
      money,
    ),
  }
}

type Side = Pick<Posting, 'kind' | 'account' | 'manufacturer_id'>

/** One account debited and another credited. */
export function transfer(
  debit: Side,
  credit: Side,
  { currency, amount }: Pick<OfFirm, 'currency' | 'amount'>,
): readonly Posting[] {
  const digits = digitsOf(amount)
  return [
    { ...debit, currency, amount: digits },
    { ...credit, currency, amount: toFixed(negate(amount), PLACES) },
  ]
}

/** As the database writes it. Throws where the amount has more decimals than money has. */
export function digitsOf(amount: Exact): string {
  const digits = toFixed(amount, PLACES)
  if (!isZero(subtract(exactOf(digits), amount))) throw new RangeError(`${digits} leaves out parts of a paisa`)
  return digits
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
      const { manufacturer_id, kind, account, currency } = posting
      const key = [manufacturer_id ?? '', programme, rehearsal, kind, account, currency].join(' ')
      const before = sums.get(key)
      const sum = add(before === undefined ? ZERO : exactOf(before.amount), exactOf(posting.amount))
      sums.set(key, { ...posting, programme, rehearsal, amount: toFixed(sum, PLACES) })
    }
  return [...sums.values()]
}

export function exactOf(amount: string): Exact {
  const exact = parseDecimal(amount)
  if (exact === undefined) throw new RangeError(`${amount} is no amount`)
  return exact
}
