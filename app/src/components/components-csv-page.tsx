/** The map of components as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { componentWordsOf } from './component-words.ts'
import { showComponents } from './show-components.ts'

export const handle = { see: 'see_components' } satisfies PageHandle

/** Marks of direction and commas of thousands are for people. */
function plain(text: string): string {
  return text.replaceAll(/[\u2066\u2069,]/g, '')
}

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const words = componentWordsOf(context.get(pageCall).language)
  const { programmes } = await showComponents(context)
  return csvResponse('components', [
    ['programme', 'year', words.rank, words.class, words.used, words.bought, words.made].concat([
      words.unserved,
      words.least,
      words.plants,
      words.imports,
    ]),
    ...programmes.flatMap(({ programme, year, classes }) =>
      classes.map((one) => [
        programme,
        year ?? '',
        one.rank === null ? '' : String(one.rank),
        one.label,
        ...[one.used, one.bought, one.made, one.unserved, one.least, one.plants, one.imports].map(plain),
      ]),
    ),
  ])
}
