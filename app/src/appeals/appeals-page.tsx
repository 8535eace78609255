/** The appeals that one may see. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { firmColumns } from '../pages/firm-column.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { AppealTag } from './appeal-tag.tsx'
import { appealWordsOf } from './appeal-words.ts'
import { showAppeals } from './show-appeals.ts'

export const handle = { see: 'see_appeals' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showAppeals(context, request)
}

export default function AppealsPage() {
  const { appeals, isOfFirms, after, next } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = appealWordsOf(language)
  const said = isOfFirms ? words.ofFirms : words
  return (
    <Page title={words.title}>
      <h1 id="appeals">{words.title}</h1>
      <p className="prose">{said.intro}</p>
      {appeals.length === 0 ? (
        <EmptyState>{said.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="appeals"
          rows={appeals}
          columns={[
            { title: words.number, of: ({ id, number }) => <a href={`/appeals/${id}`}>{words.appeal(number)}</a> },
            ...firmColumns(appeals, language),
            {
              title: words.against,
              of: ({ against }) => (
                <a href={`/determinations/${against}`} dir="ltr">
                  {against}
                </a>
              ),
            },
            {
              title: words.filed,
              of: ({ filed_on }) => (filed_on === null ? words.states.prepared : dayText(filed_on, language)),
            },
            { title: words.state, of: ({ status, outcome }) => <AppealTag status={status} outcome={outcome} /> },
          ]}
        />
      )}
      <Pagination path="/appeals" after={after} next={next ?? undefined} />
      {appeals.length === 0 ? undefined : <CsvLink href="/appeals.csv" />}
    </Page>
  )
}
