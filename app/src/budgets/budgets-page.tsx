/** The budgets of all programmes and years. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { NextStep } from '../pages/next-step.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { BudgetTags } from './budget-tags.tsx'
import { budgetWordsOf } from './budget-words.ts'
import { type BudgetListed, showBudgets, type Sum } from './show-budgets.ts'

export const handle = { see: 'see_budgets' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showBudgets(context)
}

const SUMS: readonly Sum[] = ['appropriated', 'reserved', 'committed', 'paid', 'waits']

export default function BudgetsPage() {
  const { budgets, mayPropose } = useLoaderData<typeof loader>()
  const words = budgetWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <h1 id="budgets">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {mayPropose ? <NextStep href="/budgets/propose">{words.propose}</NextStep> : undefined}
      {budgets.length === 0 ? <EmptyState>{words.none}</EmptyState> : <Budgets budgets={budgets} />}
      {budgets.length === 0 ? undefined : <CsvLink href="/budgets.csv" />}
    </Page>
  )
}

function Budgets({ budgets }: { readonly budgets: readonly BudgetListed[] }) {
  const words = budgetWordsOf(useShell().language)
  return (
    <DataTable
      titledBy="budgets"
      rows={budgets}
      columns={[
        {
          title: words.number,
          isWhole: true,
          of: ({ number }) => (
            <a href={`/budgets/${number}`} dir="ltr">
              {number}
            </a>
          ),
        },
        {
          title: words.programme,
          of: (one) => (
            <>
              {one.programme} <BudgetTags budget={one} />{' '}
              {one.rehearsal ? <StateTag look="rehearsal">{words.rehearsal}</StateTag> : undefined}
            </>
          ),
        },
        { title: words.year, isWhole: true, of: ({ year }) => <bdi dir="ltr">{year}</bdi> },
        ...SUMS.map((sum) => ({
          title: words.sums[sum],
          isAmount: true,
          of: ({ sums }: BudgetListed) => <bdi>{sums[sum]}</bdi>,
        })),
      ]}
    />
  )
}
