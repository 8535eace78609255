/** The notices that one may see as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { firmByFirm } from '../pages/firm-column.tsx'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { noticeWordsOf } from './notice-words.ts'
import { showAllNotices } from './show-notices.ts'

export const handle = { see: 'see_notices' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { language } = context.get(pageCall)
  const words = noticeWordsOf(language)
  const rows = firmByFirm(
    await showAllNotices(context),
    language,
    [words.failure, words.served, words.lastDay, words.state],
    ({ number, served_on, cure_ends_on, status }) => [
      number,
      served_on ?? '',
      cure_ends_on ?? '',
      words.states[status],
    ],
  )
  return csvResponse('notices', rows)
}
