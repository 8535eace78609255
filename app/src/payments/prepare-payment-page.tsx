/** A case officer prepares the order to pay what is payable to a firm, or to recover what it was paid too much. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { LONG_WORDS } from '../kernel/field-schemas.ts'
import { ChoiceField } from '../pages/choice-field.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { type FormRefusal, readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { paymentWordsOf } from './payment-words.ts'
import { preparePayment } from './prepare-payment.ts'
import { payableNow } from './show-payments.ts'

export const handle = { see: 'prepare_payment', act: 'prepare_payment' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return { offers: await payableNow(context) }
}

const NOT_CHOSEN: FormRefusal = { code: 'field_not_chosen', place: '/body/offer' }
const OFFER =
  /^(payment|recovery) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([a-z][a-z0-9-]{1,60}) (\d{4}(?:-\d{2})?) (true|false) ([A-Z]{3})$/

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const { typed, read } = readForm(form, { properties: { offer: { maxLength: 200 }, reasons: LONG_WORDS } })
  const chosen = OFFER.exec(typed['offer'] ?? '')
  if (chosen === null) return sentBack(context, NOT_CHOSEN, typed)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const [, kind, manufacturer_id = '', programme = '', year = '', rehearsal, currency = ''] = chosen
  const prepared = await preparePayment(context.get(recorderContext), context.get(pageCall).actor, {
    kind: kind === 'recovery' ? 'recovery' : 'payment',
    manufacturer_id,
    programme,
    year,
    currency,
    rehearsal: rehearsal === 'true',
    reasons: read.done.reasons,
  })
  const about = { nothing_payable: 'offer', nothing_recoverable: 'offer', payment_open: 'offer' }
  if ('refused' in prepared) return sentBack(context, prepared.refused, typed, about)
  return seeOther(`/payments/${prepared.done.number}`, 'prepared')
}

export default function PreparePaymentPage() {
  const { offers } = useLoaderData<typeof loader>()
  const words = paymentWordsOf(useShell().language)
  return (
    <Page title={words.prepareTitle}>
      <p className="within">
        <a href="/payments">{words.title}</a>
      </p>
      <h1>{words.prepareTitle}</h1>
      <p className="prose">{words.prepareIntro}</p>
      {offers.length === 0 ? <EmptyState>{words.nothing}</EmptyState> : <PrepareForm offers={offers} />}
    </Page>
  )
}

function PrepareForm({ offers }: { readonly offers: Awaited<ReturnType<typeof payableNow>> }) {
  const words = paymentWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const [only] = offers.length === 1 ? offers : []
  return (
    <form className="act" method="post" action="/payments/prepare">
      <ErrorSummary problem={problem} />
      <ChoiceField
        name="offer"
        label={words.choose}
        problem={problem}
        defaultValue={typed['offer'] ?? only?.value}
        choices={offers.map(({ value, kind, firm, programme, year, amount, held, interest }) =>
          kind === 'payment'
            ? { value, label: words.toPay(amount, firm), hint: words.payHint(programme, year, held) }
            : { value, label: words.toRecover(amount, firm), hint: words.recoverHint(programme, year, interest) },
        )}
      />
      <TextArea
        name="reasons"
        label={words.reasons}
        hint={words.reasonsHint}
        problem={problem}
        defaultValue={typed['reasons']}
      />
      <Consequence>
        <p>{words.prepareEffect}</p>
        {offers.some(({ rehearsal }) => rehearsal) ? <p>{words.inRehearsal}</p> : undefined}
      </Consequence>
      <Button>{words.prepareButton}</Button>
    </form>
  )
}
