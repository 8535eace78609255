/** One guarantee: what was called and released of it, and the forms of both officers. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { AMOUNT, HASH, REASON } from '../../kernel/field-schemas.ts'
import { Confirmation } from '../../pages/confirmation.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { firmFacts } from '../../pages/firm-column.tsx'
import { HistoryLink } from '../../pages/history-link.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { mustBeAllowed, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { plainAmount } from '../../pages/plain-amount.ts'
import { readDecision, readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { StateTag } from '../../pages/state-tag.tsx'
import { approveGuarantee, declineGuarantee, proposeGuarantee } from './decide-guarantee.ts'
import { DecideAct, ProposeAct } from './guarantee-forms.tsx'
import { GuaranteeTag } from './guarantee-tag.tsx'
import { guaranteeWordsOf } from './guarantee-words.ts'
import { GUARANTEE_ACTS, type GuaranteeAct } from './guarantee.ts'
import { showGuarantee } from './show-guarantees.ts'

export const handle = { see: 'see_guarantees', act: 'see_guarantees' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showGuarantee(context, params['number'] ?? '')
}

const REFERENCE = { pattern: '^(D-\\d{6,12})?$' }

export async function action({ context, params, request }: ActionFunctionArgs) {
  const number = params['number'] ?? ''
  const form = await sentForm(context, request)
  const recorder = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  const page = `/guarantees/${number}`
  if (form.get('what') === 'propose') {
    mustBeAllowed(context, 'propose_guarantee')
    form.set('amount', plainAmount(form.get('amount')))
    const { typed, read } = readForm(form, {
      properties: { what: {}, act: { enum: GUARANTEE_ACTS }, amount: AMOUNT, reference: REFERENCE, reason: REASON },
    })
    if ('refused' in read) return sentBack(context, read.refused, typed)
    const { act, amount, reference, reason } = read.done
    const asked = { number, kind: act as GuaranteeAct, amount, reference: reference === '' ? null : reference, reason }
    const proposed = await proposeGuarantee(recorder, actor, asked)
    const about = {
      guarantee_act_unfit: 'act',
      guarantee_beyond: 'amount',
      guarantee_over_owed: 'amount',
      guarantee_call_unfit: 'reference',
      guarantee_reference_missing: 'reference',
    }
    return 'refused' in proposed ? sentBack(context, proposed.refused, typed, about) : seeOther(page, 'proposed')
  }
  mustBeAllowed(context, 'approve_guarantee')
  const { typed, read } = readDecision(form, 'approved', 'declined')
  if ('refused' in read) return sentBack(context, read.refused, typed)
  if (read.done.kind === 'declined') {
    const declined = await declineGuarantee(recorder, actor, { number, reason: read.done.reason })
    return 'refused' in declined ? sentBack(context, declined.refused, typed) : seeOther(page, 'declined')
  }
  const shown = readForm(form, { properties: { shown_hash: { ...HASH, minLength: 0 } } })
  const shown_hash = 'done' in shown.read ? shown.read.done.shown_hash : ''
  const approved = await approveGuarantee(recorder, actor, { number, shown_hash })
  return 'refused' in approved ? sentBack(context, approved.refused, typed) : seeOther(page, 'approved')
}

type Shown = Awaited<ReturnType<typeof showGuarantee>>

export default function GuaranteePage() {
  const shown = useLoaderData<typeof loader>()
  const { guarantee, document, steps, open, acts } = shown
  const { number, programme, licence, due } = guarantee
  const { language } = useShell()
  const words = guaranteeWordsOf(language)
  const title = words.one(number)
  return (
    <Page title={title}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={title}
        within={{ href: '/guarantees', title: words.title }}
        facts={[
          { name: words.state, value: <GuaranteeTag state={guarantee.state} /> },
          ...firmFacts(guarantee.firm, language),
          {
            name: words.secures,
            value: licence === null ? programme : words.securesLicence(programme, licence),
          },
          { name: words.issuer, value: <bdi className="written">{guarantee.issuer}</bdi> },
          { name: words.issuerNumber, value: <bdi className="written">{guarantee.issuer_number}</bdi> },
          { name: words.expiresOn, value: guarantee.expires },
          { name: words.amount, value: <bdi>{guarantee.amount}</bdi> },
          { name: words.called, value: <bdi>{guarantee.called}</bdi> },
          { name: words.released, value: <bdi>{guarantee.released}</bdi> },
          { name: words.free, value: <bdi>{guarantee.free}</bdi> },
          ...(due === undefined ? [] : [{ name: words.due, value: <bdi>{due}</bdi> }]),
          {
            name: words.document,
            value: (
              <a href={`/api/documents/${document.id}`}>
                <bdi className="written">{document.name}</bdi>
              </a>
            ),
          },
          ...(guarantee.rehearsal
            ? [{ name: words.binding, value: <StateTag look="rehearsal">{words.rehearsal}</StateTag> }]
            : []),
        ]}
      />
      {due === undefined ? undefined : <p className="prose">{words.dueHint(number)}</p>}
      <h2 id="steps">{words.steps}</h2>
      {steps.length === 0 ? <EmptyState>{words.others}</EmptyState> : <Steps steps={steps} />}
      {open === undefined ? (
        shown.mayPropose && acts.length > 0 ? (
          <ProposeAct number={number} acts={acts} />
        ) : undefined
      ) : open.isOwn || !shown.mayDecide ? (
        <EmptyState>{open.isOwn ? words.own : words.others}</EmptyState>
      ) : (
        <DecideAct shown={shown} />
      )}
      <HistoryLink thing="guarantees" id={number} />
    </Page>
  )
}

function Steps({ steps }: Pick<Shown, 'steps'>) {
  const words = guaranteeWordsOf(useShell().language)
  return (
    <DataTable
      titledBy="steps"
      rows={steps}
      columns={[
        {
          title: words.step,
          isWhole: true,
          of: ({ kind, reference }) =>
            reference === null ? (
              words.kinds[kind]
            ) : (
              <a href={`/determinations/${reference}`}>{words.callFor(reference)}</a>
            ),
        },
        { title: words.amount, isAmount: true, of: ({ amount }) => <bdi>{amount}</bdi> },
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
