/** Candidates for investment: what has lapsed first, and what was promised and seen altogether. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { commitmentWordsOf } from './commitment-words.ts'
import { TotalTable } from './promise-table.tsx'
import { showCandidates } from './show-commitments.ts'

export const handle = { see: 'see_candidates' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showCandidates(context)
}

export default function CandidatesPage() {
  const { items, lapsed, totals, mayEnter } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = commitmentWordsOf(language)
  return (
    <Page title={words.title}>
      <h1 id="candidates">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {lapsed === 0 ? undefined : <p className="lead">{words.lapsedCount(lapsed)}</p>}
      <ul className="links">
        {mayEnter ? (
          <li>
            <a href="/investments/new">{words.enter}</a>
          </li>
        ) : undefined}
        <li>
          <a href="/promises">{words.promises.title}</a>
        </li>
      </ul>
      {items.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="candidates"
          rows={items}
          columns={[
            {
              title: words.name,
              of: ({ number, name, kind, country }) => (
                <>
                  <a href={`/investments/${number}`}>
                    <bdi>{name}</bdi>
                  </a>
                  <br />
                  <span className="quiet">
                    {words.kinds[kind]}
                    {words.comma}
                    {country}
                  </span>
                </>
              ),
            },
            {
              title: words.classes,
              of: ({ component_classes: classes }) =>
                classes.length === 0 ? words.noClasses : classes.map((one) => words.classNames[one]).join(words.comma),
            },
            {
              title: words.stage,
              of: ({ stage, since }) => (
                <>
                  {words.stages[stage]}
                  <br />
                  <span className="quiet">{dayText(since, language)}</span>
                </>
              ),
            },
            { title: words.owner, of: ({ owner }) => (owner === undefined ? words.nobody : <bdi>{owner}</bdi>) },
            {
              title: words.next,
              of: ({ next_step, next_on, lapsed: isLapsed }) =>
                next_step === null ? (
                  words.nothingNext
                ) : (
                  <>
                    <bdi>{next_step}</bdi>
                    <br />
                    {next_on === null ? undefined : dayText(next_on, language)}{' '}
                    {isLapsed ? <StateTag look="bad">{words.lapsed}</StateTag> : undefined}
                  </>
                ),
            },
          ]}
        />
      )}
      {items.length === 0 ? undefined : <CsvLink href="/investments.csv" />}
      <TotalTable totals={totals} />
    </Page>
  )
}
