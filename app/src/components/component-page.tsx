/** One class of components: how it stands, who would make it, and what its figures are made of, down to the returns that the reader may see. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { componentWordsOf } from './component-words.ts'
import { showComponent } from './show-components.ts'
import { supplierWordsOf } from './supplier-words.ts'

export const handle = { see: 'see_components' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showComponent(context, params['programme'] ?? '', params['component'] ?? '', request)
}

type Shown = Awaited<ReturnType<typeof showComponent>>

export default function ComponentPage() {
  const found = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = componentWordsOf(language)
  const { label, title, shown } = found
  return (
    <Page title={`${label} · ${title}`} rehearsal={found.rehearsal}>
      <ObjectHeader
        title={label}
        within={{ href: '/components', title: words.title }}
        facts={
          shown === null
            ? []
            : [
                { name: words.rank, value: shown.rank ?? words.unranked },
                { name: words.used, value: shown.used },
                { name: words.bought, value: shown.bought },
                { name: words.made, value: shown.made },
                { name: words.unserved, value: shown.unserved },
                {
                  name: words.least,
                  value: shown.evidence === null ? shown.least : `${shown.least} (${shown.evidence})`,
                },
                {
                  name: words.plants,
                  value: (
                    <>
                      {shown.plants}{' '}
                      <StateTag look={shown.pays ? 'good' : 'quiet'}>{shown.pays ? words.pays : words.notYet}</StateTag>
                    </>
                  ),
                },
                { name: words.imports, value: shown.imports },
              ]
        }
      />
      <p>{found.by}</p>
      <p className="quiet">
        {found.rule} {words.method}
      </p>
      {found.reading === null ? undefined : (
        <p className="quiet">
          {words.reading}: {found.reading}
        </p>
      )}
      <MadeOf found={found} />
      <Pagination
        path={found.path}
        after={found.skip === 0 ? undefined : String(found.skip)}
        next={found.next ?? undefined}
      />
      {found.suppliers === null ? undefined : (
        <p>
          <a href={found.suppliers}>{supplierWordsOf(language).ofClass}</a>
        </p>
      )}
      {found.isOfficer ? <Candidates candidates={found.candidates} /> : undefined}
    </Page>
  )
}

function MadeOf({ found: { year, rows, together, note } }: { readonly found: Shown }) {
  const words = componentWordsOf(useShell().language)
  if (year === null) return <EmptyState>{words.nothing}</EmptyState>
  return (
    <>
      <h2 id="made-of">{words.madeOf(year)}</h2>
      {note === null ? undefined : <p>{note}</p>}
      {rows.length === 0 ? undefined : (
        <>
          <DataTable
            titledBy="made-of"
            rows={rows}
            columns={[
              { title: words.firm, of: ({ firm }) => <bdi>{firm}</bdi> },
              { title: words.return, isWhole: true, of: ({ href }) => <a href={href}>{words.open}</a> },
              { title: words.used, isAmount: true, of: ({ used }) => used },
              { title: words.bought, isAmount: true, of: ({ bought }) => bought },
              { title: words.made, isAmount: true, of: ({ made }) => made },
              { title: words.imports, isAmount: true, of: ({ imports }) => imports },
            ]}
          />
          <p>
            {words.together}: {words.used} {together.used} · {words.bought} {together.bought} · {words.made}{' '}
            {together.made} · {words.imports} {together.imports}
          </p>
        </>
      )}
    </>
  )
}

function Candidates({ candidates }: Pick<Shown, 'candidates'>) {
  const words = componentWordsOf(useShell().language)
  return (
    <>
      <h2>{words.candidates}</h2>
      {candidates.length === 0 ? <EmptyState>{words.noCandidates}</EmptyState> : undefined}
      <ul className="links">
        {candidates.map(({ href, name }) => (
          <li key={href}>
            <a href={href}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
