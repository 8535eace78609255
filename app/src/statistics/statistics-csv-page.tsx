/** All figures as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { statisticsShelf } from './statistics-shelf.ts'
import { statisticsRows } from './statistics-rows.ts'

export const handle = { see: 'see_statistics' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const { language } = context.get(pageCall)
  return csvResponse('statistics', statisticsRows(await context.get(statisticsShelf)(), language))
}
