/** One line of a statement: what was booked of it, what was proposed about it, and the forms of both officers. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { HASH, REASON } from '../kernel/field-schemas.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { HistoryLink } from '../pages/history-link.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked, mustBeAllowed, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readDecision, readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { DecideForm, ProposeForm } from './proposal-forms.tsx'
import { Bookings, ReceiptTag } from './receipt-parts.tsx'
import { receiptWordsOf } from './receipt-words.ts'
import { RECEIPT_ACTS, type ReceiptAct } from './receipt.ts'
import { approveReceipt, declineReceipt, proposeReceipt } from './settle-receipt.ts'
import { showReceipt } from './show-receipts.ts'

export const handle = { see: 'see_receipts', act: 'see_receipts' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showReceipt(context, idAsked(context, params['id']))
}

const REFERENCE = { pattern: '^(D-\\d{6,12})?$' }

export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = idAsked(context, params['id'])
  const form = await sentForm(context, request)
  const recorder = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  if (form.get('what') === 'propose') {
    mustBeAllowed(context, 'propose_receipt')
    const { typed, read } = readForm(form, {
      properties: { what: {}, act: { enum: RECEIPT_ACTS }, reference: REFERENCE, reason: REASON },
    })
    if ('refused' in read) return sentBack(context, read.refused, typed)
    const { act, reference, reason } = read.done
    const kind = act as ReceiptAct
    const input = { id, kind, reference: reference === '' ? null : reference, reason }
    const proposed = await proposeReceipt(recorder, actor, input)
    const about = { receipt_unmatched: 'reference', receipt_reference_missing: 'reference', receipt_act_unfit: 'act' }
    return 'refused' in proposed
      ? sentBack(context, proposed.refused, typed, about)
      : seeOther(`/receipts/${id}`, 'proposed')
  }
  mustBeAllowed(context, 'approve_receipt')
  const { typed, read } = readDecision(form, 'approved', 'declined')
  if ('refused' in read) return sentBack(context, read.refused, typed)
  if (read.done.kind === 'declined') {
    const declined = await declineReceipt(recorder, actor, { id, reason: read.done.reason })
    return 'refused' in declined ? sentBack(context, declined.refused, typed) : seeOther(`/receipts/${id}`, 'declined')
  }
  const shown = readForm(form, { properties: { shown_hash: { ...HASH, minLength: 0 } } })
  const shown_hash = 'done' in shown.read ? shown.read.done.shown_hash : ''
  const approved = await approveReceipt(recorder, actor, { id, shown_hash })
  return 'refused' in approved ? sentBack(context, approved.refused, typed) : seeOther(`/receipts/${id}`, 'approved')
}

export default function ReceiptPage() {
  const shown = useLoaderData<typeof loader>()
  const { receipt, statement, credit, free, proposals, open, acts } = shown
  const words = receiptWordsOf(useShell().language)
  const title = words.lineTitle(receipt.bank_reference)
  return (
    <Page title={title}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={title}
        within={{ href: `/receipts/statements/${statement.number}`, title: words.statement(statement.number) }}
        facts={[
          { name: words.state, value: <ReceiptTag state={receipt.state} /> },
          { name: words.amount, value: <bdi>{receipt.amount}</bdi> },
          { name: words.day, value: receipt.day },
          { name: words.account, value: <bdi className="written">{receipt.account}</bdi> },
          { name: words.payer, value: <bdi className="written">{receipt.payer || '–'}</bdi> },
          ...(receipt.payer_number === null
            ? []
            : [{ name: words.payerNumber, value: <bdi className="written">{receipt.payer_number}</bdi> }]),
          { name: words.reference, value: <bdi className="written">{receipt.reference || '–'}</bdi> },
          ...(statement.rehearsal
            ? [{ name: words.binding, value: <StateTag look="rehearsal">{words.rehearsal}</StateTag> }]
            : []),
          ...(credit === undefined ? [] : [{ name: words.creditTitle, value: <bdi>{credit}</bdi> }]),
          ...(free === undefined ? [] : [{ name: words.free, value: <bdi>{free}</bdi> }]),
        ]}
      />
      {receipt.bookings.length === 0 ? undefined : (
        <>
          <h2>{words.outcome}</h2>
          <Bookings bookings={receipt.bookings} />
        </>
      )}
      <h2 id="history">{words.history}</h2>
      {proposals.length === 0 ? <EmptyState>{words.noHistory}</EmptyState> : <Proposals proposals={proposals} />}
      {open === undefined ? (
        shown.mayPropose && acts.length > 0 ? (
          <ProposeForm action={`/receipts/${receipt.id}`} acts={acts} naming="match" words={words} />
        ) : undefined
      ) : open.isOwn || !shown.mayDecide ? (
        <EmptyState>{open.isOwn ? words.ownProposal : words.others}</EmptyState>
      ) : (
        <DecideForm action={`/receipts/${receipt.id}`} shown_hash={shown.shown_hash} words={words}>
          <Effect effect={shown.effect} />
        </DecideForm>
      )}
      <HistoryLink thing="receipts" id={receipt.id} />
    </Page>
  )
}

type Shown = Awaited<ReturnType<typeof showReceipt>>

function Proposals({ proposals }: Pick<Shown, 'proposals'>) {
  const words = receiptWordsOf(useShell().language)
  return (
    <DataTable
      titledBy="history"
      rows={proposals}
      columns={[
        {
          title: words.what,
          of: ({ kind, reference }) => (reference === null ? words.acts[kind] : words.matchTo(reference)),
        },
        {
          title: words.reason,
          of: ({ reason }) => (
            <span className="written" dir="auto">
              {reason}
            </span>
          ),
        },
        { title: words.proposedOn, of: ({ proposed }) => words.onBy(proposed.when, proposed.person) },
        {
          title: words.decidedOn,
          of: ({ decided }) =>
            decided === undefined ? (
              <StateTag look="open">{words.open}</StateTag>
            ) : (
              <>
                <StateTag look={decided.kind === 'approved' ? 'good' : 'bad'}>{words.decided[decided.kind]}</StateTag>{' '}
                {words.onBy(decided.when, decided.person)} <bdi className="written">{decided.reason}</bdi>
              </>
            ),
        },
      ]}
    />
  )
}

function Effect({ effect }: Pick<Shown, 'effect'>) {
  const words = receiptWordsOf(useShell().language)
  if (effect === undefined) return <p>{words.impossible}</p>
  return (
    <>
      {effect.takenBack === 0 ? undefined : <p>{words.takesBack(effect.takenBack)}</p>}
      {effect.returned === undefined ? undefined : <p>{words.returns(effect.returned)}</p>}
      <Bookings bookings={effect.bookings} />
    </>
  )
}
