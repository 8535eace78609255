/** The tests that one may see: a maker's own, a laboratory's bench, or for officers all. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { showTests } from './show-tests.ts'
import { TestTag } from './test-tag.tsx'
import { testWordsOf } from './test-words.ts'

export const handle = { see: 'see_tests' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showTests(context, request)
}

export default function TestsPage() {
  const { side, items, after, next, mayOversee } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = testWordsOf(language)
  type Row = (typeof items)[number]
  const maker = { title: words.maker, of: ({ manufacturer_name }: Row) => <bdi>{manufacturer_name}</bdi> }
  const laboratory = { title: words.laboratory, of: ({ laboratory_name }: Row) => <bdi>{laboratory_name}</bdi> }
  return (
    <Page title={words.title}>
      <h1 id="tests">{words.title}</h1>
      <p className="prose">{words.intro[side]}</p>
      {side === 'maker' ? (
        <p>
          <a href="/tests/new">{words.ask}</a>
        </p>
      ) : undefined}
      {items.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="tests"
          rows={items}
          columns={[
            {
              title: words.number,
              isWhole: true,
              of: ({ number }) => (
                <a href={`/tests/${number}`} dir="ltr">
                  {number}
                </a>
              ),
            },
            { title: words.state, of: ({ state }) => <TestTag state={state} /> },
            ...(side === 'maker' ? [] : [maker]),
            ...(side === 'laboratory' ? [] : [laboratory]),
            { title: words.model, of: ({ model_name }) => <bdi>{model_name}</bdi> },
            { title: words.scheme, of: ({ scheme }) => scheme },
            { title: words.requestedOn, isWhole: true, of: ({ requested_on }) => dayText(requested_on, language) },
          ]}
        />
      )}
      <Pagination path="/tests" after={after} next={next ?? undefined} />
      <p>
        <a href="/test-queue">{words.queueTitle}</a>
      </p>
      {mayOversee ? (
        <p>
          <a href="/laboratories/oversight">{words.oversight}</a>
        </p>
      ) : undefined}
    </Page>
  )
}
