/** Lines of statements as tables, and what is booked of each. */
import { DataTable } from '../pages/data-table.tsx'
import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { receiptWordsOf } from './receipt-words.ts'
import type { ReceiptState } from './receipt.ts'
import type { BookingShown, showStatement, StatementState } from './show-receipts.ts'

type Line = Omit<Awaited<ReturnType<typeof showStatement>>['lines'][number], 'waits'> & {
  readonly waits?: Awaited<ReturnType<typeof showStatement>>['lines'][number]['waits']
}

const LOOKS: Readonly<Record<ReceiptState, Look>> = {
  imported: 'open',
  sent_back: 'bad',
  waiting: 'open',
  booked: 'good',
  returned: 'quiet',
  bounced: 'bad',
}

export function ReceiptTag({ state }: { readonly state: ReceiptState }) {
  return <StateTag look={LOOKS[state]}>{receiptWordsOf(useShell().language).states[state]}</StateTag>
}

export function StatementTag({ state }: { readonly state: StatementState }) {
  return <StateTag look={LOOKS[state]}>{receiptWordsOf(useShell().language).statementStates[state]}</StateTag>
}

interface LinesProps {
  readonly titledBy: string
  readonly lines: readonly Line[]
  /** Before it is booked: what would be. */
  readonly isForeseen?: boolean
  readonly title?: string
}

export function Lines({ titledBy, lines, isForeseen = false, title }: LinesProps) {
  const words = receiptWordsOf(useShell().language)
  return (
    <DataTable
      titledBy={titledBy}
      rows={lines}
      columns={[
        {
          title: words.bankReference,
          of: ({ id, bank_reference }) => (
            <a href={`/receipts/${id}`} dir="ltr">
              {bank_reference}
            </a>
          ),
        },
        { title: words.day, isWhole: true, of: ({ day }) => day },
        { title: words.amount, isAmount: true, of: ({ amount }) => <bdi>{amount}</bdi> },
        {
          title: words.payer,
          of: ({ payer, payer_number }) => (
            <span className="written">
              <bdi>{payer}</bdi> <bdi className="quiet">{payer_number}</bdi>
            </span>
          ),
        },
        {
          title: words.reference,
          of: ({ reference }) => (
            <span className="written" dir="auto">
              {reference}
            </span>
          ),
        },
        {
          title: title ?? (isForeseen ? words.outcomeForeseen : words.outcome),
          of: ({ state, bookings, waits, isProposed }) => (
            <>
              {isForeseen && bookings.length > 0 ? undefined : isForeseen ? (
                <StateTag look="open">{words.states.waiting}</StateTag>
              ) : (
                <ReceiptTag state={state} />
              )}{' '}
              {isProposed ? words.isProposed : undefined}
              {waits === null || waits === undefined ? undefined : words.waits[waits]}
              <Bookings bookings={bookings} />
            </>
          ),
        },
      ]}
    />
  )
}

export function Bookings({ bookings }: { readonly bookings: readonly BookingShown[] }) {
  const words = receiptWordsOf(useShell().language)
  return bookings.map(({ amount, finding, firm, isCredit, determination }, nth) => (
    <p key={nth}>
      {isCredit ? words.credit(amount, firm) : words.applied(amount, finding, firm)}{' '}
      <a href={`/determinations/${determination}`} dir="ltr" className="whole">
        {determination}
      </a>
    </p>
  ))
}
