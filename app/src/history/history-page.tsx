/** What was done to a firm, a return, a determination, an order to pay or another thing: by whom and when. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Said } from '../pages/said.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { Timeline } from '../pages/timeline.tsx'
import { historyWordsOf } from './history-words.ts'
import { showHistory } from './show-history.ts'

export const handle = { see: 'see_history' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showHistory(context, params, request)
}

export default function HistoryPage() {
  const { thing, id, acts, after, next } = useLoaderData<typeof loader>()
  const words = historyWordsOf(useShell().language)
  return (
    <Page title={words.titles[thing]}>
      <p className="within">
        <a href={`/${thing}/${id}`}>{words.back}</a>
      </p>
      <h1>{words.titles[thing]}</h1>
      <p className="prose">{words.intro}</p>
      {acts.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <Timeline
          entries={acts.map(({ when, day, what, about, who, said }) => ({
            when,
            day,
            what: [
              <b key="what">
                {what}
                {about === undefined ? undefined : (
                  <>
                    {words.comma}
                    <bdi className="whole">{about}</bdi>
                  </>
                )}
              </b>,
              <span className="quiet" key="who">
                {words.by(who)}
              </span>,
              ...(said === null ? [] : [<Said key="said" by={words.said} text={said} />]),
            ],
          }))}
        />
      )}
      <Pagination path={`/history/${thing}/${id}`} after={after} next={next ?? undefined} />
    </Page>
  )
}
