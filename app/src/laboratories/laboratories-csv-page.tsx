/** The register of laboratories as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvStream } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { laboratoryWordsOf } from './laboratory-words.ts'
import { everyLaboratory } from './show-laboratories.ts'

export const handle = { see: 'see_laboratories' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const words = laboratoryWordsOf(context.get(pageCall).language)
  async function* rows(): AsyncGenerator<readonly string[], undefined, undefined> {
    for await (const { number, name, kind, country, status, samples_a_week } of everyLaboratory(context))
      yield [number, name, words.kinds[kind], country, words.states[status], String(samples_a_week ?? '')]
  }
  const titles = [words.number, words.name, words.kind, words.country, words.state, words.capacity]
  return await csvStream('laboratories', titles, rows())
}
