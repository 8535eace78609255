/** The schemes of certificates, for anybody. Certificates name the anchors of this page as their scheme and their criteria. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { schemeWordsOf } from './scheme-words.ts'
import { showSchemes } from './show-schemes.ts'

export const handle = { see: 'see_schemes' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showSchemes(context)
}

type Law = Awaited<ReturnType<typeof showSchemes>>[number]

export default function SchemesPage() {
  const laws = useLoaderData<typeof loader>()
  const words = schemeWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {laws.length === 0 ? <EmptyState>{words.none}</EmptyState> : undefined}
      {laws.map((law) => (
        <LawPart key={law.programme} law={law} />
      ))}
    </Page>
  )
}

function LawPart({ law: { programme, title, is_rehearsal, reading, schemes, tests } }: { readonly law: Law }) {
  const words = schemeWordsOf(useShell().language)
  return (
    <>
      <h2 id={programme}>{title}</h2>
      {is_rehearsal ? <p>{words.rehearsal}</p> : undefined}
      <DataTable
        titledBy={programme}
        rows={schemes}
        columns={[
          { title: words.scheme, of: ({ address, name }) => <span id={address}>{name}</span> },
          { title: words.about, isWhole: true, of: ({ about }) => words.subjects[about] },
          { title: words.issuers, of: ({ issuers }) => issuers.join(words.and) },
          {
            title: words.holds,
            isAmount: true,
            of: ({ valid_months }) => (valid_months === null ? words.silent : words.months(valid_months)),
          },
          {
            title: words.source,
            of: ({ source: { title: of, url } }) => (
              <a href={url} dir="auto">
                {of}
              </a>
            ),
          },
        ]}
      />
      <h2 id={`${programme}-tests`}>{words.tests}</h2>
      <p className="prose">{words.testsLead}</p>
      <DataTable
        titledBy={`${programme}-tests`}
        rows={tests}
        columns={[
          { title: words.metric, of: ({ address, metric }) => <span id={address}>{metric}</span> },
          {
            title: words.scheme,
            of: ({ scheme }) => <a href={`#${scheme}`}>{schemes.find(({ address }) => address === scheme)?.name}</a>,
          },
          {
            title: words.method,
            of: ({ standard, method }) => <bdi dir="ltr">{`${standard}, ${method}`}</bdi>,
          },
          { title: words.limit, isWhole: true, of: ({ limit }) => <bdi dir="ltr">{limit ?? words.silent}</bdi> },
          { title: words.rule, of: ({ decision_rule }) => words.rules[decision_rule] },
        ]}
      />
      {reading === undefined ? undefined : (
        <>
          <h2>{words.reading}</h2>
          <p className="prose">{reading}</p>
        </>
      )}
    </>
  )
}
