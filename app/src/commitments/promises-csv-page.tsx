/** The ledger of promises as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvStream } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { commitmentWordsOf } from './commitment-words.ts'
import { everyPromise } from './show-commitments.ts'

export const handle = { see: 'see_promises' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { promises: words, number, seen } = commitmentWordsOf(context.get(pageCall).language)
  async function* rows(): AsyncGenerator<readonly string[], undefined, undefined> {
    for await (const one of everyPromise(context))
      yield [
        one.number,
        words.kinds[one.kind],
        one.words,
        one.amount ?? '',
        one.currency ?? '',
        one.realised ?? '',
        one.due_on,
        words.states[one.state],
        one.programme ?? '',
        one.provision ?? '',
      ]
  }
  const said = [number, words.kind, words.promise, words.amount, words.currency, seen, words.due, words.state]
  return await csvStream('promises', [...said, words.programme, words.provision], rows())
}
