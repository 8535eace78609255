/** The returns that one may see as a table for a spreadsheet: those that are wanted, firm after firm. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvStream } from '../../pages/csv-response.ts'
import { pageCall } from '../../pages/page-call.ts'
import { shellWordsOf } from '../../pages/shell-words.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { returnWordsOf } from './return-words.ts'
import { everyReturn } from './show-returns.ts'

export const handle = { see: 'see_returns' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs): Promise<Response> {
  const { language, may } = context.get(pageCall)
  const words = returnWordsOf(language)
  const isOfFirms = may('see_manufacturers')
  const titles = [words.period, words.kind, words.programme, words.state]
  async function* rows(): AsyncGenerator<readonly string[], undefined, undefined> {
    for await (const { firm, period, kind, programme, status } of everyReturn(context, request)) {
      const cells = [period, kind, programme, words.states[status]]
      yield isOfFirms ? [firm?.name ?? '', ...cells] : cells
    }
  }
  return await csvStream('returns', isOfFirms ? [shellWordsOf(language).firm, ...titles] : titles, rows())
}
