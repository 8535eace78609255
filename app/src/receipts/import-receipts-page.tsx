/** An officer imports a statement of the bank. */
import type { ActionFunctionArgs } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { ChoiceField } from '../pages/choice-field.tsx'
import { Button, ErrorSummary, Field, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { type FormRefusal, readForm, sentBack, sentFile, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { importReceipts } from './import-receipts.ts'
import { receiptWordsOf } from './receipt-words.ts'
import { LARGEST_STATEMENT } from './receipt.ts'

/** What a browser writes around the file. */
const ROOM = 64 * 1024

export const handle = {
  see: 'import_receipts',
  act: 'import_receipts',
  largest: LARGEST_STATEMENT + ROOM,
} satisfies PageHandle

const NO_FILE: FormRefusal = { code: 'field_empty', place: '/body/file' }

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const { typed, read } = readForm(form, { properties: { rehearsal: { enum: ['false', 'true'] } } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const file = sentFile(form, 'file')
  if (file === undefined) return sentBack(context, NO_FILE, typed)
  const imported = await importReceipts(context.get(recorderContext), context.get(pageCall).actor, {
    name: file.name,
    rehearsal: read.done.rehearsal === 'true',
    bytes: new Uint8Array(await file.arrayBuffer()),
  })
  if ('refused' in imported)
    return sentBack(context, imported.refused, typed, { receipts_faulty: 'file', receipts_known: 'file' })
  return seeOther(`/receipts/statements/${imported.done.number}`, 'imported')
}

export default function ImportReceiptsPage() {
  const words = receiptWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <Page title={words.importTitle}>
      <p className="within">
        <a href="/receipts">{words.title}</a>
      </p>
      <h1>{words.importTitle}</h1>
      <p className="prose">{words.importIntro}</p>
      <form method="post" encType="multipart/form-data" className="form" action="/receipts/import">
        <ErrorSummary problem={problem} />
        <Field
          name="file"
          type="file"
          accept=".csv"
          label={words.file}
          hint={words.fileHint}
          required
          problem={problem}
        />
        <ChoiceField
          name="rehearsal"
          label={words.binding}
          problem={problem}
          defaultValue={typed['rehearsal'] ?? 'false'}
          choices={(['false', 'true'] as const).map((value) => ({
            value,
            label: words.bindings[value],
            hint: words.bindingHints[value],
          }))}
        />
        <Button>{words.importButton}</Button>
      </form>
    </Page>
  )
}
