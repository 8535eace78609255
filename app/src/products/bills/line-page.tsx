/** One line of a draft, to be changed or removed. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ErrorSummary, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { BLANK_LINE } from './bill.ts'
import { typedOf } from './bill-form.ts'
import { actOnBill, showBill } from './bill-view.ts'
import { billWordsOf } from './bill-words.ts'
import { LineForm } from './line-form.tsx'

export const handle = { see: 'edit_bill', act: 'edit_bill' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showBill(context, params)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await actOnBill(context, params, await request.formData())
}

export default function LinePage() {
  const { model, bill, line = BLANK_LINE, canEdit } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const words = billWordsOf(useShell().language)
  const home = `/models/${model.id}/bills/${bill.revision}`
  const own = `${home}/lines/${line.position}`
  return (
    <Page title={`${words.editLine(line.position)} · ${words.title(bill.revision, model.name)}`}>
      <ErrorSummary problem={sent?.problem} />
      <ObjectHeader
        title={words.editLine(line.position)}
        within={{ href: home, title: words.title(bill.revision, model.name) }}
        facts={[]}
      />
      {canEdit ? (
        <>
          <LineForm
            action={own}
            version={bill.version}
            typed={sent === undefined || Object.keys(sent.typed).length === 0 ? typedOf(line) : sent.typed}
            problem={sent?.problem}
            label={words.change}
          />
          <form method="post" action={own}>
            <input type="hidden" name="act" value="remove" />
            <input type="hidden" name="version" value={bill.version} />
            <button className="ds-button" data-variant="secondary" type="submit">
              {words.remove}
            </button>
          </form>
        </>
      ) : undefined}
    </Page>
  )
}
