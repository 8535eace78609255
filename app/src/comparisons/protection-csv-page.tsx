/** The protection of products as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { protectionWordsOf } from './protection-words.ts'
import { protectionAsked } from './question-asked.ts'

export const handle = { see: 'compare_routes' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { language } = context.get(pageCall)
  const { view, refused } = await protectionAsked(context, params['comparison'])
  if (refused !== undefined) settled(context, { refused })
  const words = protectionWordsOf(language)
  return csvResponse('protection', [
    [words.product, '', words.tariff, words.share, words.inputTariff, words.rate, words.moved, words.verdict],
    ...(view?.rows ?? []).map((row) => [
      row.label,
      row.name,
      row.tariff,
      row.share,
      row.inputTariff,
      row.rate,
      row.moved,
      words[row.verdict],
    ]),
  ])
}
