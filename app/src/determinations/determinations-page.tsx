/** The determinations that one may see. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
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
  const { determinations, isOfFirms, after, next } = useLoaderData<typeof loader>()
  const words = determinationWordsOf(useShell().language)
  const said = isOfFirms ? words.ofFirms : words
  return (
    <Page title={words.title}>
      <h1 id="determinations">{words.title}</h1>
      <p className="prose">{said.intro}</p>
      <DeterminationList titledBy="determinations" determinations={determinations} none={said.none} />
      <Pagination path="/determinations" after={after} next={next ?? undefined} />
      {determinations.length === 0 ? undefined : <CsvLink href="/determinations.csv" />}
    </Page>
  )
}
