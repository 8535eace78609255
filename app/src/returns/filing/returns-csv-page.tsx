/** The returns that one may see as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { firmByFirm } from '../../pages/firm-column.tsx'
import { csvResponse } from '../../pages/csv-response.ts'
import { pageCall } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { returnWordsOf } from './return-words.ts'
import { showAllReturns } from './show-returns.ts'

export const handle = { see: 'see_returns' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { language } = context.get(pageCall)
  const words = returnWordsOf(language)
  const rows = firmByFirm(
    await showAllReturns(context),
    language,
    [words.period, words.kind, words.programme, words.state],
    ({ period, kind, programme, status }) => [period, kind, programme, words.states[status]],
  )
  return csvResponse('returns', rows)
}
