/** Of each programme the classes of components, where the next plant pays first. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { componentWordsOf } from './component-words.ts'
import { showComponents } from './show-components.ts'

export const handle = { see: 'see_components' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showComponents(context)
}

export default function ComponentsPage() {
  const { programmes } = useLoaderData<typeof loader>()
  const words = componentWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {programmes.length === 0 ? <EmptyState>{words.none}</EmptyState> : <CsvLink href="/components.csv" />}
      {programmes.map(({ programme, title, by, rule, year, classes }) => (
        <div key={programme}>
          <h2 id={programme}>{title}</h2>
          <p>
            {year === null ? undefined : `${words.year(year)}: `}
            {by}
          </p>
          {classes.length === 0 ? (
            <EmptyState>{words.nothing}</EmptyState>
          ) : (
            <DataTable
              titledBy={programme}
              rows={classes}
              columns={[
                { title: words.rank, isAmount: true, of: ({ rank }) => rank ?? words.unranked },
                {
                  title: words.class,
                  of: ({ href, label, pays }) => (
                    <>
                      <a href={href}>{label}</a> {pays ? <StateTag look="good">{words.pays}</StateTag> : undefined}
                    </>
                  ),
                },
                { title: words.used, isAmount: true, of: ({ used }) => used },
                { title: words.bought, isAmount: true, of: ({ bought }) => bought },
                { title: words.made, isAmount: true, of: ({ made }) => made },
                { title: words.unserved, isAmount: true, of: ({ unserved }) => unserved },
                {
                  title: words.least,
                  isAmount: true,
                  of: ({ least, evidence }) => (evidence === null ? least : `${least} (${evidence})`),
                },
                { title: words.plants, isAmount: true, of: ({ plants }) => plants },
                { title: words.imports, isAmount: true, of: ({ imports }) => imports },
              ]}
            />
          )}
          <p className="quiet">
            {rule} {words.method}
          </p>
        </div>
      ))}
    </Page>
  )
}
