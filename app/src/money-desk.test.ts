/** What waits on the desk about money that is to be paid, or to be given back. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordCommand } from './audit-log/record-command.ts'
import { moneyWaiting } from './desks/read-money-desk.ts'
import { orderStanding } from './determinations/order-standing.ts'
import type { Determination } from './determinations/determination.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { readAs } from './kernel/transaction.ts'
import { preparePayment } from './payments/prepare-payment.ts'
import { actorOf } from './people/actor-fixture.ts'
import { proposeReceipt } from './receipts/settle-receipt.ts'
import { received } from './receipts-fixture.ts'
import {
  authorisedMaker,
  determinedAs,
  done,
  filedReturn,
  openThread,
  publish,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

let thread: TestThread
let maker: TestMaker
let fee: Determination
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  await publish(thread, 'bicycles')
  maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1')
  thread.on('2027-07-10')
  // It is granted PKR 40,000 and owes the import fee of PKR 39,000.
  fee = await determinedAs(thread, await filedReturn(thread, maker, 13_000), '2027-07-10', 'entitlement')
}, 60_000)
afterAll(async () => await thread.made.drop())

async function waiting(...tasks: readonly string[]) {
  const { database } = thread.made
  const all = await readAs(database, thread.caseOfficer, async (tables) => {
    return await moneyWaiting(tables, thread.caseOfficer, '2027-07-10')
  })
  return all
    .filter(({ task }) => tasks.includes(task))
    .map(({ task, href, manufacturer_id, year }) => [task, href, manufacturer_id, year])
}

test('a grant that can be paid waits until its order is prepared', async () => {
  expect(await waiting('prepare_payment', 'prepare_recovery')).toEqual([
    ['prepare_payment', '/payments/prepare', maker.id, '2026-27'],
  ])
  const key = { programme: 'bicycles', year: '2026-27', rehearsal: false, currency: 'PKR', kind: 'payment' } as const
  const input = { ...key, manufacturer_id: maker.id, reasons: 'The grant of the year.' }
  done(await preparePayment(thread.recorder, thread.caseOfficer, input))
  expect(await waiting('prepare_payment', 'prepare_recovery')).toEqual([])
})

test('what was paid of a charge that is quashed waits at its line of the bank, until somebody proposes what becomes of it', async () => {
  const { recorder, caseOfficer, made } = thread
  const [line] = await received(thread, 'T-1', '39000.00', fee.number)
  expect(line?.state).toBe('booked')
  // It was owed when it was paid.
  expect(await waiting('settle_credit')).toEqual([])
  const judge = await actorOf(made.database, 'approving_officer', {
    id: thread.caseOfficer.organization ?? '',
    kind: 'regulator',
  })
  done(
    await recordCommand(recorder, judge, 'decide_appeal', async (tables) => {
      const cause = 'appeal A-000001'
      const ordered = await orderStanding(tables, recorder, judge, { determination: fee, kind: 'quashed', cause })
      return 'refused' in ordered ? ordered : { done: ordered.done, subject: cause, details: {} }
    }),
  )
  expect(await waiting('settle_credit')).toEqual([['settle_credit', `/receipts/${line?.id}`, maker.id, '2026-27']])
  const proposal = { id: line?.id ?? '', kind: 'unmatch', reference: null, reason: 'The fee fell.' } as const
  done(await proposeReceipt(recorder, caseOfficer, proposal))
  expect(await waiting('settle_credit')).toEqual([])
})
