/** The entries of one's own statement as a table for a spreadsheet, what is due to the firm and from it in columns of their own. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { firmByFirm } from '../pages/firm-column.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { showStatement } from './show-statement.ts'
import { statementWordsOf } from './statement-words.ts'

export const handle = { see: 'see_own_statement' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { language } = context.get(pageCall)
  const words = statementWordsOf(language)
  const { entries } = await showStatement(context)
  const { due_to, due_from } = words.sides
  const titles = [words.day, words.account, words.programme, words.kind, words.currency, due_to, due_from, words.why]
  return csvResponse(
    'statement',
    firmByFirm(entries, language, titles, (one) => [
      one.booked_on,
      one.account,
      one.programme,
      one.is_reversal ? `${words.phases[one.phase]}: ${words.reversal}` : words.phases[one.phase],
      one.currency,
      one.side === 'due_to' ? one.digits : '',
      one.side === 'due_from' ? one.digits : '',
      one.determination,
    ]),
  )
}
