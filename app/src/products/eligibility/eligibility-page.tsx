/** To which markets the certificates of a model are enough. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { Button, Field } from '../../pages/form.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { StateTag } from '../../pages/state-tag.tsx'
import { eligibilityWordsOf } from './eligibility-words.ts'
import { showEligibility } from './show-eligibility.ts'

export const handle = { see: 'see_export_eligibility' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showEligibility(context, params['id'] ?? '', request)
}

type Market = Awaited<ReturnType<typeof showEligibility>>['laws'][number]['markets'][number]

export default function EligibilityPage() {
  const { id, name, on, wrong, laws } = useLoaderData<typeof loader>()
  const words = eligibilityWordsOf(useShell().language)
  return (
    <Page title={`${words.title}: ${name}`}>
      <p className="within">
        <a href={`/models/${id}`}>
          <bdi>{name}</bdi>
        </a>
      </p>
      <h1>{words.of(name)}</h1>
      <p className="prose">{words.lead}</p>
      {wrong === undefined ? undefined : <p role="alert">{words.noDay(wrong)}</p>}
      <form method="get" className="form">
        <Field name="on" type="date" label={words.day} defaultValue={on} required problem={undefined} />
        <Button variant="secondary">{words.look}</Button>
      </form>
      {laws.length === 0 ? <EmptyState>{words.none}</EmptyState> : undefined}
      {laws.map(({ programme, title, label, is_rehearsal, markets }) => (
        <div key={programme}>
          <p>
            {title}: {label}
          </p>
          {is_rehearsal ? <p>{words.rehearsal}</p> : undefined}
          {markets.map((market) => (
            <MarketPart key={market.market} market={market} />
          ))}
        </div>
      ))}
      <p>
        <a href="/schemes">{words.schemes}</a>
      </p>
    </Page>
  )
}

function MarketPart({ market: { market, name, sentence, needs } }: { readonly market: Market }) {
  const words = eligibilityWordsOf(useShell().language)
  return (
    <>
      <h2 id={market}>{name}</h2>
      <p className="lead">{sentence}</p>
      {needs.length === 0 ? undefined : (
        <DataTable
          titledBy={market}
          rows={needs}
          columns={[
            { title: words.scheme, of: (need) => need.name },
            {
              title: words.state,
              of: ({ isGood, state }) => <StateTag look={isGood ? 'good' : 'bad'}>{state}</StateTag>,
            },
            {
              title: words.number,
              isWhole: true,
              of: ({ certificate }) =>
                certificate === null ? (
                  '–'
                ) : (
                  <a href={`/certificates/${certificate}`} dir="ltr">
                    {certificate}
                  </a>
                ),
            },
            { title: words.until, isWhole: true, of: ({ until }) => until ?? '–' },
          ]}
        />
      )}
    </>
  )
}
