/** What customs attested of exports; customs attests here. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, useSentBack } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { actOnEvidence } from './act-on-evidence.ts'
import { EvidenceTable } from './exports-body.tsx'
import { exportWordsOf } from './export-words.ts'
import { showEvidence } from './show-exports.ts'

export const handle = { see: 'see_export_evidence', act: 'attest_export' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showEvidence(context, request)
}

export async function action({ context, request }: ActionFunctionArgs) {
  return await actOnEvidence(context, await sentForm(context, request))
}

export default function EvidencePage() {
  const { items, after, next, mayAttest } = useLoaderData<typeof loader>()
  const words = exportWordsOf(useShell().language)
  return (
    <Page title={words.evidence}>
      <Confirmation sentences={words.done} />
      <p className="within">
        <a href="/exports">{words.title}</a>
      </p>
      <h1 id="evidence">{words.evidence}</h1>
      <p className="prose">{words.evidenceLead}</p>
      {items.length === 0 ? (
        <EmptyState>{words.noEvidence}</EmptyState>
      ) : (
        <EvidenceTable titledBy="evidence" items={items} />
      )}
      <Pagination path="/exports/evidence" after={after} next={next ?? undefined} />
      {mayAttest ? <AttestForm /> : undefined}
    </Page>
  )
}

function AttestForm() {
  const words = exportWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const of = (name: string) => ({ name, defaultValue: typed[name], problem, required: true })
  return (
    <>
      <h2>{words.attest}</h2>
      <form className="form" method="post" action="/exports/evidence">
        <ErrorSummary problem={problem} />
        <Field {...of('exporter')} label={words.exporter} />
        <Field {...of('goods_declaration')} label={words.declaration} dir="ltr" />
        <Field {...of('model')} label={words.model} dir="auto" />
        <Field {...of('market')} label={words.market} hint={words.marketHint} dir="ltr" />
        <Field {...of('devices')} label={words.devices} hint={words.devicesHint} inputMode="numeric" />
        <Field {...of('fob_usd')} label={words.fob} hint={words.fobHint} inputMode="decimal" />
        <Field {...of('exported_on')} label={words.exportedOn} type="date" />
        <Button>{words.attestIt}</Button>
      </form>
    </>
  )
}
