/** What comes of an order to pay a firm that does not answer, as where a succession came between its two officers. It is sent back in the end. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { writeAs } from './kernel/transaction.ts'
import { authorisedMaker, done, type TestThread } from './thread-fixture.ts'
import { sendBackPayment } from './payments/decide-payment.ts'
import type { PaymentOrder } from './payments/payment.ts'
import { insertOrder } from './payments/payments-table.ts'

export async function misdirected<T>(
  thread: TestThread,
  order: PaymentOrder,
  approving: (astray: PaymentOrder) => Promise<T>,
): Promise<T> {
  const { made, recorder, caseOfficer, approvingOfficer } = thread
  done(await sendBackPayment(recorder, approvingOfficer, { number: order.number, reason: 'Anew.' }))
  const { id: payee_id } = await authorisedMaker(thread, 'Former Owner', 'K-0')
  const { decided, ...row } = { ...order, id: recorder.makeId(), number: 'P-900000', payee_id }
  await writeAs(made.database, caseOfficer, async (tables) => {
    await insertOrder(tables, { ...row, lines: canonicalJson(row.lines) })
    return { commit: undefined }
  })
  const outcome = await approving({ ...row, decided })
  done(await sendBackPayment(recorder, approvingOfficer, { number: row.number, reason: 'Another answers.' }))
  return outcome
}
