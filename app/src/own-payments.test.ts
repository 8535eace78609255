/** What a firm sees of what was paid to it, and what stays between the officers. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { approvePayment, paymentsOf, sendBackPayment } from './payments/decide-payment.ts'
import { orderHash } from './payments/payment.ts'
import { preparePayment } from './payments/prepare-payment.ts'
import { firmPaymentsAsked } from './payments/read-payments.ts'
import {
  authorisedMaker,
  determinedAs,
  done,
  filedReturn,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

let thread: TestThread
let maker: TestMaker
let rival: TestMaker
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  await publish(thread, 'bicycles')
  maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1')
  rival = await authorisedMaker(thread, 'Chenab Cycles', 'K-2')
  thread.on('2027-07-10')
  await determinedAs(thread, await filedReturn(thread, maker, 13_000), '2027-07-10', 'entitlement')
}, 60_000)
afterAll(async () => await thread.made.drop())

const KEY = { programme: 'bicycles', year: '2026-27', rehearsal: false, currency: 'PKR', kind: 'payment' } as const

async function prepared() {
  const input = { ...KEY, manufacturer_id: maker.id, reasons: 'The grant of the year.' }
  return done(await preparePayment(thread.recorder, thread.caseOfficer, input))
}

async function ordersSeen(by = maker): Promise<readonly string[]> {
  return (await paymentsOf(thread.made.database, by.clerk, maker.id)).map(({ number }) => number)
}

test('a firm sees what was booked, with the number of its order, and no order that waits or was sent back', async () => {
  const { recorder, approvingOfficer, made } = thread
  const refused = await prepared()
  expect(await ordersSeen()).toEqual([])
  const { number } = refused
  done(await sendBackPayment(recorder, approvingOfficer, { number, reason: 'The account is another.' }))
  const order = await prepared()
  expect(await ordersSeen()).toEqual([])
  const shown = { number: order.number, shown_hash: await orderHash(order) }
  const confirm = async () => await Promise.resolve({ done: true })
  done(await approvePayment(recorder, approvingOfficer, shown, confirm))
  expect(await ordersSeen()).toEqual([order.number])
  const [paid, ...more] = done(await firmPaymentsAsked(made.database, maker.clerk, maker.id))
  // Half of PKR 80,000 that it spent on training.
  expect(paid).toMatchObject({ number: order.number, kind: 'pay', finding: 'training_grant', booked_on: '2027-07-10' })
  expect([paid?.amount, paid?.currency, paid?.state, more]).toEqual(['40000.00', 'PKR', 'booked', []])
  const told = JSON.stringify(paid)
  for (const officers of [order.reasons, order.prepared_by, approvingOfficer.person])
    expect(told).not.toContain(officers)
})

test('another firm sees neither the order nor that there is such a firm', async () => {
  expect(await ordersSeen(rival)).toEqual([])
  const asked = await firmPaymentsAsked(thread.made.database, rival.clerk, maker.id)
  expect(refusedFor(asked)).toEqual({ code: 'organization_unknown' })
})
