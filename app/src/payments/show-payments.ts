/** What the pages of payments are given: amounts and names as their reader sees them. */
import { nameOf, voiceOf } from '@maqami/engine/explain/voice.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { total } from '../budgets/budget.ts'
import { nameClaims } from '../determinations/name-claims.ts'
import { todayText } from '../kernel/clock.ts'
import { allOf } from '../kernel/read-page.ts'
import { readAs } from '../kernel/transaction.ts'
import { digitsOf, exactOf } from '../ledger/entry.ts'
import { moneyText } from '../ledger/money-text.ts'
import { firmsNamed } from '../manufacturers/firms-named.ts'
import type { Whose } from '../pages/firm-column.tsx'
import { cursorAsked, idAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { dayText, momentOf } from '../pages/when.ts'
import { namesIn } from '../people/name-people.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { paymentsOf, readPayment, readPayments } from './decide-payment.ts'
import { orderHash, type PaymentOrder } from './payment.ts'
import { ordersDue, yearsHeldBack } from './read-payments.ts'

export type PaymentState = 'prepared' | 'approved' | 'sent_back'

export interface PaymentListed
  extends Whose,
    Pick<PaymentOrder, 'number' | 'kind' | 'year' | 'rehearsal' | 'currency'> {
  readonly programme: string
  readonly state: PaymentState
  readonly amount: string
  readonly interest: string
  /** `5000000.00`: for machines. */
  readonly digits: { readonly amount: string; readonly interest: string }
  readonly prepared: string
}

export async function showPayments(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const asked = new URL(request.url).searchParams.get('firm')
  const firm = asked === null ? undefined : (await firmsNamed(context, [idAsked(context, asked)]))(asked)
  const after = cursorAsked(context, request)
  const { items, next } =
    firm === undefined
      ? await readPayments(database, actor, { cursor: after })
      : { items: await paymentsOf(database, actor, firm.id), next: null }
  return {
    /** Whose orders alone are listed. */
    firm,
    payments: await listed(context, items),
    mayPrepare: may('prepare_payment'),
    mayReconcile: may('accept_reconciliation'),
    after,
    next,
  }
}

export async function showAllPayments(context: PageContext): Promise<readonly PaymentListed[]> {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  return await listed(context, await allOf(async (asked) => await readPayments(database, actor, asked)))
}

async function listed(context: PageContext, orders: readonly PaymentOrder[]): Promise<readonly PaymentListed[]> {
  const { language } = context.get(pageCall)
  const laws = await lawsCalled(
    context,
    orders.map(({ programme }) => programme),
  )
  const firms = await firmsNamed(
    context,
    orders.map(({ manufacturer_id }) => manufacturer_id),
  )
  return orders.map(({ number, kind, year, rehearsal, currency, ...order }) => {
    const digits = {
      amount: digitsOf(total(order.lines.map(({ amount }) => exactOf(amount)))),
      interest: digitsOf(total(order.lines.map(({ interest }) => exactOf(interest)))),
    }
    return {
      number,
      kind,
      year,
      rehearsal,
      currency,
      digits,
      firm: firms(order.manufacturer_id),
      programme: laws(order.programme).title,
      state: order.decided?.kind ?? 'prepared',
      amount: moneyText(currency, digits.amount, language),
      interest: moneyText(currency, digits.interest, language),
      prepared: momentOf(order.prepared_at, language).day,
    }
  })
}

export async function showPayment(context: PageContext, number: string) {
  const { actor, language, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const order = settled(context, await readPayment(database, actor, number))
  const [head] = await listed(context, [order])
  if (head === undefined) throw new Error(`the order ${number} is not listed`)
  const law = (await lawsCalled(context, [order.programme]))(order.programme)
  const { manufacturer_id, payee_id, currency, lines, decided } = order
  const called = await nameClaims(
    context,
    lines.map(({ determination_id }) => ({ manufacturer_id, determination_id })),
  )
  const firms = await firmsNamed(context, [payee_id])
  const names = await readAs(database, actor, async (tables) => {
    return await namesIn(tables, [order.prepared_by, decided?.recorded_by ?? null])
  })
  const money = (amount: string): string => moneyText(currency, amount, language)
  const mark = (at: string, by: string) => ({ when: momentOf(at, language).when, person: names.get(by) })
  return {
    payment: head,
    stripe: order.rehearsal ? law.rehearsal : undefined,
    /** Where somebody else answers for the firm. */
    payee: payee_id === manufacturer_id ? undefined : firms(payee_id),
    lines: lines.map((line) => ({
      finding: nameOf(voiceOf(language, law.names), line.finding),
      determination: called({ manufacturer_id, determination_id: line.determination_id }).determination,
      amount: money(line.amount),
      held: money(line.held),
      interest: money(line.interest),
      terms: line.interest_terms,
      slices: line.slices.map((slice) => ({
        amount: money(slice.amount),
        from: dayText(slice.from, language),
        until: dayText(slice.until, language),
        days: slice.days,
      })),
    })),
    reasons: order.reasons,
    prepared: mark(order.prepared_at, order.prepared_by),
    decided:
      decided === null ? undefined : { ...mark(decided.recorded_at, decided.recorded_by), reason: decided.reason },
    shown_hash: decided?.signed_hash ?? (await orderHash(order)),
    isOwn: order.prepared_by === actor.person,
    mayDecide: may('approve_payment'),
  }
}

/** What can be ordered today: what is payable to each firm, and what it was paid too much. An order that waits is not offered twice. */
export async function payableNow(context: PageContext) {
  const { database, clock } = context.get(recorderContext)
  const { actor, language } = context.get(pageCall)
  const found = await readAs(database, actor, async (tables) => await ordersDue(tables, todayText(clock)))
  const laws = await lawsCalled(
    context,
    found.map(({ programme }) => programme),
  )
  const firms = await firmsNamed(
    context,
    found.map(({ manufacturer_id }) => manufacturer_id),
  )
  return found.map(({ kind, manufacturer_id, programme, year, rehearsal, currency, lines }) => {
    const sum = (name: 'amount' | 'held' | 'interest'): string =>
      moneyText(currency, digitsOf(total(lines.map((line) => exactOf(line[name])))), language)
    return {
      value: [kind, manufacturer_id, programme, year, String(rehearsal), currency].join(' '),
      kind,
      year,
      rehearsal,
      firm: firms(manufacturer_id)?.name ?? '',
      programme: laws(programme).title,
      amount: sum('amount'),
      held: sum('held'),
      interest: sum('interest'),
    }
  })
}

/** The years of firms of which something is held back until their reconciliation is accepted. */
export async function heldBack(context: PageContext) {
  const { database } = context.get(recorderContext)
  const { actor, language } = context.get(pageCall)
  const found = await readAs(database, actor, yearsHeldBack)
  const laws = await lawsCalled(
    context,
    found.map(({ programme }) => programme),
  )
  const firms = await firmsNamed(
    context,
    found.map(({ manufacturer_id }) => manufacturer_id),
  )
  return found.map(({ manufacturer_id, programme, year, rehearsal, currency, held }) => ({
    value: [manufacturer_id, programme, year, String(rehearsal)].join(' '),
    year,
    rehearsal,
    firm: firms(manufacturer_id)?.name ?? '',
    programme: laws(programme).title,
    held: moneyText(currency, held, language),
  }))
}
