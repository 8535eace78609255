/** A case officer sees what the show-cause notice of a failure will say, and issues it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { lettersContext } from '../determinations/letters-context.ts'
import { Consequence } from '../pages/consequence.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, Select, useSentBack } from '../pages/form.tsx'
import { NextStep } from '../pages/next-step.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { issueNotice } from './issue-notice.ts'
import { failureAsked } from './notice-forms-view.ts'
import { noticeFormsWordsOf } from './notice-forms-words.ts'

export const handle = { see: 'issue_notice', act: 'issue_notice' } satisfies PageHandle

const FIELDS = {
  properties: {
    answer_length: { pattern: '^([1-9]|[1-8]\\d|90)$' },
    answer_counted_in: { enum: ['working_days', 'days'] },
  },
} as const

export async function loader({ context, params }: LoaderFunctionArgs) {
  return { failure: await failureAsked(context, params['number'] ?? '') }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const determination = params['number'] ?? ''
  const { typed, read } = readForm(await sentForm(context, request), FIELDS)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const answer_counted_in = read.done.answer_counted_in === 'days' ? 'days' : 'working_days'
  const issued = await issueNotice(
    context.get(recorderContext),
    context.get(shelfContext),
    context.get(lettersContext),
    actor,
    { determination, answer_length: Number(read.done.answer_length), answer_counted_in },
  )
  if ('refused' in issued) return sentBack(context, issued.refused, typed)
  return seeOther(`/notices/${issued.done.id}`, 'issued')
}

export default function IssueNoticePage() {
  const { failure } = useLoaderData<typeof loader>()
  const words = noticeFormsWordsOf(useShell().language)
  const { number, firm, title, rehearsal, year, failures, today, cureEndsOn, issued } = failure
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <Page title={`${words.issueTitle(number)} · ${firm}`} rehearsal={rehearsal}>
      <ObjectHeader
        title={words.issueTitle(number)}
        within={{ href: `/determinations/${number}/decide`, title: words.toDetermination(number) }}
        facts={[
          {
            name: words.state,
            value:
              issued === undefined ? (
                <StateTag look="open">{words.notIssued}</StateTag>
              ) : (
                <StateTag look="good">{words.issued}</StateTag>
              ),
          },
          { name: words.firm, value: <bdi>{firm}</bdi> },
          { name: words.programme, value: title },
          { name: words.year, value: <bdi>{year}</bdi> },
          ...(issued === undefined ? [] : [{ name: words.issuedOn, value: issued.on }]),
        ]}
      />
      <h2>{words.failures}</h2>
      <ul>
        {failures.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {issued === undefined ? (
        <form className="act" method="post" action={`/determinations/${number}/notice`}>
          <ErrorSummary problem={problem} />
          <Field
            name="answer_length"
            label={words.answerLength}
            hint={words.answerLengthHint}
            inputMode="numeric"
            dir="ltr"
            required
            defaultValue={typed['answer_length'] ?? '15'}
            problem={problem}
          />
          <Select
            name="answer_counted_in"
            label={words.countedIn}
            choices={[
              { value: 'working_days', label: words.workingDays },
              { value: 'days', label: words.calendarDays },
            ]}
            defaultValue={typed['answer_counted_in']}
            problem={problem}
          />
          <Consequence>
            <p>{words.willIssue(firm, today)}</p>
            <p>{words.willRun(cureEndsOn)}</p>
            <p>{words.willFollow}</p>
            <p>{words.notUndone}</p>
          </Consequence>
          <Button>{words.issue}</Button>
        </form>
      ) : (
        <>
          <EmptyState>{words.alreadyIssued}</EmptyState>
          <NextStep href={`/notices/${issued.id}`}>{words.toNotice}</NextStep>
        </>
      )}
    </Page>
  )
}
