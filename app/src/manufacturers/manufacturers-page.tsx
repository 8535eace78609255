/** The register of manufacturers. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { cursorAsked, pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText, momentOf } from '../pages/when.ts'
import { FirmLink } from '../pages/firm-column.tsx'
import { ManufacturerTag } from './manufacturer-tag.tsx'
import { manufacturerWordsOf } from './manufacturer-words.ts'
import { readManufacturers } from './read-manufacturers.ts'

export const handle = { see: 'see_manufacturers' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor } = context.get(pageCall)
  const after = cursorAsked(context, request)
  const { items, next } = await readManufacturers(context.get(recorderContext).database, actor, { cursor: after })
  return { firms: items, after, next }
}

export default function ManufacturersPage() {
  const { firms, after, next } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = manufacturerWordsOf(language)
  return (
    <Page title={words.title}>
      <h1 id="manufacturers">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {firms.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="manufacturers"
          rows={firms}
          columns={[
            { title: words.firm, of: (firm) => <FirmLink firm={firm} /> },
            { title: words.registrationNumber, of: (one) => <bdi dir="ltr">{one.registration_number}</bdi> },
            { title: words.address, of: ({ address }) => <bdi>{address}</bdi> },
            { title: words.state, of: ({ status }) => <ManufacturerTag status={status} /> },
            {
              title: words.since,
              of: ({ events }) => dayText(momentOf(events.at(-1)?.recorded_at ?? '', language).day, language),
            },
          ]}
        />
      )}
      <Pagination path="/manufacturers" after={after} next={next ?? undefined} />
      {firms.length === 0 ? undefined : <CsvLink href="/manufacturers.csv" />}
    </Page>
  )
}
