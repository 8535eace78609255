/** An approving officer accepts the reconciliation of the year of a firm, so that what was held back is payable. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { REASON } from '../kernel/field-schemas.ts'
import { ChoiceField } from '../pages/choice-field.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { type FormRefusal, readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { paymentWordsOf } from './payment-words.ts'
import { acceptReconciliation } from './prepare-payment.ts'
import { heldBack } from './show-payments.ts'

export const handle = { see: 'accept_reconciliation', act: 'accept_reconciliation' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return { years: await heldBack(context) }
}

const NOT_CHOSEN: FormRefusal = { code: 'field_not_chosen', place: '/body/year' }
const YEAR = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([a-z][a-z0-9-]{1,60}) (\d{4}(?:-\d{2})?) (true|false)$/

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const { typed, read } = readForm(form, { properties: { year: { maxLength: 200 }, reason: REASON } })
  const chosen = YEAR.exec(typed['year'] ?? '')
  if (chosen === null) return sentBack(context, NOT_CHOSEN, typed)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const [, manufacturer_id = '', programme = '', year = '', rehearsal] = chosen
  const accepted = await acceptReconciliation(context.get(recorderContext), context.get(pageCall).actor, {
    manufacturer_id,
    programme,
    year,
    rehearsal: rehearsal === 'true',
    reason: read.done.reason,
  })
  if ('refused' in accepted) return sentBack(context, accepted.refused, typed, { reconciled_already: 'year' })
  return seeOther('/payments', 'reconciled')
}

export default function AcceptReconciliationPage() {
  const { years } = useLoaderData<typeof loader>()
  const words = paymentWordsOf(useShell().language)
  return (
    <Page title={words.reconcileTitle}>
      <p className="within">
        <a href="/payments">{words.title}</a>
      </p>
      <h1>{words.reconcileTitle}</h1>
      <p className="prose">{words.reconcileIntro}</p>
      {years.length === 0 ? <EmptyState>{words.nothingHeld}</EmptyState> : <AcceptForm years={years} />}
    </Page>
  )
}

function AcceptForm({ years }: { readonly years: Awaited<ReturnType<typeof heldBack>> }) {
  const words = paymentWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <form className="act" method="post" action="/payments/reconcile">
      <ErrorSummary problem={problem} />
      <ChoiceField
        name="year"
        label={words.chooseYear}
        problem={problem}
        defaultValue={typed['year']}
        choices={years.map(({ value, firm, year, programme, held }) => ({
          value,
          label: words.firmYear(firm, year),
          hint: words.heldHint(programme, held),
        }))}
      />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        problem={problem}
        defaultValue={typed['reason']}
      />
      <Consequence>
        <p>{words.reconcileEffect}</p>
      </Consequence>
      <Button>{words.reconcileButton}</Button>
    </form>
  )
}
