/** What happened to a firm: what it says, and the decision of a second officer. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { REASON } from '../kernel/field-schemas.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { DecisionForm } from '../pages/decision-form.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from '../pages/form.tsx'
import { idAsked, mustBeAllowed, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readDecision, readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { approveEvent, declineEvent, withdrawEvent } from './decide-event.ts'
import { EventBody } from './event-body.tsx'
import { eventAsked } from './event-view.ts'
import { eventWordsOf } from './event-words.ts'

export const handle = { see: 'see_firm_events', act: 'see_firm_events' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { may } = context.get(pageCall)
  const event = await eventAsked(context, params['id'])
  const isOpen = event.shown.status === 'proposed'
  return {
    ...event,
    isOpen,
    mayDecide: isOpen && !event.isOwn && may('approve_firm_event'),
    mayWithdraw: isOpen && event.isOwn && may('withdraw_firm_event'),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = idAsked(context, params['id'])
  const form = await sentForm(context, request)
  const { actor } = context.get(pageCall)
  if (form.get('kind') === 'withdrawn') {
    mustBeAllowed(context, 'withdraw_firm_event')
    const recorder = context.get(recorderContext)
    const { typed, read } = readForm(form, { properties: { reason: REASON } })
    const withdrawn = 'refused' in read ? read : await withdrawEvent(recorder, actor, { id, ...read.done })
    if ('refused' in withdrawn) return sentBack(context, withdrawn.refused, typed)
    return seeOther(`/firm-events/${id}`, 'withdrawn')
  }
  const { typed, read } = readDecision(form, 'approved', 'declined')
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { done } = read
  mustBeAllowed(context, done.kind === 'approved' ? 'approve_firm_event' : 'decline_firm_event')
  const recorder = context.get(recorderContext)
  const decided =
    done.kind === 'approved'
      ? await approveEvent(recorder, context.get(shelfContext), actor, id)
      : await declineEvent(recorder, actor, { id, reason: done.reason })
  if ('refused' in decided) return sentBack(context, decided.refused, typed, { event_ahead: 'kind' })
  return seeOther(`/firm-events/${id}`, done.kind)
}

export default function EventPage() {
  const { shown, proposed, decided, isOpen, isOwn, mayDecide, mayWithdraw } = useLoaderData<typeof loader>()
  const words = eventWordsOf(useShell().language)
  const { id, firm } = shown
  return (
    <Page title={`${firm.name} · ${words.whatHappens}`}>
      <Confirmation sentences={words.done} />
      <EventBody event={shown} proposed={proposed} decided={decided} />
      {isOpen && !mayDecide ? <p className="quiet">{isOwn ? words.own : words.others}</p> : undefined}
      {mayDecide ? (
        <DecisionForm
          action={`/firm-events/${id}`}
          words={{ ...words, reason: words.declineReason, reasonHint: words.declineReasonHint }}
          choices={[
            { value: 'approved', label: words.approve, hint: words.approveHint },
            { value: 'declined', label: words.decline, hint: words.declineHint },
          ]}
          consequence={words.final}
        />
      ) : undefined}
      {mayWithdraw ? <WithdrawForm id={id} /> : undefined}
    </Page>
  )
}

function WithdrawForm({ id }: { readonly id: string }) {
  const words = eventWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <form className="act" method="post" action={`/firm-events/${id}`}>
      <ErrorSummary problem={problem} />
      <input type="hidden" name="kind" value="withdrawn" />
      <TextArea name="reason" label={words.withdrawReason} problem={problem} defaultValue={typed['reason']} />
      <Consequence>
        <p>{words.nothingChanges}</p>
      </Consequence>
      <Button variant="secondary">{words.withdraw}</Button>
    </form>
  )
}
