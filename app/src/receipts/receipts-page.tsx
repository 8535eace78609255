/** The statements of the bank, and above them the lines that wait for a person. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { NextStep } from '../pages/next-step.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { Lines, StatementTag } from './receipt-parts.tsx'
import { receiptWordsOf } from './receipt-words.ts'
import { showStatements } from './show-receipts.ts'

export const handle = { see: 'see_receipts' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showStatements(context, request)
}

export default function ReceiptsPage() {
  const { statements, waiting, mayImport, after, next } = useLoaderData<typeof loader>()
  const words = receiptWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <h1>{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {mayImport ? <NextStep href="/receipts/import">{words.importTitle}</NextStep> : undefined}
      {waiting === undefined ? undefined : (
        <>
          <h2 id="waiting">{words.waitingTitle}</h2>
          {waiting.length === 0 ? (
            <EmptyState>{words.nothingWaits}</EmptyState>
          ) : (
            <Lines titledBy="waiting" lines={waiting} title={words.state} />
          )}
        </>
      )}
      <h2 id="statements">{words.statements}</h2>
      {statements.length === 0 ? <EmptyState>{words.noStatements}</EmptyState> : <Statements rows={statements} />}
      <Pagination path="/receipts" after={after} next={next ?? undefined} />
      {statements.length === 0 ? undefined : <CsvLink href="/receipts.csv" />}
    </Page>
  )
}

function Statements({ rows }: { readonly rows: Awaited<ReturnType<typeof showStatements>>['statements'] }) {
  const { language } = useShell()
  const words = receiptWordsOf(language)
  return (
    <DataTable
      titledBy="statements"
      rows={rows}
      columns={[
        {
          title: words.number,
          isWhole: true,
          of: ({ number }) => (
            <a href={`/receipts/statements/${number}`} dir="ltr">
              {number}
            </a>
          ),
        },
        {
          title: words.file_name,
          of: ({ name, rehearsal }) => (
            <>
              <bdi className="written">{name}</bdi>{' '}
              {rehearsal ? <StateTag look="rehearsal">{words.rehearsal}</StateTag> : undefined}
            </>
          ),
        },
        { title: words.lines, isAmount: true, of: ({ lines, known }) => words.lineCount(lines, known) },
        {
          title: words.amount,
          isAmount: true,
          of: ({ sums }) => sums.map((sum) => <bdi key={sum}>{sum} </bdi>),
        },
        { title: words.state, of: ({ state }) => <StatementTag state={state} /> },
        { title: words.importedOn, isWhole: true, of: ({ imported }) => dayText(imported, language) },
      ]}
    />
  )
}
