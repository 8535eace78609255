/** One edition: every table with what is withheld and why, what it revised, and how it is cited. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { momentOf } from '../pages/when.ts'
import { publicationWordsOf } from './publication-words.ts'
import { showEdition } from './show-editions.ts'

export const handle = { see: 'see_publications' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showEdition(context, params)
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

export default function EditionPage() {
  const shown = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = publicationWordsOf(language)
  const { address, title, year, edition, latest, revisions } = shown
  const named = words.nameOf(title, year, edition)
  return (
    <Page title={named} rehearsal={shown.rehearsal ? words.rehearsal : undefined}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={named}
        within={{ href: '/publications', title: words.title }}
        facts={[
          { name: words.published, value: momentOf(shown.published_at, language).when },
          { name: words.source, value: shown.authority },
        ]}
      />
      {edition === latest ? undefined : (
        <p className="prose">
          <a href={`/publications/${address.split('/')[2]}/${year}/${latest}`}>{words.newer(latest)}</a>
        </p>
      )}
      <p className="prose">
        {shown.counts} {shown.rule}
      </p>
      <h2>{words.files}</h2>
      <ul>
        <li>
          <a href={`${address}/data.csv`}>{words.data}</a>
        </li>
        <li>
          <a href={`${address}/sdmx.csv`}>{words.sdmx}</a>
        </li>
        <li>
          <a href={`${address}/dictionary.csv`}>{words.dictionary}</a>
        </li>
      </ul>
      {shown.series.map((series) => (
        <Series key={series.series} series={series} address={address} />
      ))}
      {edition === 1 ? undefined : <h2 id="revisions">{words.revisions}</h2>}
      {revisions.length === 0 ? (
        edition === 1 ? undefined : (
          <p>{words.noRevisions}</p>
        )
      ) : (
        <>
          <p>{words.revisionsLead}</p>
          <DataTable
            titledBy="revisions"
            rows={revisions}
            columns={[
              { title: words.series, of: (one) => one.series },
              { title: words.place, of: (one) => <bdi>{one.place}</bdi> },
              { title: words.before, isAmount: true, of: (one) => one.before },
              { title: words.after, isAmount: true, of: (one) => one.after },
            ]}
          />
        </>
      )}
      <h2>{words.cite}</h2>
      <p className="prose">
        <bdi>{shown.authority}</bdi>, <bdi>{named}</bdi>, {momentOf(shown.published_at, language).when},{' '}
        <bdi dir="ltr">{shown.cited}</bdi> (<bdi dir="ltr">{shown.hash}</bdi>)
      </p>
    </Page>
  )
}

function Series({ series, address }: { readonly series: Shown['series'][number]; readonly address: string }) {
  const { language } = useShell()
  const words = publicationWordsOf(language)
  return (
    <>
      <h2 id={series.series}>{series.label}</h2>
      <p>
        {words.unitOf(series.unit)}
        {series.month === null ? '' : `, ${words.endOf(series.month)}`}.{' '}
        <a href={`${address}/chart-${series.series}.svg`}>{words.chart}</a>
      </p>
      {series.unknown === null ? undefined : <p className="quiet">{series.unknown}</p>}
      {series.tables.map(({ down, columns, rows }, nth) => (
        <DataTable
          key={nth}
          titledBy={series.series}
          rows={rows}
          columns={[
            { title: down, isWhole: true, of: ({ label }) => <bdi>{label}</bdi> },
            ...columns.map((title, column) => ({
              title,
              isAmount: true,
              of: ({ cells }: (typeof rows)[number]) => <Cell cell={cells[column]} />,
            })),
          ]}
        />
      ))}
    </>
  )
}

function Cell({
  cell,
}: {
  readonly cell: Shown['series'][number]['tables'][number]['rows'][number]['cells'][number] | undefined
}) {
  const words = publicationWordsOf(useShell().language)
  if (cell === undefined) return undefined
  if (cell.why === null) return cell.value
  return (
    <>
      {words.withheld} <span className="quiet">({words.why[cell.why]})</span>
    </>
  )
}
