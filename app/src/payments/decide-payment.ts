/** A second officer approves an order over what was shown, with the second factor, or sends it back. With the approval it is booked. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { isZero } from '@maqami/engine/value/exact.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { exactOf, transfer } from '../ledger/entry.ts'
import { postEntry } from '../ledger/post-entry.ts'
import { answersFor } from '../manufacturers/life/read-life.ts'
import type { SecondFactorRefusal } from '../people/set-up-second-factor.ts'
import { orderHash, type PaymentLine, type PaymentOrder, type PaymentRefusal } from './payment.ts'
import { findOrder, insertOrderDecided, listOrders, ordersOf } from './payments-table.ts'
import { linesOf } from './prepare-payment.ts'

export interface ApprovePayment {
  readonly number: string
  /** What `orderHash` gave when the page was shown. */
  readonly shown_hash: string
}

/** `confirm` holds the second factor; it is asked when everything else is right. */
export async function approvePayment(
  recorder: Recorder,
  actor: Actor,
  { number, shown_hash }: ApprovePayment,
  confirm: () => Promise<Outcome<unknown, SecondFactorRefusal>>,
): Promise<Outcome<PaymentOrder, PaymentRefusal | SecondFactorRefusal>> {
  const ready = await readAs(recorder.database, actor, async (tables) => {
    return await readyIn(tables, recorder, actor, { number, shown_hash })
  })
  if ('refused' in ready) return ready
  const confirmed = await confirm()
  if ('refused' in confirmed) return confirmed
  return await recordCommand<PaymentOrder, PaymentRefusal>(recorder, actor, 'approve_payment', async (tables) => {
    const still = await readyIn(tables, recorder, actor, { number, shown_hash })
    if ('refused' in still) return still
    const order = still.done
    const decided = { ...marked(recorder, actor), kind: 'approved', reason: null, signed_hash: shown_hash } as const
    await insertOrderDecided(tables, { order_id: order.id, ...decided })
    const entries: string[] = []
    for (const line of order.lines) entries.push(...(await book(tables, recorder, actor, order, line)))
    return {
      done: { ...order, decided },
      subject: `payment ${number}`,
      details: { signed_hash: shown_hash, entries },
    }
  })
}

/** The order as it was shown, and as it would be prepared anew today: nothing was paid, amended or stayed meanwhile, and the same firm answers. */
async function readyIn(
  tables: Handle,
  { clock }: Recorder,
  actor: Actor,
  { number, shown_hash }: ApprovePayment,
): Promise<Outcome<PaymentOrder, PaymentRefusal>> {
  const open = await openOrder(tables, actor, number)
  if ('refused' in open) return open
  const order = open.done
  if ((await orderHash(order)) !== shown_hash) return { refused: { code: 'payment_other_than_shown' } }
  // Interest is that of the day on which it was demanded.
  const day = order.kind === 'recovery' ? (order.lines[0]?.slices[0]?.until ?? '') : todayText(clock)
  const now = await linesOf(tables, order, day)
  const isSame =
    canonicalJson(now) === canonicalJson(order.lines) &&
    (await answersFor(tables, order.manufacturer_id)) === order.payee_id
  return isSame ? open : { refused: { code: 'payment_outdated', number } }
}

async function book(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  { id, kind, manufacturer_id, programme, year, rehearsal, currency }: PaymentOrder,
  { finding, subject, determination_id, amount, interest }: PaymentLine,
): Promise<readonly string[]> {
  const money = { currency, amount: exactOf(kind === 'payment' ? amount : interest) }
  if (isZero(money.amount)) return []
  const [phase, postings] =
    kind === 'payment'
      ? ([
          'pay',
          transfer(
            { kind: 'payable', account: finding, manufacturer_id },
            { kind: 'bank', account: 'bank', manufacturer_id: null },
            money,
          ),
        ] as const)
      : ([
          'interest',
          transfer(
            { kind: 'interest', account: finding, manufacturer_id },
            { kind: 'interest', account: finding, manufacturer_id: null },
            money,
          ),
        ] as const)
  const of = { manufacturer_id, programme, year, subject, rehearsal, finding, determination_id }
  const entry = { ...of, phase, postings, reverses: null, payment_order_id: id }
  return [(await postEntry(tables, recorder, actor, entry)).id]
}

export async function sendBackPayment(
  recorder: Recorder,
  actor: Actor,
  { number, reason }: { readonly number: string; readonly reason: string },
): Promise<Outcome<PaymentOrder, PaymentRefusal>> {
  return await recordCommand<PaymentOrder, PaymentRefusal>(recorder, actor, 'send_back_payment', async (tables) => {
    const open = await openOrder(tables, actor, number)
    if ('refused' in open) return open
    const decided = { ...marked(recorder, actor), kind: 'sent_back', reason, signed_hash: null } as const
    await insertOrderDecided(tables, { order_id: open.done.id, ...decided })
    return { done: { ...open.done, decided }, subject: `payment ${number}`, details: { reason } }
  })
}

function marked({ clock }: Recorder, { person }: Actor) {
  return { recorded_at: instantText(clock()), recorded_by: person }
}

async function openOrder(tables: Handle, actor: Actor, number: string): Promise<Outcome<PaymentOrder, PaymentRefusal>> {
  const order = await findOrder(tables, number)
  if (order === undefined) return { refused: { code: 'payment_unknown' } }
  if (order.decided !== null) return { refused: { code: 'payment_decided', number } }
  if (order.prepared_by === actor.person) return { refused: { code: 'own_payment' } }
  return { done: order }
}

/** Within the transaction of another slice. */
export async function paymentIn(tables: Handle, number: string): Promise<PaymentOrder | undefined> {
  return await findOrder(tables, number)
}

export async function readPayment(
  database: Database,
  actor: Actor,
  number: string,
): Promise<Outcome<PaymentOrder, PaymentRefusal>> {
  const found = await readAs(database, actor, async (tables) => await findOrder(tables, number))
  return found === undefined ? { refused: { code: 'payment_unknown' } } : { done: found }
}

/** All of one firm, newest first. */
export async function paymentsOf(
  database: Database,
  actor: Actor,
  manufacturer: string,
): Promise<readonly PaymentOrder[]> {
  return await readAs(database, actor, async (tables) => (await ordersOf(tables, manufacturer)).toReversed())
}

/** A page of them, newest first. */
export async function readPayments(
  database: Database,
  actor: Actor,
  asked: PageAsked,
): Promise<ListPage<PaymentOrder>> {
  return await readPage(database, actor, asked, 'newest_first', listOrders)
}
