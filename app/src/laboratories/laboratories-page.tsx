/** The register of laboratories, for anybody. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { LaboratoryTag } from './laboratory-tag.tsx'
import { laboratoryWordsOf } from './laboratory-words.ts'
import { showLaboratories } from './show-laboratories.ts'

export const handle = { see: 'see_laboratories' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showLaboratories(context, request)
}

export default function LaboratoriesPage() {
  const { items, after, next, mayRegister } = useLoaderData<typeof loader>()
  const words = laboratoryWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <h1 id="laboratories">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {mayRegister ? (
        <p>
          <a href="/laboratories/new">{words.entry.register}</a>
        </p>
      ) : undefined}
      {items.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="laboratories"
          rows={items}
          columns={[
            {
              title: words.number,
              isWhole: true,
              of: ({ number }) => (
                <a href={`/laboratories/${number}`} dir="ltr">
                  {number}
                </a>
              ),
            },
            { title: words.name, of: ({ name }) => <bdi>{name}</bdi> },
            { title: words.kind, of: ({ kind }) => words.kinds[kind] },
            { title: words.country, of: ({ country }) => country },
            { title: words.state, of: ({ status }) => <LaboratoryTag status={status} /> },
            { title: words.capacity, isAmount: true, of: ({ samples_a_week }) => samples_a_week ?? words.notSaid },
          ]}
        />
      )}
      <Pagination path="/laboratories" after={after} next={next ?? undefined} />
      {items.length === 0 ? undefined : <CsvLink href="/laboratories.csv" />}
    </Page>
  )
}
