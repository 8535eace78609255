/** One statement with its lines. A second officer books it as it is shown, or sends it back. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { HASH, REASON } from '../kernel/field-schemas.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from '../pages/form.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { mustBeAllowed, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { bookReceipts, sendBackReceipts } from './book-receipts.ts'
import { Lines, StatementTag } from './receipt-parts.tsx'
import { receiptWordsOf } from './receipt-words.ts'
import { showStatement } from './show-receipts.ts'

export const handle = { see: 'see_receipts', act: 'see_receipts' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showStatement(context, params['number'] ?? '')
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const number = params['number'] ?? ''
  const form = await sentForm(context, request)
  const recorder = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  const address = `/receipts/statements/${number}`
  if (form.get('what') === 'send_back') {
    mustBeAllowed(context, 'send_back_receipts')
    const { typed, read } = readForm(form, { properties: { what: {}, reason: REASON } })
    if ('refused' in read) return sentBack(context, read.refused, typed)
    const returned = await sendBackReceipts(recorder, actor, { number, reason: read.done.reason })
    return 'refused' in returned ? sentBack(context, returned.refused, typed) : seeOther(address, 'sent_back')
  }
  mustBeAllowed(context, 'book_receipts')
  const { typed, read } = readForm(form, { properties: { what: {}, shown_hash: HASH } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const booked = await bookReceipts(recorder, actor, { number, shown_hash: read.done.shown_hash })
  return 'refused' in booked ? sentBack(context, booked.refused, typed) : seeOther(address, 'booked')
}

export default function ReceiptStatementPage() {
  const shown = useLoaderData<typeof loader>()
  const { statement, lines, imported, decided } = shown
  const words = receiptWordsOf(useShell().language)
  const { number, name, state, sums, known, rehearsal } = statement
  return (
    <Page title={`${words.statement(number)} · ${name}`}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={words.statement(number)}
        within={{ href: '/receipts', title: words.title }}
        facts={[
          { name: words.file_name, value: <bdi className="written">{name}</bdi> },
          { name: words.state, value: <StatementTag state={state} /> },
          ...(rehearsal
            ? [{ name: words.binding, value: <StateTag look="rehearsal">{words.rehearsal}</StateTag> }]
            : []),
          { name: words.lines, value: words.lineCount(statement.lines, known) },
          { name: words.amount, value: sums.map((sum) => <bdi key={sum}>{sum} </bdi>) },
          { name: words.importedOn, value: words.onBy(imported.when, imported.person) },
          ...(decided === undefined
            ? []
            : [{ name: words.decidedOn, value: words.onBy(decided.when, decided.person) }]),
        ]}
      />
      {decided === undefined || decided.reason === null ? undefined : (
        <>
          <h2>{words.whySentBack}</h2>
          <p className="passage" dir="auto">
            {decided.reason}
          </p>
        </>
      )}
      <h2 id="lines">{words.lines}</h2>
      <Lines titledBy="lines" lines={lines} isForeseen={state === 'imported'} />
      {decided !== undefined ? undefined : shown.isOwn || !shown.mayDecide ? (
        <EmptyState>{shown.isOwn ? words.ownStatement : words.others}</EmptyState>
      ) : (
        <DecideForms number={number} shown={shown} />
      )}
    </Page>
  )
}

interface DecideFormsProps {
  readonly number: string
  readonly shown: Awaited<ReturnType<typeof showStatement>>
}

function DecideForms({ number, shown: { shown_hash, matched, lines } }: DecideFormsProps) {
  const words = receiptWordsOf(useShell().language)
  const { problem, typed } = useSentBack() ?? {}
  const isBack = typed?.['what'] === 'send_back'
  const address = `/receipts/statements/${number}`
  return (
    <>
      <form className="act" method="post" action={address}>
        <h2>{words.book}</h2>
        <ErrorSummary problem={isBack ? undefined : problem} />
        <input type="hidden" name="what" value="book" />
        <input type="hidden" name="shown_hash" value={shown_hash ?? ''} />
        <Consequence>
          <p>{words.bookEffect(matched, lines.length - matched)}</p>
        </Consequence>
        <Button>{words.bookButton}</Button>
      </form>
      <form className="act" method="post" action={address}>
        <h2>{words.sendBack}</h2>
        <ErrorSummary problem={isBack ? problem : undefined} />
        <input type="hidden" name="what" value="send_back" />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.sendBackHint}
          problem={isBack ? problem : undefined}
          defaultValue={isBack ? typed['reason'] : undefined}
        />
        <Button variant="secondary">{words.sendBack}</Button>
      </form>
    </>
  )
}
