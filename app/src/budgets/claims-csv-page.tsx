/** What is claimed of a budget as a table for a spreadsheet, in the order of the line. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { budgetWordsOf } from './budget-words.ts'
import { showBudget } from './show-budgets.ts'

export const handle = { see: 'see_budgets' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const words = budgetWordsOf(context.get(pageCall).language)
  const { budget, claims } = await showBudget(context, params['number'] ?? '')
  const { reserved, committed, paid, waits } = words.sums
  return csvResponse(`claims-${budget.number}`, [
    [words.place, words.firm, words.claim, words.determination, words.currency, words.claimed].concat(
      reserved,
      committed,
      paid,
      waits,
    ),
    ...claims.map(({ firm, finding, determination, digits }) => [
      digits.place,
      firm?.name ?? '',
      finding,
      determination,
      budget.currency,
      digits.amount,
      digits.reserved,
      digits.committed,
      digits.paid,
      digits.waits,
    ]),
  ])
}
