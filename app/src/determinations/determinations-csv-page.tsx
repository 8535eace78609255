/** The determinations that one may see as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { firmByFirm } from '../pages/firm-column.tsx'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { momentOf } from '../pages/when.ts'
import { determinationWordsOf } from './determination-words.ts'
import { showAllDeterminations } from './show-determinations.ts'

export const handle = { see: 'see_determinations' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { language } = context.get(pageCall)
  const words = determinationWordsOf(language)
  const titles = [words.number, words.what, words.programme, words.year, words.state, words.on]
  const rows = firmByFirm(await showAllDeterminations(context), language, titles, (one) => [
    one.number,
    words.kinds[one.kind],
    one.programme,
    one.year,
    one.standing === null || one.standing === 'in_effect' ? words.states[one.status] : words.standings[one.standing],
    one.decided_at === null ? '' : momentOf(one.decided_at, language).day,
  ])
  return csvResponse('determinations', rows)
}
