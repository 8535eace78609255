/** What a version changes in the one before it, as a table for a spreadsheet: one row for each cell that differs. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../../pages/csv-response.ts'
import { pageCall } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { lineChangeView } from './difference-view.ts'
import { differenceWordsOf } from './difference-words.ts'
import { differenceAsked } from './show-difference.ts'

export const handle = { see: 'see_return' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const { language } = context.get(pageCall)
  const words = differenceWordsOf(language)
  const { before, after, lines } = await differenceAsked(context, params)
  const rows = lines.flatMap((one) => {
    const { sheet, line, row, change, cells } = lineChangeView(one, language)
    const place = [sheet, line, row.before ?? '', row.after ?? '', words.changes[change]].map(String)
    return cells.map((cell) => [...place, cell.column, cell.before, cell.after])
  })
  const head = [
    words.sheet,
    words.line,
    words.rowBefore,
    words.rowAfter,
    words.change,
    words.column,
    words.before,
    words.after,
  ]
  return csvResponse(`difference-${before.version}-${after.version}`, [head, ...rows])
}
