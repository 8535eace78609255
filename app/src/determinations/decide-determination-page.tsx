/** A second officer sees what is signed, and approves it with the second factor or sends it back. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { HASH, REASON, SECOND_FACTOR } from '../kernel/field-schemas.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { signatureContext } from '../people/signature-context.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { approveDetermination, sendBackDetermination } from './decide-determination.ts'
import { type DecideView, determinationAsked } from './decide-determination-view.ts'
import { decisionWordsOf } from './decision-words.ts'
import type { DeterminationStatus } from './determination.ts'
import { ApproveForm, Findings, SendBackForm } from './determination-forms.tsx'
import { lettersContext } from './letters-context.ts'

export const handle = { see: 'preview_letter', act: 'approve_determination' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { may } = context.get(pageCall)
  const shown = await determinationAsked(context, params['number'] ?? '')
  return { shown, mayDecide: may('approve_determination'), mayServe: may('serve_notice') }
}

export async function action(args: ActionFunctionArgs) {
  const form = await sentForm(args.context, args.request)
  return form.get('what') === 'send_back' ? await sendBack(args, form) : await approve(args, form)
}

async function approve({ context, params }: ActionFunctionArgs, form: FormData) {
  const number = params['number'] ?? ''
  const { typed, read } = readForm(form, {
    properties: { what: {}, shown_hash: HASH, second_factor: SECOND_FACTOR },
  })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const { shown_hash, second_factor } = read.done
  const approved = await approveDetermination(
    context.get(recorderContext),
    context.get(shelfContext),
    context.get(lettersContext),
    actor,
    { number, shown_hash },
    async () => await context.get(signatureContext)(actor, second_factor),
  )
  if ('refused' in approved) return sentBack(context, approved.refused, typed, { code_wrong: 'second_factor' })
  return seeOther(`/determinations/${number}/decide`, 'approved')
}

async function sendBack({ context, params }: ActionFunctionArgs, form: FormData) {
  const number = params['number'] ?? ''
  const { typed, read } = readForm(form, { properties: { what: {}, reason: REASON } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const sent = await sendBackDetermination(context.get(recorderContext), actor, { number, reason: read.done.reason })
  if ('refused' in sent) return sentBack(context, sent.refused, typed)
  return seeOther(`/determinations/${number}/decide`, 'sent_back')
}

const LOOKS: Readonly<Record<DeterminationStatus, Look>> = { prepared: 'open', approved: 'good', sent_back: 'bad' }

export default function DecideDeterminationPage() {
  const { shown, mayDecide, mayServe } = useLoaderData<typeof loader>()
  const words = decisionWordsOf(useShell().language)
  const { number, kind, status, said, firm, heading, year, prepared, decided, assessment_id } = shown
  const mark = (one: { readonly when: string; readonly person: string | undefined }) => words.onBy(one.when, one.person)
  return (
    <Page title={`${words.decide(number)} · ${firm}`} rehearsal={shown.rehearsal}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={said === undefined ? words.decide(number) : `${said.subject} · ${number}`}
        within={{ href: `/assessments/${assessment_id}`, title: words.toAssessment }}
        facts={[
          { name: words.state, value: <StateTag look={LOOKS[status]}>{words.states[status]}</StateTag> },
          { name: words.firm, value: <bdi>{firm}</bdi> },
          { name: words.programme, value: heading.title },
          { name: words.year, value: <bdi>{year}</bdi> },
          { name: words.prepared, value: mark(prepared) },
          ...(decided === null ? [] : [{ name: words.decided, value: mark(decided) }]),
        ]}
      />
      <Letter shown={shown} />
      {status === 'approved' && kind === 'failure' && mayServe ? (
        <p>
          <a href={`/determinations/${number}/notice`}>{words.serve}</a>
        </p>
      ) : undefined}
      {status === 'prepared' ? <Decision shown={shown} mayDecide={mayDecide} /> : undefined}
    </Page>
  )
}

function Letter({
  shown: { number, said, hindered, reasons, shown_hash, decided, status },
}: {
  readonly shown: DecideView
}) {
  const words = decisionWordsOf(useShell().language)
  const letter =
    status === 'prepared' ? `/api/determinations/${number}/preview` : `/api/documents/${decided?.letter_id ?? ''}`
  return (
    <>
      {hindered === undefined ? undefined : <p className="lead prose">{hindered.detail}</p>}
      {said === undefined ? undefined : (
        <>
          <h2>{words.found}</h2>
          <Findings findings={said.findings} />
        </>
      )}
      <h2>{words.reasons}</h2>
      <p className="passage" dir="auto">
        {reasons}
      </p>
      {said === undefined ? undefined : (
        <>
          <h2>{words.consequences}</h2>
          <p className="prose">{said.consequences}</p>
        </>
      )}
      {decided === null || decided.reason === null ? undefined : (
        <>
          <h2>{words.whySentBack}</h2>
          <p className="passage" dir="auto">
            {decided.reason}
          </p>
        </>
      )}
      {status === 'sent_back' || (status === 'prepared' && said === undefined) ? undefined : (
        <p>
          <a href={letter}>{status === 'prepared' ? words.preview : words.letter}</a>
        </p>
      )}
      <h2>{words.signed}</h2>
      <p className="quiet">{words.signedHint}</p>
      <p>
        <code dir="ltr">{decided?.signed_hash ?? shown_hash}</code>
      </p>
    </>
  )
}

function Decision({ shown, mayDecide }: { readonly shown: DecideView; readonly mayDecide: boolean }) {
  const words = decisionWordsOf(useShell().language)
  if (shown.isOwn || !mayDecide) return <EmptyState>{shown.isOwn ? words.own : words.others}</EmptyState>
  return (
    <>
      {shown.hindered === undefined ? <ApproveForm shown={shown} /> : undefined}
      <SendBackForm number={shown.number} />
    </>
  )
}
