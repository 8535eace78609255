/** What the statement of a firm is given: what was booked for and against it, in words. */
import { add, toFixed, ZERO } from '@maqami/engine/value/exact.ts'
import { nameOf, voiceOf } from '@maqami/engine/explain/voice.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { determinationById } from '../determinations/read-determinations.ts'
import type { Handle } from '../kernel/database.ts'
import { readAs } from '../kernel/transaction.ts'
import { firmsNamed } from '../manufacturers/firms-named.ts'
import { firmsAnsweredBy } from '../manufacturers/life/read-life.ts'
import type { Whose } from '../pages/firm-column.tsx'
import type { Language } from '../kernel/problem.ts'
import { balancesOf, type Entry, exactOf, type Posting } from '../ledger/entry.ts'
import { moneyText } from '../ledger/money-text.ts'
import { readStatement } from '../ledger/read-statement.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import type { FirmPayment } from '../payments/payment.ts'
import { paymentsOfFirm } from '../payments/read-payments.ts'
import { bankReferences, debtsOwed } from '../receipts/read-receipts.ts'
import { type LawsCalled, lawsCalled } from '../policy-releases/laws-called.ts'

/** What a posting says to the firm: below zero it is owed to it. */
export interface Owed {
  readonly side: 'due_to' | 'due_from' | 'settled'
  /** Without its sign: `PKR 39,000`. */
  readonly amount: string
}

export interface EntryShown extends Owed, Whose, Pick<Entry, 'id' | 'booked_on' | 'rehearsal' | 'phase'> {
  /** What is owed after it under the programme, in that currency, rehearsals apart. */
  readonly after: Owed
  readonly account: string
  readonly programme: string
  readonly is_reversal: boolean
  readonly determination: string
  readonly currency: string
  /** `39000.00`: the amount for machines. */
  readonly digits: string
}

export async function showStatement(context: PageContext) {
  const { actor, language } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const own = actor.organization ?? ''
  // Balances of a firm that is no more are settled with whoever answers for it.
  const answered = await readAs(database, actor, async (tables) => await firmsAnsweredBy(tables, own))
  const firms = [own, ...answered.map(({ id }) => id)]
  const entries = (await Promise.all(firms.map(async (firm) => await readStatement(database, actor, firm)))).flat()
  const whose = await firmsNamed(context, firms)
  const laws = await lawsCalled(
    context,
    entries.map(({ programme }) => programme),
  )
  const numbers = await readAs(database, actor, async (tables) => {
    const known = new Map<string, string>()
    for (const { determination_id } of entries)
      if (!known.has(determination_id))
        known.set(determination_id, (await determinationById(tables, determination_id)).number)
    return known
  })
  const banked = await readAs(database, actor, async (tables) => {
    return await bankReferences(
      tables,
      entries.flatMap(({ receipt_line_id }) => receipt_line_id ?? []),
    )
  })
  const paid = await readAs(database, actor, async (tables) => await paidBy(tables, firms))
  const debts = await readAs(database, actor, async (tables) => {
    return (await Promise.all(firms.map(async (firm) => await debtsOwed(tables, firm)))).flat()
  })
  return {
    /** What is to be paid, each with the number that the payment is to name. */
    debts: debts.map(({ manufacturer_id, programme, finding, currency, amount, year, rehearsal, reference }) => ({
      firm: whose(manufacturer_id),
      account: accountIn(laws, programme, finding, language),
      programme: laws(programme).title,
      year,
      rehearsal,
      amount: moneyText(currency, amount, language),
      reference,
    })),
    entries: entries.flatMap((entry, nth) =>
      entriesShown(entry, entries.slice(0, nth + 1), laws, language, numbers).map((one) => ({
        ...one,
        firm: whose(entry.manufacturer_id),
        /** Of what was received. */
        bank_reference: banked.get(entry.receipt_line_id ?? ''),
        /** Of what was paid: the number of the order. */
        payment: paid.find(({ entry_id }) => entry_id === (entry.reverses ?? entry.id)),
      })),
    ),
    balances: balancesOf(entries)
      .filter(({ manufacturer_id }) => manufacturer_id !== null)
      .map((balance) => ({
        firm: whose(balance.manufacturer_id ?? ''),
        ...owed(balance, language),
        account: accountIn(laws, balance.programme, balance.account, language),
        programme: laws(balance.programme).title,
        rehearsal: balance.rehearsal,
      })),
    stripe: stripeOf(entries, laws),
  }
}

async function paidBy(tables: Handle, firms: readonly string[]): Promise<readonly FirmPayment[]> {
  return (await Promise.all(firms.map(async (firm) => await paymentsOfFirm(tables, firm)))).flat()
}

/** What was paid to the own firm and to those for which it answers, newest first. */
export async function showOwnPayments(context: PageContext) {
  const { actor, language } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const own = actor.organization ?? ''
  const found = await readAs(database, actor, async (tables) => {
    const answered = await firmsAnsweredBy(tables, own)
    const payments = (await paidBy(tables, [own, ...answered.map(({ id }) => id)])).toReversed()
    const known = new Map<string, string>()
    for (const { determination_id } of payments)
      known.set(determination_id, (await determinationById(tables, determination_id)).number)
    return { payments, known }
  })
  const whose = await firmsNamed(
    context,
    found.payments.map(({ manufacturer_id }) => manufacturer_id),
  )
  const laws = await lawsCalled(
    context,
    found.payments.map(({ programme }) => programme),
  )
  const [first] = found.payments
  return {
    stripe:
      first !== undefined && found.payments.every(({ rehearsal }) => rehearsal)
        ? laws(first.programme).rehearsal
        : undefined,
    payments: found.payments.map(
      ({ manufacturer_id, programme, finding, currency, amount, determination_id, ...one }) => ({
        ...one,
        firm: whose(manufacturer_id),
        programme: laws(programme).title,
        account: accountIn(laws, programme, finding, language),
        amount: moneyText(currency, amount, language),
        determination: found.known.get(determination_id) ?? '',
      }),
    ),
  }
}

/** Where everything that was booked rests on law that does not bind. */
function stripeOf(entries: readonly Entry[], laws: LawsCalled): string | undefined {
  const [first] = entries
  return first !== undefined && entries.every(({ rehearsal }) => rehearsal)
    ? laws(first.programme).rehearsal
    : undefined
}

function entriesShown(
  entry: Entry,
  until: readonly Entry[],
  laws: LawsCalled,
  language: Language,
  numbers: ReadonlyMap<string, string>,
): readonly Omit<EntryShown, 'firm'>[] {
  const { id, manufacturer_id: firm, booked_on, phase, rehearsal } = entry
  const { finding, programme, reverses, determination_id, postings } = entry
  return postings
    .filter(({ manufacturer_id }) => manufacturer_id === firm)
    .map((posting) => ({
      ...owed(posting, language),
      after: owed({ currency: posting.currency, amount: owedAfter(until, entry, posting) }, language),
      id,
      phase,
      booked_on,
      rehearsal,
      account: accountIn(laws, programme, finding, language),
      programme: laws(programme).title,
      is_reversal: reverses !== null,
      determination: numbers.get(determination_id) ?? '',
      currency: posting.currency,
      digits: posting.amount.replace(/^-/, ''),
    }))
}

/** Of all accounts of the firm together, in the notation of the database. */
function owedAfter(
  until: readonly Entry[],
  { manufacturer_id: firm, programme, rehearsal }: Entry,
  { currency }: Posting,
): string {
  const own = until
    .filter((one) => one.manufacturer_id === firm && one.programme === programme && one.rehearsal === rehearsal)
    .flatMap(({ postings }) => postings)
    .filter((one) => one.manufacturer_id === firm && one.currency === currency)
  return toFixed(own.map(({ amount }) => exactOf(amount)).reduce(add, ZERO), 2)
}

function accountIn(laws: LawsCalled, programme: string, finding: string, language: Language): string {
  return nameOf(voiceOf(language, laws(programme).names), finding)
}

function owed({ currency, amount }: Pick<Posting, 'currency' | 'amount'>, language: Language): Owed {
  const shown = moneyText(currency, amount, language)
  const isNothing = /^-?0+(?:\.0+)?$/.test(amount)
  return { side: isNothing ? 'settled' : amount.startsWith('-') ? 'due_to' : 'due_from', amount: shown }
}
