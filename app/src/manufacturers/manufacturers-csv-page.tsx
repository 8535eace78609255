/** The register of manufacturers as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { allOf } from '../kernel/read-page.ts'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { momentOf } from '../pages/when.ts'
import { manufacturerWordsOf } from './manufacturer-words.ts'
import { readManufacturers } from './read-manufacturers.ts'

export const handle = { see: 'see_manufacturers' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { actor, language } = context.get(pageCall)
  const words = manufacturerWordsOf(language)
  const firms = await allOf(async (asked) => {
    return await readManufacturers(context.get(recorderContext).database, actor, asked)
  })
  return csvResponse('manufacturers', [
    [words.firm, words.registrationNumber, words.address, words.state, words.since],
    ...firms.map(({ name, registration_number, address, status, events }) => [
      name,
      registration_number,
      address,
      words.states[status],
      momentOf(events.at(-1)?.recorded_at ?? '', language).day,
    ]),
  ])
}
