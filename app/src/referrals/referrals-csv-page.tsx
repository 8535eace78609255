/** The same as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { firmByFirm } from '../pages/firm-column.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { referralWordsOf } from './referral-words.ts'
import { showAllReferrals } from './show-referrals.ts'

export const handle = { see: 'see_referrals' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs): Promise<Response> {
  const { language } = context.get(pageCall)
  const words = referralWordsOf(language)
  const rows = firmByFirm(
    await showAllReferrals(context, request),
    language,
    [words.matter, words.about, words.since, words.ageInDays, words.decides, words.state],
    ({ kind, about, since, days, needs_approver, isReleased }) => [
      words.kinds[kind],
      about,
      since,
      String(days),
      words.who[needs_approver ? 'approver' : 'officer'],
      isReleased ? words.released : words.open,
    ],
  )
  return csvResponse('referrals', rows)
}
