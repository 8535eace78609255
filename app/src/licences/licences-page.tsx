/** The licences that one may see. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { LicenceList } from './licence-list.tsx'
import { licenceWordsOf } from './licence-words.ts'
import { showLicences } from './show-licences.ts'

export const handle = { see: 'see_licences' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showLicences(context, request)
}

export default function LicencesPage() {
  const { licences, isOfFirms, after, next } = useLoaderData<typeof loader>()
  const words = licenceWordsOf(useShell().language)
  const said = isOfFirms ? words.ofFirms : words
  return (
    <Page title={words.title}>
      <h1 id="licences">{words.title}</h1>
      <p className="prose">{said.intro}</p>
      <LicenceList titledBy="licences" licences={licences} none={said.none} />
      <Pagination path="/licences" after={after} next={next ?? undefined} />
      {licences.length === 0 ? undefined : <CsvLink href="/licences.csv" />}
    </Page>
  )
}
