/** A case officer records that a notice was served, with the document that proves it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY, LONG_WORDS } from '../kernel/field-schemas.ts'
import { Consequence } from '../pages/consequence.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, Select, TextArea, useSentBack } from '../pages/form.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { neededNoticeFile } from './act-on-notice.ts'
import { FileField, LARGEST_FORM } from './notice-forms.tsx'
import { noticeAsked } from './notice-forms-view.ts'
import { noticeFormsWordsOf } from './notice-forms-words.ts'
import { serveNotice } from './serve-notice.ts'

export const handle = { see: 'serve_notice', act: 'serve_notice', largest: LARGEST_FORM } satisfies PageHandle

const FIELDS = {
  properties: { means: { enum: ['courier', 'by_hand'] }, served_on: DAY, words: LONG_WORDS },
} as const

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await noticeAsked(context, params['id'])
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const { typed, read } = readForm(form, FIELDS)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const id = idAsked(context, params['id'])
  const proof = await neededNoticeFile(context, id, form)
  if ('refused' in proof) return sentBack(context, proof.refused, typed, { file_type_unfit: 'file' })
  const { served_on, words } = read.done
  const means = read.done.means === 'courier' ? 'courier' : 'by_hand'
  const input = { id, means, served_on, words, proof_id: proof.done } as const
  const { actor } = context.get(pageCall)
  const served = await serveNotice(context.get(recorderContext), context.get(shelfContext), actor, input)
  if ('refused' in served) return sentBack(context, served.refused, typed, { service_day: 'served_on' })
  return seeOther(`/notices/${id}`, 'served')
}

export default function ServeNoticePage() {
  const { id, number, firm, title, rehearsal, year, issuedOn, servedOn, today } = useLoaderData<typeof loader>()
  const words = noticeFormsWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <Page title={`${words.serveTitle} · ${firm}`} rehearsal={rehearsal}>
      <ErrorSummary problem={problem} />
      <ObjectHeader
        title={words.serveTitle}
        within={{ href: `/notices/${id}`, title: words.noticeOf(number) }}
        facts={[
          { name: words.firm, value: <bdi>{firm}</bdi> },
          { name: words.programme, value: title },
          { name: words.year, value: <bdi>{year}</bdi> },
          { name: words.issuedOn, value: issuedOn },
          ...(servedOn === undefined ? [] : [{ name: words.servedOn, value: servedOn }]),
        ]}
      />
      {servedOn === undefined ? (
        <form className="act" method="post" encType="multipart/form-data" action={`/notices/${id}/service`}>
          <p className="prose">{words.orInbox}</p>
          <Select
            name="means"
            label={words.means}
            choices={[
              { value: 'courier', label: words.byCourier },
              { value: 'by_hand', label: words.byHand },
            ]}
            defaultValue={typed['means']}
            problem={problem}
          />
          <Field
            name="served_on"
            label={words.servedOn}
            hint={words.servedHint(issuedOn, today)}
            dir="ltr"
            required
            defaultValue={typed['served_on']}
            problem={problem}
          />
          <TextArea
            name="words"
            label={words.received}
            hint={words.receivedHint}
            defaultValue={typed['words']}
            problem={problem}
          />
          <FileField isNeeded label={words.proof} hint={words.proofHint} />
          <Consequence>
            <p>{words.willServe(firm)}</p>
            <p>{words.notUndone}</p>
          </Consequence>
          <Button>{words.serve}</Button>
        </form>
      ) : (
        <EmptyState>{words.alreadyServed}</EmptyState>
      )}
    </Page>
  )
}
