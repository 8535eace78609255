/** The tables of exports: for the public what was published, for others what each line declares and customs attested. */
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { FactList } from '../pages/fact-list.tsx'
import { Pagination } from '../pages/pagination.tsx'
import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import type { ExportState } from './export.ts'
import { exportWordsOf } from './export-words.ts'
import type { showExports } from './show-exports.ts'

type Programme = Awaited<ReturnType<typeof showExports>>['programmes'][number]
type Opened = NonNullable<Programme['opened']>

export function PublishedBody({ published }: { readonly published: NonNullable<Programme['published']> }) {
  const words = exportWordsOf(useShell().language)
  return (
    <>
      <p>
        {words.byPublications(published.edition)} <a href={published.href}>{words.openEdition}</a>
      </p>
      <DataTable
        id="published-markets"
        caption={words.byMarket}
        rows={published.markets}
        columns={[
          { title: words.market, of: ({ market }) => market ?? words.all },
          { title: words.devices, isAmount: true, of: ({ devices }) => devices ?? words.withheld },
          { title: words.declared, isAmount: true, of: ({ value }) => value ?? words.withheld },
        ]}
      />
    </>
  )
}

const LOOKS: Readonly<Record<ExportState, Look>> = { agrees: 'good', differs: 'bad', unverified: 'open' }

interface OpenBodyProps {
  readonly opened: Opened
  readonly skip: number
  readonly reading: string | null
}

export function OpenBody({ opened, skip, reading }: OpenBodyProps) {
  const words = exportWordsOf(useShell().language)
  const { together, isWhole } = opened
  return (
    <>
      <p>{isWhole ? words.byReturns : words.byOwn}</p>
      <FactList
        className="identity"
        facts={[
          { name: words.declared, value: together.declared },
          { name: words.verified, value: together.verified },
          { name: words.unverified, value: together.unverified },
          { name: words.devices, value: together.devices },
          { name: words.made, value: opened.made },
          { name: words.shareExported, value: opened.share ?? words.none_of },
        ]}
      />
      <p className="quiet">{words.rule}</p>
      {opened.unknown === 0 ? undefined : <p>{words.unknown(opened.unknown)}</p>}
      {opened.lines.length === 0 ? (
        <EmptyState>{words.noLines}</EmptyState>
      ) : (
        <Sums opened={opened} reading={reading} />
      )}
      {opened.lines.length === 0 ? undefined : <Lines opened={opened} skip={skip} />}
      {opened.undeclaredCount === 0 ? undefined : (
        <>
          <h2 id="undeclared">
            {words.undeclared} ({opened.undeclaredCount})
          </h2>
          <p>{words.undeclaredLead}</p>
          <EvidenceTable titledBy="undeclared" items={opened.undeclared} />
        </>
      )}
    </>
  )
}

type Sum = Opened['together']

function useSumColumns() {
  const words = exportWordsOf(useShell().language)
  return [
    { title: words.devices, isAmount: true, of: ({ devices }: Sum) => devices },
    { title: words.declared, isAmount: true, of: ({ declared }: Sum) => declared },
    { title: words.verified, isAmount: true, of: ({ verified }: Sum) => verified },
    { title: words.unverified, isAmount: true, of: ({ unverified }: Sum) => unverified },
  ]
}

function Sums({ opened, reading }: Pick<OpenBodyProps, 'opened' | 'reading'>) {
  const words = exportWordsOf(useShell().language)
  const columns = useSumColumns()
  return (
    <>
      <h2 id="by-market">{words.byMarket}</h2>
      <DataTable
        titledBy="by-market"
        rows={opened.markets}
        columns={[{ title: words.market, of: ({ name }) => <bdi>{name}</bdi> }, ...columns]}
      />
      <h2 id="by-model">{words.byModel}</h2>
      <DataTable
        titledBy="by-model"
        rows={opened.models}
        columns={[
          { title: words.model, of: ({ name }) => <bdi>{name}</bdi> },
          { title: words.made, isAmount: true, of: ({ made }) => made },
          { title: words.shareExported, isAmount: true, of: ({ share }) => share ?? words.none_of },
          ...columns,
        ]}
      />
      {opened.isWhole ? (
        <>
          <h2 id="by-firm">{words.byFirm}</h2>
          <DataTable
            titledBy="by-firm"
            rows={opened.firms}
            columns={[
              { title: words.firm, of: ({ name }) => <bdi>{name}</bdi> },
              ...columns,
              { title: words.share, isAmount: true, of: ({ share }) => share },
            ]}
          />
          <p className="quiet">
            {words.share}: {words.shareWhole}. {reading === null ? undefined : `${words.shareRule}: ${reading}`}
          </p>
        </>
      ) : undefined}
    </>
  )
}

function Lines({ opened, skip }: Pick<OpenBodyProps, 'opened' | 'skip'>) {
  const words = exportWordsOf(useShell().language)
  return (
    <>
      <h2 id="lines">{words.lines}</h2>
      <DataTable
        titledBy="lines"
        rows={opened.lines}
        columns={[
          ...(opened.isWhole
            ? [{ title: words.firm, of: ({ firm }: Opened['lines'][number]) => <bdi>{firm}</bdi> }]
            : []),
          { title: words.declaration, of: ({ href, declaration }) => <a href={href}>{declaration}</a> },
          { title: words.model, of: ({ model }) => <bdi>{model}</bdi> },
          { title: words.market, of: ({ market }) => market },
          { title: words.state, of: ({ state }) => <StateTag look={LOOKS[state]}>{words.states[state]}</StateTag> },
          { title: words.devices, isAmount: true, of: ({ devices }) => devices },
          { title: words.declared, isAmount: true, of: ({ declared }) => declared },
          { title: words.verified, isAmount: true, of: ({ verified }) => verified },
          { title: words.unverified, isAmount: true, of: ({ unverified }) => unverified },
          { title: words.difference, isAmount: true, of: ({ difference }) => difference ?? words.none_of },
        ]}
      />
      <Pagination path={opened.path} after={skip === 0 ? undefined : String(skip)} next={opened.next ?? undefined} />
    </>
  )
}

interface EvidenceTableProps {
  readonly titledBy: string
  readonly items: Opened['undeclared']
}

export function EvidenceTable({ titledBy, items }: EvidenceTableProps) {
  const words = exportWordsOf(useShell().language)
  return (
    <DataTable
      titledBy={titledBy}
      rows={items}
      columns={[
        { title: words.exporter, of: ({ exporter }) => <bdi>{exporter}</bdi> },
        { title: words.declaration, of: ({ declaration }) => <bdi>{declaration}</bdi> },
        { title: words.model, of: ({ model }) => <bdi>{model}</bdi> },
        { title: words.market, of: ({ market }) => market },
        { title: words.devices, isAmount: true, of: ({ devices }) => devices },
        { title: words.fob, isAmount: true, of: ({ fob }) => fob },
        { title: words.exportedOn, isWhole: true, of: ({ exported_on }) => exported_on },
        { title: words.attestedOn, isWhole: true, of: ({ attested_on }) => attested_on },
      ]}
    />
  )
}
