/** One line of a return that is being entered: its fields, each with what is wrong in it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Problem } from '../../kernel/problem.ts'
import { Confirmation } from '../../pages/confirmation.tsx'
import { Button, ErrorSummary, Field, type SentBack, Select, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { actOnLine, type LineShown, showLine } from './draft-view.ts'
import { draftWordsOf } from './draft-words.ts'

export const handle = { see: 'edit_draft', act: 'edit_draft' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showLine(context, params)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await actOnLine(context, params, await sentForm(context, request))
}

export default function LinePage() {
  const shown = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language } = useShell()
  const words = draftWordsOf(language)
  const { sheet, row, columns, revision } = shown
  const title = row === undefined ? words.newLine : words.rowNumber(row)
  return (
    <Page title={`${title} · ${sheet.label}`}>
      <Confirmation sentences={words.done} />
      {sent === undefined ? <Wrong shown={shown} /> : <ErrorSummary problem={sent.problem} />}
      <ObjectHeader
        title={`${sheet.label}: ${title}`}
        within={{ href: `/returns/${shown.id}/draft/${sheet.name}`, title: sheet.label }}
        facts={[]}
      />
      {sheet.note === undefined ? undefined : <p className="prose">{sheet.note}</p>}
      <form method="post" className="form">
        <input type="hidden" name="revision" value={revision} />
        {columns.map((column) => (
          <Cell key={column.name} column={column} sent={sent} />
        ))}
        <Button>{words.save}</Button>
      </form>
      {row === undefined ? undefined : (
        <details className="folded">
          <summary>{words.remove}</summary>
          <p>{words.removeHint}</p>
          <form method="post">
            <input type="hidden" name="act" value="remove" />
            <input type="hidden" name="revision" value={revision} />
            <Button variant="secondary">{words.remove}</Button>
          </form>
        </details>
      )}
    </Page>
  )
}

interface CellProps {
  readonly column: LineShown['columns'][number]
  readonly sent: SentBack | undefined
}

function Cell({ column: { name, label, hint, choices, value, isFigure, isPlain, found }, sent }: CellProps) {
  const words = draftWordsOf(useShell().language)
  const control = `cell_${name}`
  const typed = sent?.typed[control] ?? value
  const said = found.map(({ sentence }) => sentence).join(' ')
  const problem: Problem | undefined =
    sent?.problem ?? (said === '' ? undefined : problemAt(control, found[0]?.code ?? '', said))
  const common = { name: control, label, hint, problem, defaultValue: typed }
  if (choices === undefined)
    return <Field {...common} dir={isPlain ? 'ltr' : 'auto'} {...(isFigure ? { inputMode: 'decimal' } : {})} />
  const isKnown = typed === '' || choices.some((one) => one.value === typed)
  return (
    <Select
      {...common}
      choices={[
        { value: '', label: words.notChosen },
        ...choices,
        // What stands there already is not changed by looking at it.
        ...(isKnown ? [] : [{ value: typed, label: typed }]),
      ]}
    />
  )
}

/** As the refusal of a field is shown, though nothing was refused: the line is saved. */
function problemAt(control: string, code: string, detail: string): Problem {
  return { type: '', title: '', status: 200, code, detail, place: `/body/${control}`, request_id: '' }
}

function Wrong({ shown: { columns, ofLine } }: { readonly shown: LineShown }) {
  const words = draftWordsOf(useShell().language)
  const inCells = columns.flatMap(({ name, found }) => found.map((one) => ({ ...one, href: `#cell_${name}` })))
  const count = inCells.length + ofLine.length
  if (count === 0) return undefined
  return (
    <div className="ds-error-summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{words.wrongHere(count)}</h2>
      <ul>
        {ofLine.map(({ sentence }) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {inCells.map(({ href, sentence }) => (
          <li key={href + sentence}>
            <a href={href}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
