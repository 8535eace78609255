/** The licences that one may see as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { firmByFirm } from '../pages/firm-column.tsx'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { licenceWordsOf } from './licence-words.ts'
import { showAllLicences } from './show-licences.ts'

export const handle = { see: 'see_licences' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { language } = context.get(pageCall)
  const words = licenceWordsOf(language)
  const titles = [
    words.number,
    words.kind,
    words.programme,
    words.state,
    words.from,
    words.until,
    words.quota,
    words.left,
  ]
  const rows = firmByFirm(await showAllLicences(context), language, titles, (one) => [
    one.number,
    words.kinds[one.kind],
    one.programme,
    words.states[one.status],
    one.valid_from,
    one.valid_until,
    one.quota === null ? '' : String(one.quota),
    one.left === null ? '' : String(one.left),
  ])
  return csvResponse('licences', rows)
}
