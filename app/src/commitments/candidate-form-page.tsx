/** What is recorded about a candidate, one thing on each page: a step, a promise, or what was seen of one. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button, ErrorSummary, Field, Select, TextArea, useSentBack } from '../pages/form.tsx'
import { notHere } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { actOnCandidate, formAsked } from './act-on-commitment.ts'
import { commitmentWordsOf } from './commitment-words.ts'
import { LARGEST_EVIDENCE, PROMISE_KINDS } from './promise.ts'
import { showCandidate, showChoices } from './show-commitments.ts'
import { StepFields } from './step-fields.tsx'

/** What a browser writes around the file. */
const ROOM = 64 * 1024

export const handle = {
  see: 'record_promise',
  act: 'record_promise',
  largest: LARGEST_EVIDENCE + ROOM,
} satisfies PageHandle

function promiseIn(request: Request): string {
  return new URL(request.url).searchParams.get('promise') ?? ''
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const what = formAsked(context, params['what'])
  const { number, name, stage, promises } = await showCandidate(context, params['number'])
  const promise = promises.find((one) => one.number === promiseIn(request))
  if (what === 'realisation' && promise === undefined) throw notHere(context)
  return { what, number, name, stage, promise, ...(await showChoices(context)) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const what = formAsked(context, params['what'])
  const about = { number: params['number'] ?? '', what, promise: promiseIn(request) }
  return await actOnCandidate(context, about, await sentForm(context, request))
}

export default function CandidateFormPage() {
  const { what, number, name, stage, promise, colleagues, programmes } = useLoaderData<typeof loader>()
  const words = commitmentWordsOf(useShell().language)
  const { problem, typed = { stage } } = useSentBack() ?? {}
  const of = (field: string) => ({ name: field, defaultValue: typed[field], problem })
  const { title, intro, send } = words.forms[what]
  const { promises } = words
  const hasAmount = what === 'promise' || (what === 'realisation' && promise?.amount !== null)
  return (
    <Page title={title}>
      <p className="within">
        <a href={`/investments/${number}`}>
          <bdi>{name}</bdi>
        </a>
      </p>
      <h1>{title}</h1>
      <p className="prose">{intro}</p>
      {what === 'realisation' && promise !== undefined ? (
        <p className="lead">
          <bdi>{promise.words}</bdi> {promise.said === undefined ? undefined : <bdi>({promise.said})</bdi>}
        </p>
      ) : undefined}
      <form
        className="form"
        method="post"
        action={`/investments/${number}/${what}${what === 'realisation' ? `?promise=${promise?.number ?? ''}` : ''}`}
        {...(what === 'step' ? {} : { encType: 'multipart/form-data' })}
      >
        <ErrorSummary problem={problem} />
        {what === 'step' ? (
          <StepFields typed={typed} problem={problem} colleagues={colleagues} />
        ) : (
          <>
            {what === 'promise' ? (
              <Select
                {...of('kind')}
                label={promises.kind}
                choices={PROMISE_KINDS.map((value) => ({ value, label: promises.kinds[value] }))}
              />
            ) : undefined}
            <TextArea {...of('words')} label={words.words} />
            {hasAmount ? (
              <Field
                {...of('amount')}
                label={promises.amount}
                hint={promises.amountHint}
                dir="ltr"
                inputMode="decimal"
              />
            ) : undefined}
            {what === 'promise' ? (
              <>
                <Field {...of('currency')} label={promises.currency} hint={promises.currencyHint} dir="ltr" />
                <Field {...of('due_on')} type="date" label={promises.due} hint={promises.dueHint} required />
                <Select
                  {...of('programme')}
                  label={promises.programme}
                  choices={[
                    { value: '', label: promises.noProgramme },
                    ...programmes.map((value) => ({ value, label: value })),
                  ]}
                />
                <Field {...of('provision')} label={promises.provision} hint={promises.provisionHint} dir="ltr" />
              </>
            ) : (
              <Field {...of('realised_on')} type="date" label={promises.onDay} required />
            )}
            <Field
              name="file"
              type="file"
              accept=".pdf,.xlsx,.txt,.csv,.md,.png,.jpg,.jpeg"
              label={words.file}
              hint={words.fileHint}
              required={what === 'realisation'}
              problem={problem}
            />
          </>
        )}
        <Button>{send}</Button>
      </form>
    </Page>
  )
}
