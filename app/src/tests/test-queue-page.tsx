/** How long each laboratory takes for each method, for anybody. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { showQueue } from './show-tests.ts'
import { testWordsOf } from './test-words.ts'

export const handle = { see: 'see_test_queue' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showQueue(context)
}

export default function TestQueuePage() {
  const lines = useLoaderData<typeof loader>()
  const words = testWordsOf(useShell().language)
  return (
    <Page title={words.queueTitle}>
      <h1 id="queue">{words.queueTitle}</h1>
      <p className="prose">{words.queueIntro}</p>
      {lines.length === 0 ? (
        <EmptyState>{words.queueNone}</EmptyState>
      ) : (
        <DataTable
          titledBy="queue"
          rows={lines}
          columns={[
            { title: words.standard, of: ({ standard }) => <bdi dir="ltr">{standard}</bdi> },
            { title: words.method, of: ({ method }) => <bdi dir="ltr">{method}</bdi> },
            {
              title: words.laboratory,
              of: ({ laboratory_number, laboratory_name }) => (
                <>
                  <bdi>{laboratory_name}</bdi> <bdi dir="ltr">{laboratory_number}</bdi>
                </>
              ),
            },
            { title: words.waiting, isAmount: true, of: ({ waiting }) => waiting },
            { title: words.ended, isAmount: true, of: ({ ended }) => ended },
            { title: words.median, isAmount: true, of: ({ median_days }) => median_days ?? '–' },
          ]}
        />
      )}
    </Page>
  )
}
