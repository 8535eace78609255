/** What came of a run as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../../pages/csv-response.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { resultRows } from './show-runs.ts'

export const handle = { see: 'see_runs' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<Response> {
  return csvResponse('assessment-run', await resultRows(context, params, request))
}
