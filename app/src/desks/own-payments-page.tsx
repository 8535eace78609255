/** What was paid to one's own firm: behind each payment of its statement. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { firmColumns } from '../pages/firm-column.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { showOwnPayments } from './show-statement.ts'
import { statementWordsOf } from './statement-words.ts'

export const handle = { see: 'see_own_statement' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showOwnPayments(context)
}

export default function OwnPaymentsPage() {
  const { payments, stripe } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = statementWordsOf(language)
  return (
    <Page title={words.payments.title} rehearsal={stripe}>
      <p>
        <a href="/statement">{words.title}</a>
      </p>
      <h1 id="payments">{words.payments.title}</h1>
      <p className="prose">{words.payments.intro}</p>
      {payments.length === 0 ? (
        <EmptyState>{words.payments.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="payments"
          rows={payments}
          columns={[
            {
              title: words.payments.number,
              isWhole: true,
              of: ({ number, entry_id }) => (
                <span id={entry_id} dir="ltr">
                  {number}
                </span>
              ),
            },
            ...firmColumns(payments, language),
            { title: words.day, isWhole: true, of: ({ booked_on }) => dayText(booked_on, language) },
            { title: words.account, of: ({ account }) => account },
            {
              title: words.programme,
              of: ({ programme, year }) => (
                <>
                  {programme} <bdi dir="ltr">{year}</bdi>
                </>
              ),
            },
            {
              title: words.kind,
              of: ({ kind, state, rehearsal }) => (
                <>
                  {words.phases[kind]}{' '}
                  <StateTag look={state === 'booked' ? 'good' : 'quiet'}>{words.payments.states[state]}</StateTag>{' '}
                  {rehearsal ? <StateTag look="rehearsal">{words.rehearsal}</StateTag> : undefined}
                </>
              ),
            },
            { title: words.amount, isAmount: true, of: ({ amount }) => <bdi>{amount}</bdi> },
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
      )}
    </Page>
  )
}
