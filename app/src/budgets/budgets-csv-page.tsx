/** The budgets of all programmes and years as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { budgetWordsOf } from './budget-words.ts'
import { showBudgets } from './show-budgets.ts'

export const handle = { see: 'see_budgets' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const words = budgetWordsOf(context.get(pageCall).language)
  const { appropriated, reserved, committed, paid, waits } = words.sums
  const { budgets } = await showBudgets(context)
  return csvResponse('budgets', [
    [words.number, words.programme, words.year, words.rehearsal, words.currency].concat(
      appropriated,
      reserved,
      committed,
      paid,
      waits,
    ),
    ...budgets.map(({ number, programme, year, rehearsal, currency, digits }) => [
      number,
      programme,
      year,
      String(rehearsal),
      currency,
      digits.appropriated,
      digits.reserved,
      digits.committed,
      digits.paid,
      digits.waits,
    ]),
  ])
}
