/** One goal: where it stands, year by year, and what a year is made of, down to the returns that the reader may see. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DataTable } from '../pages/data-table.tsx'
import { FactList } from '../pages/fact-list.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { goalWordsOf } from './goal-words.ts'
import { Dated, LOOKS } from './goal-list.tsx'
import { showGoal } from './show-goals.ts'

export const handle = { see: 'see_goals' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showGoal(context, params['programme'] ?? '', params['goal'] ?? '', request)
}

export default function GoalPage() {
  const shown = useLoaderData<typeof loader>()
  const words = goalWordsOf(useShell().language)
  const { label, title, colour, madeOf } = shown
  return (
    <Page title={`${label} · ${title}`} rehearsal={shown.rehearsal}>
      <ObjectHeader
        title={label}
        within={{ href: '/goals', title: words.title }}
        facts={[
          { name: words.state, value: <StateTag look={LOOKS[colour]}>{words.colours[colour]}</StateTag> },
          { name: words.now, value: <Dated value={shown.now} year={shown.now_year} /> },
          { name: words.target, value: <Dated value={shown.target} year={shown.target_year} /> },
          { name: words.gap, value: shown.gap },
          { name: words.forecast, value: shown.forecast },
        ]}
      />
      <p>{shown.by}</p>
      <h2 id="years">{words.years}</h2>
      <DataTable
        titledBy="years"
        rows={shown.years}
        columns={[
          { title: words.year, isWhole: true, of: ({ year }) => <bdi dir="ltr">{year}</bdi> },
          {
            title: words.actual,
            isAmount: true,
            of: ({ value, href }) => (href === null ? value : <a href={href}>{value}</a>),
          },
          { title: words.from, of: ({ from }) => from },
        ]}
      />
      <MadeOf madeOf={madeOf} />
      <Pagination
        path={shown.path}
        after={shown.skip === 0 ? undefined : String(shown.skip)}
        next={shown.next ?? undefined}
      />
      <h2>{words.target}</h2>
      <FactList
        className="facts"
        facts={[
          { name: words.target, value: shown.targets.join(' · ') || words.noTarget },
          { name: words.status, value: shown.status },
          {
            name: words.source,
            value: (
              <a href={shown.source.url} rel="noreferrer">
                <bdi dir="ltr">{shown.source.title}</bdi>
              </a>
            ),
          },
          ...(shown.reading === null ? [] : [{ name: words.reading, value: shown.reading }]),
        ]}
      />
    </Page>
  )
}

function MadeOf({ madeOf }: { readonly madeOf: ReturnType<typeof useLoaderData<typeof loader>>['madeOf'] }) {
  const words = goalWordsOf(useShell().language)
  if (madeOf.year === null) return <p>{words.nothing}</p>
  const { rows, isShare } = madeOf
  return (
    <>
      <h2 id="made-of">{words.madeOf(madeOf.year)}</h2>
      {madeOf.note === null ? undefined : (
        <p>
          {madeOf.note} <a href="/publications">{words.publications}</a>
        </p>
      )}
      {rows.length === 0 ? undefined : (
        <>
          <DataTable
            titledBy="made-of"
            rows={rows}
            columns={[
              { title: words.firm, of: ({ firm }) => <bdi>{firm}</bdi> },
              { title: words.return, isWhole: true, of: ({ href }) => <a href={href}>{words.open}</a> },
              { title: words.value, isAmount: true, of: ({ value }) => value },
              ...(isShare
                ? [{ title: words.without, isAmount: true, of: ({ less }: (typeof rows)[number]) => less }]
                : []),
            ]}
          />
          <p>
            {words.together}: {isShare ? `${madeOf.value} − ${madeOf.less} → ${madeOf.together}` : undefined}
            {isShare || madeOf.times === null ? undefined : `${madeOf.value} × ${madeOf.times} → ${madeOf.together}`}
            {isShare || madeOf.times !== null ? undefined : madeOf.together}
          </p>
          {madeOf.times === null ? undefined : <p>{words.estimated}</p>}
        </>
      )}
    </>
  )
}
