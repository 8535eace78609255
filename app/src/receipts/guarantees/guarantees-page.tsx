/** The guarantees that firms lodged; a firm sees its own. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../../pages/csv-link.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { firmColumns } from '../../pages/firm-column.tsx'
import { NextStep } from '../../pages/next-step.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Pagination } from '../../pages/pagination.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { StateTag } from '../../pages/state-tag.tsx'
import { GuaranteeTag } from './guarantee-tag.tsx'
import { guaranteeWordsOf } from './guarantee-words.ts'
import { showGuarantees } from './show-guarantees.ts'

export const handle = { see: 'see_guarantees' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showGuarantees(context, request)
}

type Shown = Awaited<ReturnType<typeof showGuarantees>>

export default function GuaranteesPage() {
  const { guarantees, mayRecord, after, next } = useLoaderData<typeof loader>()
  const words = guaranteeWordsOf(useShell().language)
  const isOfFirm = guarantees.length > 0 && guarantees.every(({ firm }) => firm === undefined)
  return (
    <Page title={words.title}>
      <h1 id="guarantees">{words.title}</h1>
      <p className="prose">{isOfFirm ? words.introFirm : words.intro}</p>
      {mayRecord ? <NextStep href="/guarantees/record">{words.record}</NextStep> : undefined}
      {guarantees.length === 0 ? <EmptyState>{words.none}</EmptyState> : <Guarantees rows={guarantees} />}
      <Pagination path="/guarantees" after={after} next={next ?? undefined} />
      {guarantees.length === 0 ? undefined : <CsvLink href="/guarantees.csv" />}
    </Page>
  )
}

function Guarantees({ rows }: { readonly rows: Shown['guarantees'] }) {
  const { language } = useShell()
  const words = guaranteeWordsOf(language)
  return (
    <DataTable
      titledBy="guarantees"
      rows={rows}
      columns={[
        {
          title: words.number,
          isWhole: true,
          of: ({ number }) => (
            <a href={`/guarantees/${number}`} dir="ltr">
              {number}
            </a>
          ),
        },
        ...firmColumns(rows, language),
        {
          title: words.secures,
          of: ({ programme, licence, rehearsal }) => (
            <>
              {licence === null ? programme : words.securesLicence(programme, licence)}{' '}
              {rehearsal ? <StateTag look="rehearsal">{words.rehearsal}</StateTag> : undefined}
            </>
          ),
        },
        { title: words.issuer, of: ({ issuer }) => <bdi className="written">{issuer}</bdi> },
        { title: words.amount, isAmount: true, of: ({ amount }) => <bdi>{amount}</bdi> },
        { title: words.due, isAmount: true, of: ({ due }) => (due === undefined ? '–' : <bdi>{due}</bdi>) },
        { title: words.expiresOn, isWhole: true, of: ({ expires }) => expires },
        { title: words.state, of: ({ state }) => <GuaranteeTag state={state} /> },
      ]}
    />
  )
}
