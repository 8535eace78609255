/** The entries of one's own statement as a table for a spreadsheet, what is due to the firm and from it in columns of their own. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { showStatement } from './show-statement.ts'
import { statementWordsOf } from './statement-words.ts'

export const handle = { see: 'see_own_statement' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const words = statementWordsOf(context.get(pageCall).language)
  const { entries } = await showStatement(context)
  const { due_to, due_from } = words.sides
  return csvResponse('statement', [
    [words.day, words.account, words.programme, words.kind, words.currency, due_to, due_from, words.why],
    ...entries.map(({ booked_on, account, programme, side, is_reversal, currency, digits, determination }) => [
      booked_on,
      account,
      programme,
      is_reversal ? words.reversal : '',
      currency,
      side === 'due_to' ? digits : '',
      side === 'due_from' ? digits : '',
      determination,
    ]),
  ])
}
