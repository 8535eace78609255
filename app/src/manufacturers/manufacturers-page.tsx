/** The register of manufacturers. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, Select } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText, momentOf } from '../pages/when.ts'
import { FirmLink } from '../pages/firm-column.tsx'
import { ManufacturerTag } from './manufacturer-tag.tsx'
import { manufacturerWordsOf } from './manufacturer-words.ts'
import { FIRM_ORDERS, REGISTRATION_STATES } from './manufacturer.ts'
import { showManufacturers } from './show-manufacturers.ts'

export const handle = { see: 'see_manufacturers' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showManufacturers(context, request)
}

export default function ManufacturersPage() {
  const { firms, after, next, typed } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = manufacturerWordsOf(language)
  const wanted = new URLSearchParams(typed).toString()
  const asked = wanted === '' ? '' : `?${wanted}`
  return (
    <Page title={words.title}>
      <h1 id="manufacturers">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      <form className="one-line">
        <Select
          name="status"
          label={words.state}
          choices={[
            { value: '', label: words.wanted.any },
            ...REGISTRATION_STATES.map((value) => ({ value, label: words.states[value] })),
          ]}
          defaultValue={typed['status']}
          problem={undefined}
        />
        <Select
          name="order"
          label={words.wanted.order}
          choices={FIRM_ORDERS.map((value) => ({ value, label: words.wanted.orders[value] }))}
          defaultValue={typed['order']}
          problem={undefined}
        />
        <Button variant="secondary">{words.wanted.show}</Button>
      </form>
      {firms.length === 0 ? (
        <EmptyState>{asked === '' ? words.none : words.wanted.none}</EmptyState>
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
      <Pagination path={`/manufacturers${asked}`} after={after} next={next ?? undefined} />
      {firms.length === 0 ? undefined : <CsvLink href={`/manufacturers.csv${asked}`} />}
    </Page>
  )
}
