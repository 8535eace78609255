/** All editions of statistics; an officer publishes another. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Consequence } from '../pages/consequence.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, type Choice, ErrorSummary, Field, Select, useSentBack } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { momentOf } from '../pages/when.ts'
import { publicationWordsOf } from './publication-words.ts'
import { publishSent, showEditions } from './show-editions.ts'

export const handle = { see: 'see_publications', act: 'publish_edition' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showEditions(context, request)
}

export async function action({ context, request }: ActionFunctionArgs) {
  return await publishSent(context, await sentForm(context, request))
}

export default function PublicationsPage() {
  const { items, after, next, programmes } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = publicationWordsOf(language)
  return (
    <Page title={words.title}>
      <h1 id="publications">{words.title}</h1>
      <p className="prose">{words.lead}</p>
      {items.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="publications"
          rows={items}
          columns={[
            { title: words.programme, of: ({ title, address }) => <a href={address}>{title}</a> },
            { title: words.year, isWhole: true, of: ({ year }) => <bdi dir="ltr">{year}</bdi> },
            { title: words.edition, isAmount: true, of: ({ edition }) => edition },
            { title: words.published, isWhole: true, of: ({ published_at }) => momentOf(published_at, language).when },
            { title: words.returns, isAmount: true, of: ({ returns }) => returns },
            { title: words.revised, isAmount: true, of: ({ revised }) => revised },
          ]}
        />
      )}
      <Pagination path="/publications" after={after} next={next ?? undefined} />
      <p>
        <a href="/publications.atom">{words.feed}</a>
      </p>
      {programmes.length === 0 ? undefined : <PublishForm programmes={programmes} />}
    </Page>
  )
}

function PublishForm({ programmes }: { readonly programmes: readonly Choice[] }) {
  const words = publicationWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <>
      <h2>{words.publish}</h2>
      <form className="form" method="post" action="/publications">
        <ErrorSummary problem={problem} />
        <Select
          name="programme"
          label={words.programme}
          choices={programmes}
          defaultValue={typed['programme']}
          problem={problem}
        />
        <Field
          name="year"
          label={words.year}
          hint="2026-27"
          dir="ltr"
          defaultValue={typed['year']}
          problem={problem}
          required
        />
        <Consequence>
          <p>{words.publishEffect}</p>
        </Consequence>
        <Button>{words.publishIt}</Button>
      </form>
    </>
  )
}
