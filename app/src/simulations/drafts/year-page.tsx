/** Firm by firm in one year: who fails under which law, and the way to why. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Pagination } from '../../pages/pagination.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { draftWordsOf } from './draft-words.ts'
import { showYear } from './show-simulations.ts'
import { simulationsWordsOf } from './simulations-words.ts'

export const handle = { see: 'see_simulations' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showYear(context, params, request)
}

export default function YearPage() {
  const { id, title, rehearsal, year, choices, wanted, table, rows, from, next } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = simulationsWordsOf(language)
  const told = draftWordsOf(language)
  const here = `/simulations/${id}/years/${year}`
  const { note, columns } = table
  return (
    <Page title={table.title} rehearsal={rehearsal}>
      <p className="within">
        <a href={`/simulations/${id}`}>{title}</a>
      </p>
      <h1 id="firms">{table.title}</h1>
      <nav className="pages" aria-label={words.wantedLabel}>
        {choices.map((one) => (
          <a key={one} href={`${here}?wanted=${one}`} aria-current={one === wanted ? 'page' : undefined}>
            {told.firms.wanted[one]}
          </a>
        ))}
      </nav>
      {note === undefined ? undefined : <p>{note}</p>}
      {table.rows.length === 0 ? undefined : (
        <div className="told">
          <DataTable
            titledBy="firms"
            rows={table.rows}
            columns={[
              ...columns.map((column, place) => ({
                ...column,
                of: ({ cells }: (typeof table.rows)[number]) => cells[place],
              })),
              {
                title: words.row,
                of: ({ key }) => (
                  <>
                    {rows[Number(key)]?.map((one) => (
                      <a key={one.row} className="line" href={`/simulations/${id}/cases/${one.row}`}>
                        {one.id}
                      </a>
                    ))}
                  </>
                ),
              },
            ]}
          />
        </div>
      )}
      <Pagination path={`${here}?wanted=${wanted}`} after={from === 0 ? undefined : String(from)} next={next} />
    </Page>
  )
}
