/** The same by a table of the reader’s own, which is worked out and forgotten. */
import { type ActionFunctionArgs, data, useActionData } from 'react-router'
import { Button, ErrorSummary, Field, type SentBack } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { ownTableSent } from './own-table-sent.ts'
import type { SpilloverJson } from './spillover-json.ts'
import { SpilloverResult } from './spillover-result.tsx'
import { TYPED } from './spillover-view.ts'
import { spilloverWordsOf } from './spillover-words.ts'
import { SENT_LIMITS } from './table-limits.ts'

/** What a browser writes around the file. */
const ROOM = 64 * 1024

export const handle = {
  see: 'work_out_spillover',
  act: 'work_out_spillover',
  largest: SENT_LIMITS.bytes + ROOM,
} satisfies PageHandle

interface WorkedOut {
  readonly found: SpilloverJson
  readonly typed: SentBack['typed']
}

export async function action({
  context,
  request,
}: ActionFunctionArgs): Promise<WorkedOut | ReturnType<typeof data<SentBack>>> {
  const { typed, found } = await ownTableSent(context, request)
  if ('done' in found) return { found: found.done, typed }
  const { refused } = found
  const place = 'place' in refused ? refused.place.replace('querystring', 'body') : '/body/file'
  return sentBack(context, refused, typed, { [refused.code]: place.replace('/body/', '') })
}

export default function OwnTablePage() {
  const answered = useActionData<WorkedOut | SentBack>()
  const problem = answered !== undefined && 'problem' in answered ? answered.problem : undefined
  const found = answered !== undefined && 'found' in answered ? answered.found : undefined
  const words = spilloverWordsOf(useShell().language)
  const typed = answered?.typed
  const labels = {
    country: words.country,
    sector: words.askSector,
    amount: words.askAmount(found?.table.unit ?? words.ofTable),
    into: words.askInto,
  }
  const hints = { country: words.countryHint, sector: words.nameHint, amount: undefined, into: words.intoOwnHint }
  return (
    <Page title={words.own}>
      <p>
        <a href="/spillover">{words.shipped}</a>
      </p>
      <h1>{words.own}</h1>
      <p className="lead">{words.ownLead}</p>
      <ErrorSummary problem={problem} />
      <form method="post" encType="multipart/form-data" className="form" action="/spillover/own#result">
        <Field
          name="file"
          type="file"
          accept=".csv,.xlsx"
          label={words.file}
          hint={words.fileHint}
          required
          problem={problem}
        />
        {TYPED.map((name) => (
          <Field
            key={name}
            name={name}
            dir={name === 'amount' ? 'ltr' : 'auto'}
            inputMode={name === 'amount' ? 'decimal' : undefined}
            label={labels[name]}
            hint={hints[name]}
            defaultValue={typed?.[name]}
            problem={problem}
          />
        ))}
        <div className="one-line">
          <Button>{words.work}</Button>
          <button className="ds-button" data-variant="secondary" type="submit" formAction="/spillover/own/table.csv">
            {words.asCsv}
          </button>
        </div>
      </form>
      {found === undefined ? undefined : <SpilloverResult found={found} />}
    </Page>
  )
}
