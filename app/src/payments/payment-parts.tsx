/** The lines of an order with the interest of each, and the forms of whoever decides on it. */
import { Consequence } from '../pages/consequence.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from '../pages/form.tsx'
import type { PasskeyAsked } from '../pages/passkey-button.tsx'
import { useShell } from '../pages/shell.tsx'
import { SignatureFields } from '../people/signature-fields.tsx'
import { paymentWordsOf } from './payment-words.ts'
import type { PaymentListed, showPayment } from './show-payments.ts'

type Line = Awaited<ReturnType<typeof showPayment>>['lines'][number]

interface LinesProps {
  readonly kind: PaymentListed['kind']
  readonly lines: readonly Line[]
}

export function Lines({ kind, lines }: LinesProps) {
  const words = paymentWordsOf(useShell().language)
  return (
    <DataTable
      titledBy="lines"
      rows={lines}
      columns={[
        { title: words.finding, of: ({ finding }) => finding },
        {
          title: words.determination,
          isWhole: true,
          of: ({ determination }) => (
            <a href={`/determinations/${determination}`} dir="ltr">
              {determination}
            </a>
          ),
        },
        {
          title: kind === 'payment' ? words.amount : words.overpaid,
          isAmount: true,
          of: ({ amount }) => <bdi>{amount}</bdi>,
        },
        kind === 'payment'
          ? { title: words.held, isAmount: true, of: ({ held }) => <bdi>{held}</bdi> }
          : { title: words.interest, isAmount: true, of: ({ interest }) => <bdi>{interest}</bdi> },
      ]}
    />
  )
}

/** For how long each part of what was paid too much was with the firm, and by which terms it bears interest. */
export function Interest({ line, nth }: { readonly line: Line; readonly nth: number }) {
  const words = paymentWordsOf(useShell().language)
  const { finding, terms, slices } = line
  return (
    <>
      <h3 id={`slices-${nth}`}>{words.slices(finding)}</h3>
      <p className="prose">{terms === null ? words.noInterest : words.terms(terms.rate, terms.days, terms.source)}</p>
      <DataTable
        titledBy={`slices-${nth}`}
        rows={slices}
        columns={[
          { title: words.slice, isAmount: true, of: ({ amount }) => <bdi>{amount}</bdi> },
          { title: words.from, of: ({ from }) => from },
          { title: words.until, of: ({ until }) => until },
          { title: words.days, isAmount: true, of: ({ days }) => days },
        ]}
      />
    </>
  )
}

interface ApproveFormProps {
  readonly payment: PaymentListed
  readonly shown_hash: string
  readonly passkey: PasskeyAsked | undefined
}

export function ApproveForm({ payment, shown_hash, passkey }: ApproveFormProps) {
  const words = paymentWordsOf(useShell().language)
  const { problem, typed } = useSentBack() ?? {}
  const { number, kind, amount, interest, rehearsal } = payment
  const firm = payment.firm?.name ?? ''
  const own = typed?.['what'] === 'approve' ? problem : undefined
  return (
    <form className="act" method="post" action={`/payments/${number}`}>
      <h2>{words.approve}</h2>
      <ErrorSummary problem={own} />
      <input type="hidden" name="what" value="approve" />
      <Consequence>
        <p>
          {kind === 'payment' ? words.effects.payment(amount, firm) : words.effects.recovery(amount, interest, firm)}
        </p>
        {rehearsal ? <p>{words.inRehearsal}</p> : undefined}
      </Consequence>
      <SignatureFields
        shown_hash={shown_hash}
        passkey={passkey}
        words={{ code: words.secondFactor, codeHint: words.secondFactorHint, signIt: words.sign }}
        problem={own}
      />
    </form>
  )
}

export function SendBackForm({ number }: { readonly number: string }) {
  const words = paymentWordsOf(useShell().language)
  const { problem, typed } = useSentBack() ?? {}
  const own = typed?.['what'] === 'send_back' ? problem : undefined
  return (
    <form className="act" method="post" action={`/payments/${number}`}>
      <h2>{words.sendBack}</h2>
      <ErrorSummary problem={own} />
      <input type="hidden" name="what" value="send_back" />
      <TextArea
        name="reason"
        label={words.sendBackReason}
        hint={words.sendBackHint}
        problem={own}
        defaultValue={own === undefined ? undefined : typed?.['reason']}
      />
      <Button variant="secondary">{words.sendBack}</Button>
    </form>
  )
}
