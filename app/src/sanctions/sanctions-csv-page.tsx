/** The sanctions that stand as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { firmByFirm } from '../pages/firm-column.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sanctionWordsOf } from './sanction-words.ts'
import { showAllSanctions } from './show-sanctions.ts'

export const handle = { see: 'see_sanctions' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { language } = context.get(pageCall)
  const words = sanctionWordsOf(language)
  const titles = [
    words.what,
    words.amount,
    words.since,
    words.until,
    words.state,
    words.by,
    words.programme,
    words.year,
  ]
  const rows = firmByFirm(await showAllSanctions(context), language, titles, (one) => [
    one.label,
    one.amount ?? '',
    one.since,
    one.state === 'recommended' ? '' : words.lasts[one.lasts],
    words.states[one.state],
    one.number,
    one.programme,
    one.year,
  ])
  return csvResponse('sanctions', rows)
}
