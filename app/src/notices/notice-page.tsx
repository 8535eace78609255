/** One notice: when it was served, how long there is to cure, and what came of it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { firmFacts } from '../pages/firm-column.tsx'
import { Confirmation } from '../pages/confirmation.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from '../pages/form.tsx'
import { NextStep } from '../pages/next-step.tsx'
import { HistoryLink } from '../pages/history-link.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Said } from '../pages/said.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { Timeline, type TimelineEntry } from '../pages/timeline.tsx'
import { dayText, momentOf } from '../pages/when.ts'
import { answerNotice } from './answer-notice.ts'
import { cureOf, type Notice } from './notice.ts'
import { NoticeTag } from './notice-tag.tsx'
import { noticeWordsOf } from './notice-words.ts'
import { ANSWER } from './notices-api.ts'
import { showNotice } from './show-notices.ts'

export const handle = { see: 'see_notice', act: 'answer_notice' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showNotice(context, params['id'])
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = idAsked(context, params['id'])
  const { typed, read } = readForm(await sentForm(context, request), ANSWER)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const outcome = await answerNotice(context.get(recorderContext), actor, { id, words: read.done.words })
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed)
  return seeOther(`/notices/${id}`, 'answered')
}

export default function NoticePage() {
  const { notice, view, firm, isOfFirms, mayRecord, due, mayAnswer, isClerk, rehearsal } =
    useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language } = useShell()
  const words = noticeWordsOf(language)
  const { number, status, served_on, cure_ends_on, days_left } = view
  const day = dayText(cureOf(notice)?.happened_on ?? cure_ends_on, language)
  const title = words.notice(number)
  return (
    <Page title={title} rehearsal={rehearsal}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <ObjectHeader
        title={title}
        within={{ href: '/notices', title: words.title }}
        facts={[
          ...firmFacts(firm, language),
          { name: words.state, value: <NoticeTag status={status} /> },
          { name: words.served, value: dayText(served_on, language) },
          { name: words.lastDay, value: dayText(cure_ends_on, language) },
          {
            name: words.failure,
            value: (
              <a href={`/determinations/${number}`} dir="ltr">
                {number}
              </a>
            ),
          },
        ]}
      />
      <p className="lead">{(isOfFirms ? words.ofOfficers : words.lead)[status](day, words.daysLeft(days_left))}</p>
      {due === undefined ? undefined : <NextStep href={due.href}>{words.due[due.task]}</NextStep>}
      {mayRecord ? <NextStep href={`/notices/${notice.id}/cure`}>{words.record}</NextStep> : undefined}
      <h2>{words.history}</h2>
      <Timeline entries={useHistory(notice)} />
      <HistoryLink thing="notices" id={notice.id} />
      {mayAnswer ? (
        <>
          <h2>{words.answer}</h2>
          <form method="post" className="form">
            <TextArea
              name="words"
              label={words.words}
              hint={words.answerHint}
              defaultValue={sent?.typed['words']}
              problem={sent?.problem}
            />
            <Button>{words.answerIt}</Button>
          </form>
        </>
      ) : isClerk ? (
        <p className="quiet">{words.onlySignatory}</p>
      ) : undefined}
    </Page>
  )
}

function useHistory({ recorded_at: served_at, events }: Notice): readonly TimelineEntry[] {
  const { language } = useShell()
  const words = noticeWordsOf(language)
  return [
    { ...momentOf(served_at, language), what: [words.events.served] },
    ...events.map(({ kind, words: said, recorded_at }) => ({
      ...momentOf(recorded_at, language),
      what: [<Said key="said" by={words.events[kind]} text={said} />],
    })),
  ]
}
