/** What the pages of receipts are given: amounts and names as their reader sees them. */
import { nameOf, voiceOf } from '@maqami/engine/explain/voice.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { allOf } from '../kernel/read-page.ts'
import { readAs } from '../kernel/transaction.ts'
import { moneyText } from '../ledger/money-text.ts'
import { firmsNamed } from '../manufacturers/firms-named.ts'
import { nameClaims } from '../determinations/name-claims.ts'
import { cursorAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { dayText, momentOf } from '../pages/when.ts'
import { namesIn } from '../people/name-people.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { cameBy, type Booking, openProposal, type Receipt, actsOn } from './receipt.ts'
import {
  readReceipt,
  readStatement,
  readStatements,
  readWaiting,
  type StatementListed as Listed,
} from './read-receipts.ts'
import { digitsOf, type Entry } from '../ledger/entry.ts'

export type StatementState = 'imported' | 'booked' | 'sent_back'

/** What stands, or would stand, on the account of a firm. */
export interface BookingShown {
  readonly firm: string
  readonly finding: string
  readonly amount: string
  readonly isCredit: boolean
  readonly determination: string
}

export async function showStatements(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readStatements(database, actor, { cursor: after })
  const waiting = after === undefined ? await readWaiting(database, actor, { limit: MOST_WAITING }) : undefined
  return {
    statements: items.map((one) => statementShown(context, one)),
    waiting: waiting === undefined ? undefined : await receiptsShown(context, waiting.items),
    mayImport: may('import_receipts'),
    after,
    next,
  }
}

const MOST_WAITING = 100

export async function showAllStatements(context: PageContext) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const all = await allOf(async (asked) => await readStatements(database, actor, asked))
  return all.map((one) => ({ ...statementShown(context, one), digits: one.sums }))
}

function statementShown(context: PageContext, { decided, sums, ...one }: Listed) {
  const { language } = context.get(pageCall)
  const state: StatementState = decided?.kind ?? 'imported'
  return {
    number: one.number,
    name: one.name,
    rehearsal: one.rehearsal,
    known: one.known,
    lines: one.lines,
    state,
    sums: sums.map(({ currency, amount }) => moneyText(currency, amount, language)),
    imported: momentOf(one.imported_at, language).day,
  }
}

async function receiptsShown(context: PageContext, receipts: readonly Receipt[]) {
  const { language } = context.get(pageCall)
  const names = await bookingsNamed(
    context,
    receipts.flatMap(({ entries }) => entries),
  )
  return receipts.map((one) => ({
    ...lineShown(one, language),
    bookings: one.entries.map((entry) => names(bookingIn(entry), one.currency)),
    isProposed: openProposal(one) !== undefined,
  }))
}

function lineShown({ id, state, row, currency, ...line }: Receipt, language: 'en' | 'ur') {
  return {
    id,
    state,
    row,
    account: line.account,
    bank_reference: line.bank_reference,
    payer: line.payer,
    payer_number: line.payer_number,
    reference: line.reference,
    day: dayText(line.received_on, language),
    amount: moneyText(currency, line.amount, language),
  }
}

/** An entry as it was booked. */
function bookingIn(entry: Entry): Booking {
  const { manufacturer_id, programme, year, subject, determination_id, finding, postings } = entry
  const own = postings.find((one) => one.manufacturer_id !== null)?.kind
  const kind = own === 'levy' || own === 'surcharge' || own === 'interest' || own === 'payable' ? own : 'receipts'
  const of = { manufacturer_id, programme, year, subject, determination_id, finding }
  return { ...of, kind, amount: digitsOf(cameBy(entry)) }
}

type Of = Pick<Booking, 'manufacturer_id' | 'programme' | 'determination_id'>

async function bookingsNamed(context: PageContext, all: readonly Of[]) {
  const { language } = context.get(pageCall)
  const laws = await lawsCalled(
    context,
    all.map(({ programme }) => programme),
  )
  const firms = await firmsNamed(
    context,
    all.map(({ manufacturer_id }) => manufacturer_id),
  )
  const called = await nameClaims(context, all)
  return (one: Booking, currency: string): BookingShown => ({
    firm: firms(one.manufacturer_id)?.name ?? '',
    finding: nameOf(voiceOf(language, laws(one.programme).names), one.finding),
    amount: moneyText(currency, one.amount, language),
    isCredit: one.kind === 'receipts',
    determination: called(one).determination,
  })
}

export async function showStatement(context: PageContext, number: string) {
  const { actor, language, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const { statement, receipts, foreseen, shown_hash } = settled(context, await readStatement(database, actor, number))
  const { decided, imported_by, imported_at } = statement
  const names = await readAs(database, actor, async (tables) => {
    return await namesIn(tables, [imported_by, decided?.recorded_by ?? null])
  })
  const named = await bookingsNamed(
    context,
    foreseen.flatMap(({ bookings }) => bookings),
  )
  const mark = (at: string, by: string) => ({ when: momentOf(at, language).when, person: names.get(by) })
  const shown = await receiptsShown(context, receipts)
  return {
    statement: statementShown(context, statement),
    lines: shown.map((line, nth) => {
      const one = foreseen[nth]
      if (one === undefined) return { ...line, waits: null }
      const currency = receipts[nth]?.currency ?? ''
      return { ...line, waits: one.waits, bookings: one.bookings.map((booking) => named(booking, currency)) }
    }),
    matched: foreseen.filter(({ waits }) => waits === null).length,
    imported: mark(imported_at, imported_by),
    decided:
      decided === null ? undefined : { ...mark(decided.recorded_at, decided.recorded_by), reason: decided.reason },
    shown_hash,
    isOwn: imported_by === actor.person,
    mayDecide: may('book_receipts'),
  }
}

export async function showReceipt(context: PageContext, id: string) {
  const { actor, language, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const { receipt, effect, shown_hash } = settled(context, await readReceipt(database, actor, id))
  const { currency, credit, free, proposals } = receipt
  const [shown] = await receiptsShown(context, [receipt])
  if (shown === undefined) throw new Error(`the receipt ${id} is not shown`)
  const people = proposals.flatMap(({ proposed_by, decided }) => [proposed_by, decided?.recorded_by ?? null])
  const names = await readAs(database, actor, async (tables) => await namesIn(tables, people))
  const named = await bookingsNamed(context, effect?.bookings ?? [])
  const money = (amount: string): string => moneyText(currency, amount, language)
  const mark = (at: string, by: string) => ({ when: momentOf(at, language).when, person: names.get(by) })
  const open = openProposal(receipt)
  return {
    receipt: shown,
    statement: receipt.statement,
    credit: credit === '0.00' ? undefined : money(credit),
    free: free === '0.00' ? undefined : money(free),
    proposals: proposals.map(({ kind, reference, reason, proposed_at, proposed_by, decided }) => ({
      kind,
      reference,
      reason,
      proposed: mark(proposed_at, proposed_by),
      decided:
        decided === null
          ? undefined
          : { kind: decided.kind, reason: decided.reason, ...mark(decided.recorded_at, decided.recorded_by) },
    })),
    open:
      open === undefined
        ? undefined
        : { kind: open.kind, reference: open.reference, isOwn: open.proposed_by === actor.person },
    effect:
      effect === null
        ? undefined
        : {
            takenBack: effect.taken_back.length,
            bookings: effect.bookings.map((one) => named(one, currency)),
            returned: effect.returned === null ? undefined : money(effect.returned),
          },
    shown_hash,
    acts: actsOn(receipt),
    mayPropose: may('propose_receipt'),
    mayDecide: may('approve_receipt'),
  }
}
