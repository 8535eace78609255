/** Candidates for investment as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { commitmentWordsOf } from './commitment-words.ts'
import { showCandidates } from './show-commitments.ts'

export const handle = { see: 'see_candidates' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const words = commitmentWordsOf(context.get(pageCall).language)
  const { items } = await showCandidates(context)
  return csvResponse('investments', [
    [words.number, words.name, words.kind, words.country, words.classes, words.site, words.zone].concat([
      words.stage,
      words.since,
      words.owner,
      words.next,
      words.nextBy,
      words.lapsed,
    ]),
    ...items.map((one) => [
      one.number,
      one.name,
      words.kinds[one.kind],
      one.country,
      one.component_classes.map((part) => words.classNames[part]).join('; '),
      one.site ?? '',
      one.zone ?? '',
      words.stages[one.stage],
      one.since,
      one.owner ?? '',
      one.next_step ?? '',
      one.next_on ?? '',
      one.lapsed ? words.lapsed : '',
    ]),
  ])
}
