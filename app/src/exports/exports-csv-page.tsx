/** Exports line by line as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { exportRows } from './show-exports.ts'

export const handle = { see: 'see_exports' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs): Promise<Response> {
  return csvResponse('exports', await exportRows(context, request))
}
