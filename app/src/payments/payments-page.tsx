/** The orders to pay firms and to recover from them. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { firmColumns, FirmLink } from '../pages/firm-column.tsx'
import { NextStep } from '../pages/next-step.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { PaymentTag } from './payment-tag.tsx'
import { paymentWordsOf } from './payment-words.ts'
import { type PaymentListed, showPayments } from './show-payments.ts'

export const handle = { see: 'see_payments' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showPayments(context, request)
}

export default function PaymentsPage() {
  const { payments, firm, mayPrepare, mayReconcile, after, next } = useLoaderData<typeof loader>()
  const words = paymentWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <Confirmation sentences={words.done} />
      <h1 id="payments">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {firm === undefined ? undefined : (
        <p className="lead">
          {words.ofFirm} <FirmLink firm={firm} />. <a href="/payments">{words.ofAll}</a>
        </p>
      )}
      {mayPrepare ? <NextStep href="/payments/prepare">{words.prepare}</NextStep> : undefined}
      {mayReconcile ? <NextStep href="/payments/reconcile">{words.reconcile}</NextStep> : undefined}
      {payments.length === 0 ? <EmptyState>{words.none}</EmptyState> : <Payments payments={payments} />}
      <Pagination path="/payments" after={after} next={next ?? undefined} />
      {payments.length === 0 ? undefined : <CsvLink href="/payments.csv" />}
    </Page>
  )
}

function Payments({ payments }: { readonly payments: readonly PaymentListed[] }) {
  const { language } = useShell()
  const words = paymentWordsOf(language)
  return (
    <DataTable
      titledBy="payments"
      rows={payments}
      columns={[
        {
          title: words.number,
          isWhole: true,
          of: ({ number }) => (
            <a href={`/payments/${number}`} dir="ltr">
              {number}
            </a>
          ),
        },
        { title: words.kind, of: ({ kind }) => words.kinds[kind] },
        ...firmColumns(payments, language),
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
          title: words.interest,
          isAmount: true,
          of: ({ kind, interest }) => (kind === 'payment' ? '–' : <bdi>{interest}</bdi>),
        },
        { title: words.state, of: ({ state }) => <PaymentTag state={state} /> },
        { title: words.preparedOn, isWhole: true, of: ({ prepared }) => dayText(prepared, language) },
      ]}
    />
  )
}
