/** What comes of a reader’s own table, as a table for a spreadsheet. */
import type { ActionFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { ownTableSent } from './own-table-sent.ts'
import { spilloverRows } from './spillover-rows.ts'
import { SENT_LIMITS } from './table-limits.ts'

const ROOM = 64 * 1024

export const handle = {
  see: 'work_out_spillover',
  act: 'work_out_spillover',
  largest: SENT_LIMITS.bytes + ROOM,
} satisfies PageHandle

export async function action({ context, request }: ActionFunctionArgs) {
  const { found } = await ownTableSent(context, request)
  return csvResponse('spillover', spilloverRows(settled(context, found), context.get(pageCall).language))
}
