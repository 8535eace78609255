/** One notice: how it stands, what is to be done and by when, the file that is relied upon, and what came of it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { firmFacts } from '../pages/firm-column.tsx'
import { Confirmation } from '../pages/confirmation.tsx'
import { ErrorSummary, useSentBack } from '../pages/form.tsx'
import { NextStep } from '../pages/next-step.tsx'
import { HistoryLink } from '../pages/history-link.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { Timeline } from '../pages/timeline.tsx'
import { dayText } from '../pages/when.ts'
import { actOnNotice } from './act-on-notice.ts'
import { FileSection } from './disclosure/file-section.tsx'
import { cureOf } from './notice.ts'
import { AnswerForm, ConsiderForm, LARGEST_FORM } from './notice-forms.tsx'
import { useHistory } from './notice-history.tsx'
import { NoticeTag } from './notice-tag.tsx'
import { noticeWordsOf } from './notice-words.ts'
import { showNotice } from './show-notices.ts'

export const handle = { see: 'see_notice', act: 'see_notice', largest: LARGEST_FORM } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showNotice(context, params['id'])
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await actOnNotice(context, idAsked(context, params['id']), await sentForm(context, request))
}

export default function NoticePage() {
  const shown = useLoaderData<typeof loader>()
  const { notice, view, firm, isOfFirms, due, rehearsal, bars, toConsider } = shown
  const sent = useSentBack()
  const { language } = useShell()
  const words = noticeWordsOf(language)
  const { number, status, issued_on, served_on, answer_ends_on, cure_ends_on, days_left } = view
  const day = dayText(cureOf(notice)?.happened_on ?? cure_ends_on ?? issued_on, language)
  const title = words.notice(number)
  const fact = (name: string, on: string | null) => (on === null ? [] : [{ name, value: dayText(on, language) }])
  const step = (is: boolean, href: string, said: string) =>
    is ? <NextStep href={`/notices/${notice.id}/${href}`}>{said}</NextStep> : undefined
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
          ...fact(words.issued, issued_on),
          ...fact(words.served, served_on),
          ...fact(words.answerBy, answer_ends_on),
          ...fact(words.lastDay, cure_ends_on),
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
      <p className="lead">
        {(isOfFirms ? words.ofOfficers : words.lead)[status](day, days_left === null ? '' : words.daysLeft(days_left))}
      </p>
      {notice.letter_id === null ? undefined : (
        <p>
          <a href={`/api/documents/${notice.letter_id}`}>{words.letter}</a>
        </p>
      )}
      {due === undefined ? undefined : <NextStep href={due.href}>{words.due[due.task]}</NextStep>}
      {shown.mayAcknowledge ? (
        <form method="post" className="act">
          <input type="hidden" name="act" value="acknowledge" />
          <p>{words.acknowledging}</p>
          <button className="ds-button" type="submit">
            {words.acknowledge}
          </button>
        </form>
      ) : undefined}
      {step(shown.mayServe, 'service', words.serve)}
      {step(shown.mayRecord, 'cure', words.record)}
      {step(shown.mayHear, 'hearing', words.hearing)}
      {step(shown.mayTime, 'time', words.time)}
      {bars.length === 0 || !isOfFirms ? undefined : (
        <>
          <h2>{words.before}</h2>
          <ul>
            {bars.map((bar) => (
              <li key={bar}>{words.bars[bar]}</li>
            ))}
          </ul>
        </>
      )}
      {toConsider.map((answer) => (
        <ConsiderForm key={answer.position} answer={answer} />
      ))}
      {shown.mayAnswer ? <AnswerForm /> : undefined}
      {shown.isClerk ? <p className="quiet">{words.onlySignatory}</p> : undefined}
      <h2>{words.history}</h2>
      <Timeline entries={useHistory(notice, shown.files)} />
      <HistoryLink thing="notices" id={notice.id} />
      <FileSection id={notice.id} items={shown.items} mayDisclose={shown.mayDisclose} />
    </Page>
  )
}
