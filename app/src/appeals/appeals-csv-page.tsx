/** The appeals that one may see as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { firmByFirm } from '../pages/firm-column.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { appealWordsOf } from './appeal-words.ts'
import { showAllAppeals } from './show-appeals.ts'

export const handle = { see: 'see_appeals' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { language } = context.get(pageCall)
  const words = appealWordsOf(language)
  const rows = firmByFirm(
    await showAllAppeals(context),
    language,
    [words.number, words.against, words.filed, words.state, words.outcome],
    ({ number, against, filed_on, status, outcome }) => [
      number,
      against,
      filed_on ?? '',
      words.states[status],
      outcome === null ? '' : words.outcomes[outcome],
    ],
  )
  return csvResponse('appeals', rows)
}
