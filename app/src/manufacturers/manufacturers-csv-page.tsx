/** The register of manufacturers as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvStream } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { momentOf } from '../pages/when.ts'
import { manufacturerWordsOf } from './manufacturer-words.ts'
import { everyManufacturer } from './show-manufacturers.ts'

export const handle = { see: 'see_manufacturers' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs): Promise<Response> {
  const { language } = context.get(pageCall)
  const words = manufacturerWordsOf(language)
  async function* rows(): AsyncGenerator<readonly string[], undefined, undefined> {
    for await (const { name, registration_number, address, status, events } of everyManufacturer(context, request)) {
      const since = momentOf(events.at(-1)?.recorded_at ?? '', language).day
      yield [name, registration_number, address, words.states[status], since]
    }
  }
  const titles = [words.firm, words.registrationNumber, words.address, words.state, words.since]
  return await csvStream('manufacturers', titles, rows())
}
