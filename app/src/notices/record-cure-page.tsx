/** A case officer records that a failure was cured, and how that is known. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY, LONG_WORDS } from '../kernel/field-schemas.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, TextArea, useSentBack } from '../pages/form.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { lettersContext } from '../determinations/letters-context.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { sentNoticeFile } from './act-on-notice.ts'
import { recordCure } from './answer-notice.ts'
import { FileField, LARGEST_FORM } from './notice-forms.tsx'
import { type CureView, noticeAsked } from './notice-forms-view.ts'
import { noticeFormsWordsOf } from './notice-forms-words.ts'

export const handle = { see: 'record_cure', act: 'record_cure', largest: LARGEST_FORM } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await noticeAsked(context, params['id'])
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const { typed, read } = readForm(form, { properties: { cured_on: DAY, words: LONG_WORDS } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const id = idAsked(context, params['id'])
  const evidence = await sentNoticeFile(context, id, form)
  if ('refused' in evidence) return sentBack(context, evidence.refused, typed, { file_type_unfit: 'file' })
  const cured = await recordCure(
    context.get(recorderContext),
    context.get(shelfContext),
    context.get(lettersContext),
    context.get(pageCall).actor,
    { id, ...read.done, document_id: evidence.done },
  )
  if ('refused' in cured) return sentBack(context, cured.refused, typed, { cure_day: 'cured_on' })
  return seeOther(`/notices/${id}/cure`, 'cured')
}

export default function RecordCurePage() {
  const notice = useLoaderData<typeof loader>()
  const words = noticeFormsWordsOf(useShell().language)
  const { number, firm, title, rehearsal, year, servedOn, cureEndsOn, daysLeft, answers, curedOn, curedWords } = notice
  const left = daysLeft >= 0 ? words.left(daysLeft) : words.over(-daysLeft)
  return (
    <Page title={`${words.cureTitle} · ${firm}`} rehearsal={rehearsal}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={words.cureTitle}
        within={{ href: `/notices/${notice.id}`, title: words.noticeOf(number) }}
        facts={[
          {
            name: words.state,
            value:
              curedOn === undefined ? (
                <StateTag look="open">{words.open}</StateTag>
              ) : (
                <StateTag look="good">{words.curedOn(curedOn)}</StateTag>
              ),
          },
          { name: words.firm, value: <bdi>{firm}</bdi> },
          { name: words.programme, value: title },
          { name: words.year, value: <bdi>{year}</bdi> },
          ...(servedOn === undefined ? [] : [{ name: words.servedOn, value: servedOn }]),
          ...(cureEndsOn === undefined
            ? []
            : [{ name: words.cureEndsOn, value: curedOn === undefined ? `${cureEndsOn} (${left})` : cureEndsOn }]),
        ]}
      />
      <h2>{words.answers}</h2>
      {answers.length === 0 ? <EmptyState>{words.noAnswer}</EmptyState> : undefined}
      {answers.map(({ when, words: said }) => (
        <div key={when}>
          <p className="quiet">{when}</p>
          <p className="passage" dir="auto">
            {said}
          </p>
        </div>
      ))}
      {servedOn === undefined || cureEndsOn === undefined ? (
        <EmptyState>{words.notServedYet}</EmptyState>
      ) : curedOn === undefined ? (
        <CureForm notice={{ ...notice, servedOn, cureEndsOn }} />
      ) : (
        <>
          <h2>{words.cured}</h2>
          <p className="passage" dir="auto">
            {curedWords}
          </p>
          <EmptyState>{words.alreadyCured}</EmptyState>
        </>
      )}
    </Page>
  )
}

type Served = CureView & { readonly servedOn: string; readonly cureEndsOn: string }

function CureForm({ notice: { id, firm, servedOn, cureEndsOn, today, sample } }: { readonly notice: Served }) {
  const words = noticeFormsWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <form className="act" method="post" encType="multipart/form-data" action={`/notices/${id}/cure`}>
      <h2>{words.cureTitle}</h2>
      <ErrorSummary problem={problem} />
      <Field
        name="cured_on"
        label={words.day}
        hint={words.dayHint(servedOn, today, sample)}
        dir="ltr"
        defaultValue={typed['cured_on']}
        problem={problem}
      />
      <TextArea
        name="words"
        label={words.words}
        hint={words.wordsHint}
        defaultValue={typed['words']}
        problem={problem}
      />
      <FileField label={words.evidence} hint={words.evidenceHint} />
      <Consequence>
        <p>{words.inTime(cureEndsOn)}</p>
        <p>{words.late(cureEndsOn)}</p>
        <p>{words.counts(firm)}</p>
      </Consequence>
      <Button>{words.record}</Button>
    </form>
  )
}
