/** The worked cases of a programme, a page of them at a time. */
import { displayDayText } from '@maqami/engine/explain/display.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { ProgrammeHeader } from './programme-header.tsx'
import { shippedAsked } from './shipped-shelf.ts'
import { programmeHeading } from './programme-view.ts'
import { programmeWordsOf } from './programme-words.ts'

export const handle = { see: 'see_programmes' } satisfies PageHandle

const ON_A_PAGE = 30

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { language } = context.get(pageCall)
  const { programme } = (await shippedAsked(context, params)).engine
  const after = /^\d{1,6}$/.exec(new URL(request.url).searchParams.get('after') ?? '')?.[0]
  const first = Number(after ?? 0)
  const all = programme.examples.map(({ title, asOf }, index) => ({
    number: index + 1,
    title,
    day: displayDayText(formatDay(asOf), language),
  }))
  const examples = all.slice(first, first + ON_A_PAGE)
  return {
    heading: programmeHeading(programme, language),
    examples,
    after,
    next: first + ON_A_PAGE < all.length ? String(first + ON_A_PAGE) : undefined,
  }
}

export default function ExamplesPage() {
  const { heading, examples, after, next } = useLoaderData<typeof loader>()
  const words = programmeWordsOf(useShell().language)
  const path = `/programmes/${heading.name}/examples`
  return (
    <Page title={`${words.examples} · ${heading.title}`} rehearsal={heading.rehearsal}>
      <ProgrammeHeader heading={heading} title={words.examples} />
      {examples.length === 0 ? (
        <EmptyState>{words.noExamples}</EmptyState>
      ) : (
        <DataTable
          id="examples"
          caption={words.examples}
          rows={examples}
          columns={[
            { title: words.number, of: ({ number }) => number },
            {
              title: words.example,
              of: ({ number, title }) => (
                <a href={`${path}/${number}`} lang="en" dir="auto">
                  {title}
                </a>
              ),
            },
            { title: words.asOf, of: ({ day }) => day },
          ]}
        />
      )}
      <Pagination path={path} after={after} next={next} />
    </Page>
  )
}
