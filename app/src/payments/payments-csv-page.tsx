/** The orders to pay and to recover as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { firmByFirm } from '../pages/firm-column.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { paymentWordsOf } from './payment-words.ts'
import { showAllPayments } from './show-payments.ts'

export const handle = { see: 'see_payments' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { language } = context.get(pageCall)
  const words = paymentWordsOf(language)
  const titles = [words.number, words.kind, words.programme, words.year, words.currency, words.amount].concat(
    words.interest,
    words.state,
    words.preparedOn,
  )
  const rows = firmByFirm(await showAllPayments(context), language, titles, (one) => [
    one.number,
    words.kinds[one.kind],
    one.programme,
    one.year,
    one.currency,
    one.digits.amount,
    one.digits.interest,
    words.states[one.state],
    one.prepared,
  ])
  return csvResponse('payments', rows)
}
