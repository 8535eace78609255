/** The statements of the bank as a table for a spreadsheet, a line for each currency of each. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { receiptWordsOf } from './receipt-words.ts'
import { showAllStatements } from './show-receipts.ts'

export const handle = { see: 'see_receipts' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const words = receiptWordsOf(context.get(pageCall).language)
  const titles = [words.number, words.file_name, words.lines, words.currency, words.amount]
  const rows = (await showAllStatements(context)).flatMap((one) =>
    one.digits.map(({ currency, amount }) => [
      one.number,
      one.name,
      String(one.lines),
      currency,
      amount,
      words.statementStates[one.state],
      one.imported,
    ]),
  )
  return csvResponse('receipts', [[...titles, words.state, words.importedOn], ...rows])
}
