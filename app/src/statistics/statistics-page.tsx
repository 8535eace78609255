/** What is published about the industry: charts, contradictions, and every figure with its source. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { BarChart } from '../pages/bar-chart.tsx'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { FactList } from '../pages/fact-list.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { statisticsShelf } from './statistics-shelf.ts'
import { STATUSES, type Status } from './statistic.ts'
import { statisticWordsOf } from './statistic-words.ts'
import { chartOf, contradictionViews, type FigureView, groupViews } from './statistics-view.ts'

export const handle = { see: 'see_statistics' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const { language } = context.get(pageCall)
  const all = await context.get(statisticsShelf)()
  return {
    groups: groupViews(all, language).map((one) => ({ ...one, chart: chartOf(all, one.group, language) })),
    contradictions: contradictionViews(all, language),
  }
}

export default function StatisticsPage() {
  const { groups, contradictions } = useLoaderData<typeof loader>()
  const words = statisticWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>
        <a href="#contradictions">{words.contradictionsLead(contradictions.length)}</a>
      </p>
      {groups.map(({ group, title, figures, chart }) => (
        <div key={group}>
          <h2 id={group}>{title}</h2>
          {chart === undefined ? undefined : (
            <BarChart
              title={chart.title}
              view={chart.bars}
              note={group === 'brands' ? words.brandsNote : words.chartNote}
            />
          )}
          <details className="folded" open={chart === undefined}>
            <summary>{words.figures(figures.length)}</summary>
            <Figures titledBy={group} figures={figures} />
          </details>
        </div>
      ))}
      <h2 id="contradictions">{words.contradictions}</h2>
      <p className="prose">{words.contradictionsNote}</p>
      {contradictions.map(({ what, figures }, index) => (
        <div key={index}>
          <h3 id={`contradiction-${index}`}>
            {index + 1}. <bdi>{figures[0]?.series}</bdi> ({figures[0]?.period}): {what}
          </h3>
          <Figures titledBy={`contradiction-${index}`} figures={figures} />
        </div>
      ))}
      <h2>{words.statusesTitle}</h2>
      <FactList
        className="facts"
        facts={STATUSES.map((one) => ({ name: words.statuses[one], value: words.meanings[one] }))}
      />
      <CsvLink href="/statistics/table.csv" />
    </Page>
  )
}

const LOOKS: Readonly<Record<Status, Look>> = { official: 'good', reported: 'quiet', estimated: 'open' }

function Figures({ titledBy, figures }: { readonly titledBy: string; readonly figures: readonly FigureView[] }) {
  const words = statisticWordsOf(useShell().language)
  return (
    <div className="compared">
      <DataTable
        titledBy={titledBy}
        rows={figures}
        columns={[
          { title: words.series, of: ({ series }) => series },
          { title: words.period, of: ({ period }) => period },
          {
            title: words.value,
            isAmount: true,
            of: ({ value, source }) => (
              <a href={source} rel="noreferrer">
                {value}
              </a>
            ),
          },
          {
            title: words.status,
            of: ({ status, status_text }) => <StateTag look={LOOKS[status]}>{status_text}</StateTag>,
          },
          { title: words.saidBy, of: ({ said_by }) => said_by },
          {
            title: words.source,
            of: ({ host, published }) => (
              <>
                <bdi dir="ltr">{host}</bdi>
                {published === '' ? undefined : ` (${published})`}
              </>
            ),
          },
          { title: words.note, of: ({ note }) => note },
        ]}
      />
    </div>
  )
}
