/** The suppliers that were sought as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { supplierRows } from './show-suppliers.ts'

export const handle = { see: 'see_suppliers' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs): Promise<Response> {
  return csvResponse('suppliers', await supplierRows(context, request))
}
