/** What was exported, and how much of it customs attested, down to the lines of the returns that the reader may see. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { OpenBody, PublishedBody } from './exports-body.tsx'
import { exportWordsOf } from './export-words.ts'
import { showExports } from './show-exports.ts'

export const handle = { see: 'see_exports' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showExports(context, request)
}

export default function ExportsPage() {
  const { programmes, skip, mayAttest, maySeeEvidence } = useLoaderData<typeof loader>()
  const words = exportWordsOf(useShell().language)
  const rehearsal = programmes.find((one) => one.rehearsal !== undefined)?.rehearsal
  return (
    <Page title={words.title} rehearsal={rehearsal}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {maySeeEvidence ? (
        <p>
          <a href="/exports/evidence">{mayAttest ? words.attest : words.evidence}</a>
        </p>
      ) : undefined}
      {programmes.length === 0 ? <EmptyState>{words.none}</EmptyState> : undefined}
      {programmes.map((one) => (
        <div key={one.programme}>
          <h2>{one.title}</h2>
          {one.year === null ? (
            <EmptyState>{words.nothing}</EmptyState>
          ) : (
            <CsvLink href={`/exports.csv?year=${one.year}`} />
          )}
          {one.year === null ? undefined : <p>{words.year(one.year)}</p>}
          {one.years.length === 0 ? undefined : (
            <p>
              {words.otherYears}:{' '}
              {one.years.map((year) => (
                <span key={year}>
                  <a href={`/exports?year=${year}`}>{year}</a>{' '}
                </span>
              ))}
            </p>
          )}
          {one.published === null ? undefined : <PublishedBody published={one.published} />}
          {one.opened === null ? undefined : <OpenBody opened={one.opened} skip={skip} reading={one.reading} />}
        </div>
      ))}
    </Page>
  )
}
