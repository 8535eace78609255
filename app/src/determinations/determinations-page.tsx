/** The determinations that one may see. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { DeterminationList } from './determination-list.tsx'
import { determinationWordsOf } from './determination-words.ts'
import { showDeterminations } from './show-determinations.ts'

export const handle = { see: 'see_determinations' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showDeterminations(context, request)
}

export default function DeterminationsPage() {
  const { determinations, after, next } = useLoaderData<typeof loader>()
  const words = determinationWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <h1 id="determinations">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      <DeterminationList titledBy="determinations" determinations={determinations} />
      <Pagination path="/determinations" after={after} next={next ?? undefined} />
    </Page>
  )
}
