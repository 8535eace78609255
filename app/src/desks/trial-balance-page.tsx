/** The accounts of all programmes with both their sides, and the way to every posting for the treasury. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { showTrialBalance } from './show-trial-balance.ts'
import { trialWordsOf } from './trial-words.ts'

export const handle = { see: 'see_trial_balance' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showTrialBalance(context)
}

export default function TrialBalancePage() {
  const { accounts, programmes } = useLoaderData<typeof loader>()
  const words = trialWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <h1 id="accounts">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {accounts.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <>
          <DataTable
            titledBy="accounts"
            rows={accounts}
            columns={[
              {
                title: words.programme,
                of: ({ programme, rehearsal }) => (
                  <>
                    {programme} {rehearsal ? <StateTag look="rehearsal">{words.rehearsal}</StateTag> : undefined}
                  </>
                ),
              },
              { title: words.year, isWhole: true, of: ({ year }) => <bdi dir="ltr">{year}</bdi> },
              {
                title: words.account,
                of: ({ kind, finding }) =>
                  finding === undefined ? words.kinds[kind] : `${words.kinds[kind]}: ${finding}`,
              },
              { title: words.of, of: ({ of }) => words.whose[of] },
              { title: words.debit, isAmount: true, of: ({ debit }) => <bdi>{debit}</bdi> },
              { title: words.credit, isAmount: true, of: ({ credit }) => <bdi>{credit}</bdi> },
            ]}
          />
          <CsvLink href="/trial-balance.csv" />
          <h2>{words.treasury}</h2>
          <p className="prose">{words.treasuryHint}</p>
          <ul className="links">
            {programmes.map(({ name, title }) => (
              <li key={name}>
                <a href={`/api/ledger.csv?programme=${name}`}>{words.export(title)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
