/** One order with its lines. A second officer approves it with the second factor, or sends it back. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { HASH, REASON, SECOND_FACTOR } from '../kernel/field-schemas.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { firmFacts, FirmLink } from '../pages/firm-column.tsx'
import { HistoryLink } from '../pages/history-link.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { mustBeAllowed, pageCall, seeOther } from '../pages/page-call.ts'
import { PASSKEYS } from '../pages/passkey-button.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { passkeyContext, signatureContext } from '../people/signature-context.ts'
import { approvePayment, sendBackPayment } from './decide-payment.ts'
import { ApproveForm, Interest, Lines, SendBackForm } from './payment-parts.tsx'
import { PaymentTag } from './payment-tag.tsx'
import { paymentWordsOf } from './payment-words.ts'
import { showPayment } from './show-payments.ts'

export const handle = { see: 'see_payments', act: 'see_payments', script: PASSKEYS } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const shown = await showPayment(context, params['number'] ?? '')
  const isSigned = shown.mayDecide && shown.decided === undefined && !shown.isOwn
  const { actor } = context.get(pageCall)
  return { ...shown, passkey: isSigned ? await context.get(passkeyContext)(actor, shown.shown_hash) : undefined }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const number = params['number'] ?? ''
  const form = await sentForm(context, request)
  const recorder = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  if (form.get('what') === 'send_back') {
    mustBeAllowed(context, 'send_back_payment')
    const { typed, read } = readForm(form, { properties: { what: {}, reason: REASON } })
    if ('refused' in read) return sentBack(context, read.refused, typed)
    const returned = await sendBackPayment(recorder, actor, { number, reason: read.done.reason })
    if ('refused' in returned) return sentBack(context, returned.refused, typed)
    return seeOther(`/payments/${number}`, 'sent_back')
  }
  mustBeAllowed(context, 'approve_payment')
  const { typed, read } = readForm(form, {
    properties: { what: {}, shown_hash: HASH, second_factor: SECOND_FACTOR },
  })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { shown_hash, second_factor } = read.done
  const approved = await approvePayment(recorder, actor, { number, shown_hash }, async () => {
    return await context.get(signatureContext)(actor, second_factor, shown_hash)
  })
  if ('refused' in approved) return sentBack(context, approved.refused, typed, { code_wrong: 'second_factor' })
  return seeOther(`/payments/${number}`, 'approved')
}

export default function PaymentPage() {
  const shown = useLoaderData<typeof loader>()
  const { payment, stripe, payee, lines, reasons, prepared, decided, shown_hash } = shown
  const { language } = useShell()
  const words = paymentWordsOf(language)
  const { number, kind, firm, programme, year, state, amount, interest } = payment
  return (
    <Page title={`${words.order(number)} · ${firm?.name ?? ''}`} rehearsal={stripe}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={`${words.kinds[kind]} · ${firm?.name ?? ''}`}
        within={{ href: '/payments', title: words.title }}
        facts={[
          { name: words.number, value: <bdi dir="ltr">{number}</bdi> },
          { name: words.state, value: <PaymentTag state={state} /> },
          ...firmFacts(firm, language),
          ...(payee === undefined ? [] : [{ name: words.payee, value: <FirmLink firm={payee} /> }]),
          { name: words.programme, value: programme },
          { name: words.year, value: <bdi dir="ltr">{year}</bdi> },
          { name: words.amount, value: <bdi>{amount}</bdi> },
          ...(kind === 'payment' ? [] : [{ name: words.interest, value: <bdi>{interest}</bdi> }]),
          { name: words.preparedOn, value: words.onBy(prepared.when, prepared.person) },
          ...(decided === undefined
            ? []
            : [{ name: words.decidedOn, value: words.onBy(decided.when, decided.person) }]),
        ]}
      />
      <h2 id="lines">{words.lines}</h2>
      <Lines kind={kind} lines={lines} />
      {kind === 'recovery' ? lines.map((line, nth) => <Interest key={nth} nth={nth} line={line} />) : undefined}
      <h2>{words.reasons}</h2>
      <p className="passage" dir="auto">
        {reasons}
      </p>
      {decided === undefined || decided.reason === null ? undefined : (
        <>
          <h2>{words.whySentBack}</h2>
          <p className="passage" dir="auto">
            {decided.reason}
          </p>
        </>
      )}
      <h2>{words.signed}</h2>
      <p className="quiet">{words.signedHint}</p>
      <p>
        <code dir="ltr">{shown_hash}</code>
      </p>
      {decided !== undefined ? undefined : shown.isOwn || !shown.mayDecide ? (
        <EmptyState>{shown.isOwn ? words.own : words.others}</EmptyState>
      ) : (
        <>
          <ApproveForm payment={payment} shown_hash={shown_hash} passkey={shown.passkey} />
          <SendBackForm number={number} />
        </>
      )}
      <HistoryLink thing="payments" id={number} />
    </Page>
  )
}
