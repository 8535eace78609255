/** The trial balance as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { showTrialBalance } from './show-trial-balance.ts'
import { trialWordsOf } from './trial-words.ts'

export const handle = { see: 'see_trial_balance' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const words = trialWordsOf(context.get(pageCall).language)
  const { accounts } = await showTrialBalance(context)
  return csvResponse('trial-balance', [
    [words.programme, words.year, words.rehearsal, words.account, words.of, words.currency].concat(
      words.debit,
      words.credit,
    ),
    ...accounts.map(({ programme, year, rehearsal, kind, finding, of, currency, digits }) => [
      programme,
      year,
      String(rehearsal),
      finding === undefined ? words.kinds[kind] : `${words.kinds[kind]}: ${finding}`,
      words.whose[of],
      currency,
      digits.debit,
      digits.credit,
    ]),
  ])
}
