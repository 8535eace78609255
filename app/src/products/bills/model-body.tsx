/** What the page of a model shows. */
import { Confirmation } from '../../pages/confirmation.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, TextArea, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { Said } from '../../pages/said.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { StateTag } from '../../pages/state-tag.tsx'
import { HistoryLink } from '../../pages/history-link.tsx'
import { Timeline, type TimelineEntry } from '../../pages/timeline.tsx'
import { dayText, momentOf } from '../../pages/when.ts'
import type { ModelEvent } from '../model.ts'
import { ModelTag } from '../model-tag.tsx'
import { productWordsOf } from '../product-words.ts'
import type { ModelShown } from './model-view.ts'

export function ModelBody({ loaded }: { readonly loaded: ModelShown }) {
  const { model, status, kind, isMaker } = loaded
  const { problem } = useSentBack() ?? {}
  const { language } = useShell()
  const words = productWordsOf(language)
  const entered = momentOf(model.registered_at, language)
  return (
    <Page title={model.name}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={problem} />
      <ObjectHeader
        title={model.name}
        {...(isMaker ? { within: { href: '/models', title: words.title } } : {})}
        facts={[
          { name: words.state, value: <ModelTag status={status} /> },
          { name: words.kind, value: kind === '' ? words.notSaid : kind },
          { name: words.brand, value: <bdi>{model.brand === '' ? words.notSaid : model.brand}</bdi> },
          ...(model.brand_owner === '' ? [] : [{ name: words.brandOwner, value: <bdi>{model.brand_owner}</bdi> }]),
          ...(model.trade_names.length === 0
            ? []
            : [{ name: words.tradeNames, value: <bdi>{model.trade_names.join(', ')}</bdi> }]),
        ]}
      />
      {model.description === '' ? undefined : (
        <p className="prose">
          <bdi>{model.description}</bdi>
        </p>
      )}
      <p>
        <a href={`/models/${model.id}/export`}>{words.export}</a>
      </p>
      <Bills loaded={loaded} />
      <h2>{words.codes}</h2>
      <p className="quiet prose">{words.codesHint}</p>
      {model.tacs.length === 0 ? (
        <EmptyState>{words.noCodes}</EmptyState>
      ) : (
        <ul>
          {model.tacs.map((tac) => (
            <li key={tac}>
              <bdi dir="ltr">{tac}</bdi>
            </li>
          ))}
        </ul>
      )}
      {isMaker ? <CodeForm /> : undefined}
      <h2>{words.history}</h2>
      <Timeline
        entries={[
          { when: entered.when, day: model.registered_at.slice(0, 10), what: [words.entered] },
          ...model.events.map(useEntry()),
        ]}
      />
      <HistoryLink thing="models" id={model.id} />
      {isMaker && status !== 'withdrawn' ? <Acts /> : undefined}
    </Page>
  )
}

function useEntry(): (event: ModelEvent) => TimelineEntry {
  const { language } = useShell()
  const words = productWordsOf(language)
  return ({ kind, effective_on, valid_until, number, authority, document_id, reason }) => ({
    when: dayText(effective_on, language),
    day: effective_on,
    what:
      kind === 'withdrawn'
        ? [words.eventWithdrawn, <Said key="why" by={words.reason} text={reason ?? ''} />]
        : [
            <bdi key="what">{words.eventApproved(number ?? '', authority ?? '')}</bdi>,
            ...(valid_until === null ? [] : [words.until(dayText(valid_until, language))]),
            ...(document_id === null
              ? []
              : [
                  <a key="file" href={`/api/documents/${document_id}`}>
                    {words.certificate}
                  </a>,
                ]),
          ],
  })
}

function Bills({ loaded: { model, bills, isMaker } }: { readonly loaded: ModelShown }) {
  const { language } = useShell()
  const words = productWordsOf(language)
  const [newest] = bills
  return (
    <>
      <h2 id="bills">{words.bills}</h2>
      {newest === undefined ? (
        <EmptyState>{words.noBills}</EmptyState>
      ) : (
        <DataTable
          titledBy="bills"
          rows={bills}
          columns={[
            {
              title: words.bills,
              of: ({ revision }) => <a href={`/models/${model.id}/bills/${revision}`}>{words.revision(revision)}</a>,
            },
            {
              title: words.state,
              of: ({ released_at }) => (
                <StateTag look={released_at === null ? 'open' : 'good'}>
                  {released_at === null ? words.draft : words.released}
                </StateTag>
              ),
            },
            { title: words.lines, of: ({ line_count }) => line_count, isAmount: true },
            { title: words.changed, of: ({ changed_at }) => momentOf(changed_at, language).when },
          ]}
        />
      )}
      {isMaker && newest?.released_at !== null ? (
        <form method="post">
          <input type="hidden" name="act" value="begin" />
          <Button>{newest === undefined ? words.begin : words.beginFrom(newest.revision)}</Button>
        </form>
      ) : undefined}
    </>
  )
}

function CodeForm() {
  const { problem, typed = {} } = useSentBack() ?? {}
  const words = productWordsOf(useShell().language)
  return (
    <form method="post" className="form one-line">
      <input type="hidden" name="act" value="code" />
      <Field
        name="tac"
        label={words.code}
        hint={words.codeHint}
        inputMode="numeric"
        dir="ltr"
        required
        defaultValue={typed['tac']}
        problem={problem}
      />
      <Button>{words.addCode}</Button>
    </form>
  )
}

function Acts() {
  const { problem, typed = {} } = useSentBack() ?? {}
  const words = productWordsOf(useShell().language)
  const field = (name: string) => ({ name, defaultValue: typed[name], problem })
  return (
    <>
      <h2>{words.approve}</h2>
      <form method="post" encType="multipart/form-data" className="form">
        <input type="hidden" name="act" value="approve" />
        <Field {...field('number')} label={words.number} dir="ltr" required />
        <Field {...field('authority')} label={words.authority} dir="auto" required />
        <Field {...field('effective_on')} label={words.from} hint={words.dayHint} dir="ltr" required />
        <Field {...field('valid_until')} label={words.validUntil} hint={words.validUntilHint} dir="ltr" />
        <Field
          name="certificate"
          label={words.file}
          hint={words.fileHint}
          type="file"
          accept=".pdf"
          problem={problem}
        />
        <Button>{words.approveIt}</Button>
      </form>
      <h2>{words.withdraw}</h2>
      <p className="prose">{words.withdrawHint}</p>
      <form method="post" className="form">
        <input type="hidden" name="act" value="withdraw" />
        <Field {...field('withdrawn_on')} label={words.withdrawnOn} hint={words.dayHint} dir="ltr" required />
        <TextArea {...field('reason')} label={words.why} />
        <Button>{words.withdrawIt}</Button>
      </form>
    </>
  )
}
