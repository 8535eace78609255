/** The comparison as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { comparePageWordsOf } from './compare-page-words.ts'
import { comparisonView } from './comparison-view.ts'
import { questionAsked } from './question-asked.ts'

export const handle = { see: 'compare_routes' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { language } = context.get(pageCall)
  const { routes, question, followed, refused } = await questionAsked(context, params['comparison'])
  if (refused !== undefined) settled(context, { refused })
  const view = comparisonView(routes, question, followed, language)
  const words = comparePageWordsOf(language)
  return csvResponse('comparison', [
    [words.figure, '', ...view.routes.map(({ label }) => label)],
    ...view.groups.flatMap(({ rows }) => rows.map(({ name, label, cells }) => [label, name, ...cells])),
  ])
}
