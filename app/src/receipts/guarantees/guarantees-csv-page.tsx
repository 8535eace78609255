/** The guarantees as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../../pages/csv-response.ts'
import { firmByFirm } from '../../pages/firm-column.tsx'
import { pageCall } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { guaranteeWordsOf } from './guarantee-words.ts'
import { showAllGuarantees } from './show-guarantees.ts'

export const handle = { see: 'see_guarantees' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { language } = context.get(pageCall)
  const words = guaranteeWordsOf(language)
  const titles = [words.number, words.programme, words.licence, words.issuer, words.issuerNumber, words.currency]
  const sums = [words.amount, words.called, words.released, words.free, words.due]
  const all = [...titles, ...sums, words.expiresOn, words.state, words.rehearsal]
  const rows = firmByFirm(await showAllGuarantees(context), language, all, (one) => [
    one.number,
    one.programme,
    one.licence ?? '',
    one.issuer,
    one.issuer_number,
    one.digits.currency,
    one.digits.amount,
    one.digits.called,
    one.digits.released,
    one.digits.free,
    one.digits.due,
    one.expires_on,
    words.states[one.state],
    one.rehearsal ? words.rehearsal : '',
  ])
  return csvResponse('guarantees', rows)
}
