/** The notices that one may see. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { NoticeList } from './notice-list.tsx'
import { noticeWordsOf } from './notice-words.ts'
import { showNotices } from './show-notices.ts'

export const handle = { see: 'see_notices' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showNotices(context, request)
}

export default function NoticesPage() {
  const { notices, isOfFirms, after, next } = useLoaderData<typeof loader>()
  const words = noticeWordsOf(useShell().language)
  const said = isOfFirms ? words.ofFirms : words
  return (
    <Page title={words.title}>
      <h1 id="notices">{words.title}</h1>
      <p className="prose">{said.intro}</p>
      {notices.length === 0 ? (
        <EmptyState>{said.none}</EmptyState>
      ) : (
        <NoticeList titledBy="notices" notices={notices} />
      )}
      <Pagination path="/notices" after={after} next={next ?? undefined} />
      {notices.length === 0 ? undefined : <CsvLink href="/notices.csv" />}
    </Page>
  )
}
