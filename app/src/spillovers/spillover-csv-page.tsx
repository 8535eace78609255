/** The same as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { spilloverAsked } from './spillover-asked.ts'
import { spilloverRows } from './spillover-rows.ts'

export const handle = { see: 'work_out_spillover' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const { found } = await spilloverAsked(context)
  return csvResponse('spillover', spilloverRows(settled(context, found), context.get(pageCall).language))
}
