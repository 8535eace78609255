/** A firm takes back a version that it has not filed. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, type Params, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { Consequence } from '../../pages/consequence.tsx'
import { Button, ErrorSummary, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { idAsked, numberAsked, type PageContext, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { sentBack } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { momentOf } from '../../pages/when.ts'
import { ReturnTag } from './return-tag.tsx'
import { returnWordsOf } from './return-words.ts'
import { showDraft } from './show-returns.ts'
import { withdrawDraft } from './withdraw-draft.ts'

export const handle = { see: 'withdraw_draft', act: 'withdraw_draft' } satisfies PageHandle

function draftAsked(context: PageContext, { id, version }: Params) {
  return { id: idAsked(context, id), version: numberAsked(context, version) }
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showDraft(context, draftAsked(context, params))
}

export async function action({ context, params }: ActionFunctionArgs) {
  const draft = draftAsked(context, params)
  const withdrawn = await withdrawDraft(context.get(recorderContext), context.get(pageCall).actor, draft)
  return 'refused' in withdrawn
    ? sentBack(context, withdrawn.refused, {})
    : seeOther(`/returns/${draft.id}`, 'withdrawn')
}

export default function WithdrawDraftPage() {
  const { id, version, status, uploaded_at, called, rehearsal } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language } = useShell()
  const words = returnWordsOf(language)
  const title = words.withdraw(version)
  return (
    <Page title={`${title} · ${words.returnOf(called)}`} rehearsal={rehearsal}>
      <ErrorSummary problem={sent?.problem} />
      <ObjectHeader
        title={title}
        within={{ href: `/returns/${id}/versions/${version}`, title: words.returnOf(called) }}
        facts={[
          { name: words.state, value: <ReturnTag status={status} /> },
          { name: words.uploaded, value: momentOf(uploaded_at, language).when },
        ]}
      />
      {status === 'draft' || status === 'faulty' ? (
        <form className="act" method="post">
          <Consequence>
            <p>{words.withdrawEffect}</p>
          </Consequence>
          <Button>{title}</Button>
        </form>
      ) : (
        <p className="lead">{words.next[status]}</p>
      )}
    </Page>
  )
}
