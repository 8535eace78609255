/** The register of certificates as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { certificateWordsOf } from './certificate-words.ts'
import { showAllCertificates } from './show-certificates.ts'

export const handle = { see: 'see_certificates' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const words = certificateWordsOf(context.get(pageCall).language)
  const titles = [
    words.number,
    words.state,
    words.origin,
    words.scheme,
    words.about,
    words.maker,
    words.laboratory,
    words.standard,
    words.from,
    words.until,
  ]
  const rows = (await showAllCertificates(context)).map((one) => [
    one.number,
    words.states[one.status],
    words.origins[one.origin],
    one.scheme_name,
    one.about,
    one.manufacturer_name,
    one.laboratory_number,
    one.standard,
    one.valid_from,
    one.valid_until,
  ])
  return csvResponse('certificates', [titles, ...rows])
}
