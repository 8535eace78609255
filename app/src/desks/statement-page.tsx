/** The statement of one's own firm. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DataTable } from '../pages/data-table.tsx'
import { firmColumns } from '../pages/firm-column.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { type Owed, showStatement } from './show-statement.ts'
import { statementWordsOf } from './statement-words.ts'

export const handle = { see: 'see_own_statement' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showStatement(context)
}

export default function StatementPage() {
  const { entries, balances, debts, stripe } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = statementWordsOf(language)
  return (
    <Page title={words.title} rehearsal={stripe}>
      <h1>{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {entries.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <>
          <h2 id="balances">{words.balances}</h2>
          <DataTable
            titledBy="balances"
            rows={balances}
            columns={[
              ...firmColumns(balances, language),
              { title: words.account, of: ({ account }) => account },
              { title: words.programme, of: ({ programme }) => programme },
              {
                title: words.kind,
                of: ({ side, rehearsal }) => (
                  <>
                    {words.sides[side]}{' '}
                    {rehearsal ? <StateTag look="rehearsal">{words.rehearsal}</StateTag> : undefined}
                  </>
                ),
              },
              { title: words.amount, isAmount: true, of: ({ amount }) => <bdi>{amount}</bdi> },
            ]}
          />
          {debts.length === 0 ? undefined : (
            <>
              <h2 id="debts">{words.debts}</h2>
              <p className="prose">{words.debtsHint}</p>
              <DataTable
                titledBy="debts"
                rows={debts}
                columns={[
                  ...firmColumns(debts, language),
                  { title: words.account, of: ({ account }) => account },
                  {
                    title: words.programme,
                    of: ({ programme, year, rehearsal }) => (
                      <>
                        {programme} <bdi dir="ltr">{year}</bdi>{' '}
                        {rehearsal ? <StateTag look="rehearsal">{words.rehearsal}</StateTag> : undefined}
                      </>
                    ),
                  },
                  { title: words.amount, isAmount: true, of: ({ amount }) => <bdi>{amount}</bdi> },
                  {
                    title: words.quote,
                    isWhole: true,
                    of: ({ reference }) => (
                      <a href={`/determinations/${reference}`} dir="ltr">
                        {reference}
                      </a>
                    ),
                  },
                ]}
              />
            </>
          )}
          <h2 id="entries">{words.entries}</h2>
          <DataTable
            titledBy="entries"
            rows={entries}
            columns={[
              ...firmColumns(entries, language),
              { title: words.day, of: ({ booked_on }) => dayText(booked_on, language) },
              { title: words.account, of: ({ account }) => account },
              { title: words.programme, of: ({ programme }) => programme },
              {
                title: words.kind,
                of: ({ phase, is_reversal, rehearsal, bank_reference, payment }) => (
                  <>
                    {words.phases[phase]} <bdi className="quiet">{bank_reference}</bdi>{' '}
                    {payment === undefined ? undefined : (
                      <a href={`/statement/payments#${payment.entry_id}`} dir="ltr">
                        {payment.number}
                      </a>
                    )}{' '}
                    {is_reversal ? <StateTag look="quiet">{words.reversal}</StateTag> : undefined}{' '}
                    {rehearsal ? <StateTag look="rehearsal">{words.rehearsal}</StateTag> : undefined}
                  </>
                ),
              },
              { title: words.sides.due_to, isAmount: true, of: (one) => amountOn('due_to', one) },
              { title: words.sides.due_from, isAmount: true, of: (one) => amountOn('due_from', one) },
              {
                title: words.after,
                isAmount: true,
                of: ({ after }) => (
                  <>
                    <bdi>{after.amount}</bdi>
                    <br />
                    <span className="quiet">{words.sides[after.side]}</span>
                  </>
                ),
              },
              {
                title: words.why,
                of: ({ determination }) => (
                  <a href={`/determinations/${determination}`} dir="ltr">
                    {determination}
                  </a>
                ),
              },
            ]}
          />
          <p>
            <a href="/statement.csv">{words.asTable}</a>
          </p>
        </>
      )}
    </Page>
  )
}

function amountOn(column: Owed['side'], { side, amount }: Owed) {
  return side === column ? <bdi>{amount}</bdi> : '–'
}
