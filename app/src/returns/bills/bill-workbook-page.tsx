/** A bill of materials comes as a workbook, and goes back with its errors where it has some. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, type SentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { RETURN_LIMITS } from '../return-limits.ts'
import type { BillImported } from './import-bill-workbook.ts'
import { showBillWorkbook, uploadBillWorkbook } from './bill-workbook-view.ts'
import { billWorkbookWordsOf } from './bill-workbook-words.ts'

/** What a browser writes around the file. */
const ROOM = 64 * 1024

export const handle = {
  see: 'import_bill_workbook',
  act: 'import_bill_workbook',
  largest: RETURN_LIMITS.bytes + ROOM,
} satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showBillWorkbook(context, params)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await uploadBillWorkbook(context, params, await request.formData())
}

export default function BillWorkbookPage() {
  const { model, revision, version, isDraft } = useLoaderData<typeof loader>()
  const answered = useActionData<SentBack | { readonly faulty: BillImported }>()
  const problem = answered !== undefined && 'problem' in answered ? answered.problem : undefined
  const faulty = answered !== undefined && 'faulty' in answered ? answered.faulty : undefined
  const { language } = useShell()
  const words = billWorkbookWordsOf(language)
  const home = `/models/${model.id}/bills/${revision}`
  const title = words.title(revision, model.name)
  return (
    <Page title={title}>
      <ErrorSummary problem={problem} />
      <ObjectHeader title={title} within={{ href: home, title: model.name }} facts={[]} />
      {faulty === undefined ? undefined : <Faulty faulty={faulty} />}
      <p className="prose">{words.intro}</p>
      <p>
        <a href={`/api${home}/workbook?language=${language}`} download>
          {words.fetch}
        </a>
      </p>
      {isDraft ? (
        <form method="post" encType="multipart/form-data" className="form" action={`${home}/workbook`}>
          <input type="hidden" name="version" value={version} />
          <Field name="file" type="file" accept=".xlsx" label={words.file} required problem={problem} />
          <Button>{words.upload}</Button>
        </form>
      ) : (
        <EmptyState>{words.released}</EmptyState>
      )}
    </Page>
  )
}

const MOST_SHOWN = 200

function Faulty({ faulty: { document_id, errors, error_count } }: { readonly faulty: BillImported }) {
  const { language } = useShell()
  const words = billWorkbookWordsOf(language)
  return (
    <>
      <p className="lead" role="status">
        {words.notTaken(error_count)}
      </p>
      {errors.every(({ sheet }) => sheet === null) ? undefined : (
        <p>
          <a href={`/api/bill-workbooks/${document_id}/annotated?language=${language}`} download>
            {words.annotated}
          </a>
        </p>
      )}
      <h2 id="found">{words.found}</h2>
      <DataTable
        titledBy="found"
        rows={errors.slice(0, MOST_SHOWN)}
        columns={[
          {
            title: words.place,
            of: ({ sheet, row, column }) => (
              <bdi>{[sheet, `${column ?? ''}${row ?? ''}`].filter((one) => one !== null && one !== '').join(' ')}</bdi>
            ),
          },
          { title: words.what, of: ({ sentence }) => sentence[language] },
        ]}
      />
    </>
  )
}
