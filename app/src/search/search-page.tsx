/** What was found of that which one may see, grouped by what it is. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { EmptyState } from '../pages/empty-state.tsx'
import { ErrorSummary } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { FoundList } from './found-list.tsx'
import { searchWordsOf } from './search-words.ts'
import { type FoundShown, showFound } from './show-found.ts'

export const handle = { see: 'search' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showFound(context, request)
}

export default function SearchPage() {
  const { words: typed, isOfPeople, problem, groups } = useLoaderData<FoundShown>()
  const words = searchWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <ErrorSummary problem={problem} />
      <h1>{groups === undefined ? words.title : words.found(typed)}</h1>
      {groups === undefined ? (
        <p className="prose">{isOfPeople ? words.helpOfPeople : words.help}</p>
      ) : groups.length === 0 ? (
        <EmptyState>{words.none(typed)}</EmptyState>
      ) : (
        groups.map((group) => <FoundList key={group.kind} group={group} />)
      )}
    </Page>
  )
}
