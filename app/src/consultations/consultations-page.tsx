/** Consultations, for anybody. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { consultationWordsOf } from './consultation-words.ts'
import { showConsultations } from './show-consultations.ts'

export const handle = { see: 'see_consultations' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showConsultations(context, request)
}

export default function ConsultationsPage() {
  const { items, after, next, mayPublish } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = consultationWordsOf(language)
  return (
    <Page title={words.title}>
      <h1 id="consultations">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {mayPublish ? (
        <p>
          <a href="/consultations/new">{words.publish}</a>
        </p>
      ) : undefined}
      {items.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="consultations"
          rows={items}
          columns={[
            {
              title: words.draft,
              of: ({ number, title }) => (
                <a href={`/consultations/${number}`}>
                  <bdi>{title}</bdi>
                </a>
              ),
            },
            { title: words.closes, isWhole: true, of: ({ closes_on }) => dayText(closes_on, language) },
            {
              title: words.state,
              of: ({ isOpen }) => (
                <StateTag look={isOpen ? 'open' : 'quiet'}>{isOpen ? words.open : words.closed}</StateTag>
              ),
            },
          ]}
        />
      )}
      <Pagination path="/consultations" after={after} next={next ?? undefined} />
    </Page>
  )
}
