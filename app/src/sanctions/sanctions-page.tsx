/** The sanctions that stand and that one may see. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { firmColumns } from '../pages/firm-column.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import type { MeasureState } from './sanction.ts'
import { sanctionWordsOf } from './sanction-words.ts'
import { type MeasureListed, showSanctions } from './show-sanctions.ts'

export const handle = { see: 'see_sanctions' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showSanctions(context, request)
}

const LOOKS: Readonly<Record<MeasureState, Look>> = {
  in_effect: 'bad',
  pending: 'open',
  stayed: 'quiet',
  recommended: 'open',
}

export default function SanctionsPage() {
  const { measures, isOfFirms, after, next } = useLoaderData<typeof loader>()
  const words = sanctionWordsOf(useShell().language)
  const said = isOfFirms ? words.ofFirms : words
  return (
    <Page title={words.title}>
      <h1 id="sanctions">{words.title}</h1>
      <p className="prose">{said.intro}</p>
      {measures.length === 0 ? <EmptyState>{said.none}</EmptyState> : <Measures measures={measures} />}
      <Pagination path="/sanctions" after={after} next={next ?? undefined} />
      {measures.length === 0 ? undefined : <CsvLink href="/sanctions.csv" />}
    </Page>
  )
}

function Measures({ measures }: { readonly measures: readonly MeasureListed[] }) {
  const { language } = useShell()
  const words = sanctionWordsOf(language)
  return (
    <DataTable
      titledBy="sanctions"
      rows={measures}
      columns={[
        {
          title: words.what,
          of: ({ label, amount, rehearsal }) => (
            <>
              <b>{label}</b> {amount === null ? undefined : <bdi className="sum">{amount}</bdi>}{' '}
              {rehearsal ? <StateTag look="quiet">{words.rehearsal}</StateTag> : undefined}
            </>
          ),
        },
        ...firmColumns(measures, language),
        { title: words.since, isWhole: true, of: ({ since }) => dayText(since, language) },
        { title: words.until, of: ({ lasts, state }) => (state === 'recommended' ? undefined : words.lasts[lasts]) },
        { title: words.state, of: ({ state }) => <StateTag look={LOOKS[state]}>{words.states[state]}</StateTag> },
        {
          title: words.by,
          isWhole: true,
          of: ({ number }) => (
            <a href={`/determinations/${number}`} dir="ltr">
              {number}
            </a>
          ),
        },
      ]}
    />
  )
}
