/** The ledger of promises: all for officers, and to a maker those that are about it. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { commitmentWordsOf } from './commitment-words.ts'
import { PromiseTable, TotalTable } from './promise-table.tsx'
import { showPromises } from './show-commitments.ts'

export const handle = { see: 'see_promises' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showPromises(context)
}

export default function PromisesPage() {
  const { items, totals, isOfficer } = useLoaderData<typeof loader>()
  const { promises: words } = commitmentWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <h1 id="promises">{words.title}</h1>
      <p className="prose">{isOfficer ? words.intro : words.ownIntro}</p>
      {items.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <>
          <PromiseTable titledBy="promises" items={items} isOfficer={isOfficer} />
          <CsvLink href="/promises.csv" />
        </>
      )}
      <TotalTable totals={totals} />
    </Page>
  )
}
