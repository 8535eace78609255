/** A second officer sees what is signed, and approves it with the second factor or sends it back; who prepared it withdraws it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { HASH, REASON, SECOND_FACTOR } from '../kernel/field-schemas.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { mustBeAllowed, pageCall, seeOther } from '../pages/page-call.ts'
import type { PasskeyAsked } from '../pages/passkey-button.tsx'
import { PASSKEYS } from '../pages/passkey-button.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { passkeyContext, signatureContext } from '../people/signature-context.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { approveDetermination, sendBackDetermination, withdrawDetermination } from './decide-determination.ts'
import { type DecideView, determinationAsked } from './decide-determination-view.ts'
import { decisionWordsOf } from './decision-words.ts'
import type { DeterminationStatus } from './determination.ts'
import { ApproveForm, EndForm, Findings } from './determination-forms.tsx'
import { EffectSection } from './effect-section.tsx'
import { lettersContext } from './letters-context.ts'

export const handle = { see: 'preview_letter', act: 'preview_letter', script: PASSKEYS } satisfies PageHandle

const COMMANDS = {
  approve: 'approve_determination',
  send_back: 'send_back_determination',
  withdraw: 'withdraw_determination',
} as const

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { actor, may } = context.get(pageCall)
  const shown = await determinationAsked(context, params['number'] ?? '')
  const mayDecide = may('approve_determination')
  const isSigned = mayDecide && shown.status === 'prepared' && !shown.isOwn
  return {
    shown,
    mayDecide,
    passkey: isSigned ? await context.get(passkeyContext)(actor, shown.shown_hash) : undefined,
    mayWithdraw: may('withdraw_determination'),
    mayServe: may('issue_notice'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const form = await sentForm(args.context, args.request)
  const asked = form.get('what')
  const what = asked === 'send_back' || asked === 'withdraw' ? asked : 'approve'
  mustBeAllowed(args.context, COMMANDS[what])
  return what === 'approve' ? await approve(args, form) : await end(args, form, what)
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
    async () => await context.get(signatureContext)(actor, second_factor, shown_hash),
  )
  if ('refused' in approved) return sentBack(context, approved.refused, typed, { code_wrong: 'second_factor' })
  return seeOther(`/determinations/${number}/decide`, 'approved')
}

const ENDS = { send_back: sendBackDetermination, withdraw: withdrawDetermination }
const DONE = { send_back: 'sent_back', withdraw: 'withdrawn' } as const
async function end({ context, params }: ActionFunctionArgs, form: FormData, what: keyof typeof ENDS) {
  const number = params['number'] ?? ''
  const { typed, read } = readForm(form, { properties: { what: {}, reason: REASON } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const ended = await ENDS[what](context.get(recorderContext), actor, { number, reason: read.done.reason })
  if ('refused' in ended) return sentBack(context, ended.refused, typed)
  return seeOther(`/determinations/${number}/decide`, DONE[what])
}

const LOOKS: Readonly<Record<DeterminationStatus, Look>> = {
  prepared: 'open',
  approved: 'good',
  sent_back: 'bad',
  withdrawn: 'quiet',
}

export default function DecideDeterminationPage() {
  const { shown, mayDecide, mayWithdraw, mayServe, passkey } = useLoaderData<typeof loader>()
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
      {shown.effect === undefined ? undefined : <EffectSection effect={shown.effect} id={number} />}
      {status === 'approved' && kind === 'failure' && mayServe ? (
        <p>
          <a href={`/determinations/${number}/notice`}>{words.serve}</a>
        </p>
      ) : undefined}
      {status === 'prepared' ? <Decision {...{ shown, mayDecide, mayWithdraw, passkey }} /> : undefined}
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
    status === 'prepared' ? `/api/determinations/${number}/preview` : `/api/determinations/${number}/letter`
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
          <h2>{status === 'withdrawn' ? words.whyWithdrawn : words.whySentBack}</h2>
          <p className="passage" dir="auto">
            {decided.reason}
          </p>
        </>
      )}
      {status === 'sent_back' || status === 'withdrawn' || (status === 'prepared' && said === undefined) ? undefined : (
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

interface DecisionProps {
  readonly shown: DecideView
  readonly mayDecide: boolean
  readonly mayWithdraw: boolean
  readonly passkey: PasskeyAsked | undefined
}

function Decision({ shown, mayDecide, mayWithdraw, passkey }: DecisionProps) {
  const words = decisionWordsOf(useShell().language)
  if (shown.isOwn)
    return (
      <>
        <EmptyState>{words.own}</EmptyState>
        {mayWithdraw ? <EndForm number={shown.number} what="withdraw" /> : undefined}
      </>
    )
  if (!mayDecide) return <EmptyState>{words.others}</EmptyState>
  return (
    <>
      {shown.hindered === undefined ? <ApproveForm shown={shown} passkey={passkey} /> : undefined}
      <EndForm number={shown.number} what="send_back" />
    </>
  )
}
