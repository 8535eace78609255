/** One question about a return: the firm answers it, and who asked may take it back. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { LONG_WORDS, REASON } from '../../kernel/field-schemas.ts'
import { Confirmation } from '../../pages/confirmation.tsx'
import { Consequence } from '../../pages/consequence.tsx'
import { Button, ErrorSummary, type SentBack, TextArea, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { idAsked, mustBeAllowed, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { Said } from '../../pages/said.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { Timeline } from '../../pages/timeline.tsx'
import { dayText, momentOf } from '../../pages/when.ts'
import { answerQuestion, withdrawQuestion } from './ask-question.ts'
import { QuestionTag } from './question-tag.tsx'
import { questionWordsOf } from './question-words.ts'
import { showQuestion } from './show-questions.ts'

export const handle = { see: 'see_return', act: 'see_return' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showQuestion(context, params['id'])
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = idAsked(context, params['id'])
  const { actor, may } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const form = await sentForm(context, request)
  if (may('answer_question')) {
    const { typed, read } = readForm(form, { properties: { words: LONG_WORDS } })
    const answered = 'refused' in read ? read : await answerQuestion(recorder, actor, { id, words: read.done.words })
    return 'refused' in answered ? sentBack(context, answered.refused, typed) : seeOther(`/questions/${id}`, 'answered')
  }
  mustBeAllowed(context, 'withdraw_question')
  const { typed, read } = readForm(form, { properties: { reason: REASON } })
  const withdrawn = 'refused' in read ? read : await withdrawQuestion(recorder, actor, { id, words: read.done.reason })
  return 'refused' in withdrawn
    ? sentBack(context, withdrawn.refused, typed)
    : seeOther(`/questions/${id}`, 'withdrawn')
}

export default function QuestionPage() {
  const { id, called, firm, rehearsal, question, about, mayAnswer, mayWithdraw } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language } = useShell()
  const words = questionWordsOf(language)
  const { status, version, asked_on, due_on, end } = question
  return (
    <Page title={`${words.question} · ${called}`} rehearsal={rehearsal}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <ObjectHeader
        title={words.question}
        within={{ href: `/returns/${id}/questions`, title: `${called} · ${firm}` }}
        facts={[
          { name: words.state, value: <QuestionTag status={status} /> },
          { name: words.about, value: about },
          { name: words.version, value: <a href={`/returns/${id}/versions/${version}`}>{version}</a> },
          { name: words.asked, value: dayText(asked_on, language) },
          { name: words.answerBy, value: dayText(due_on, language) },
        ]}
      />
      <p className="lead">{words.meaning[status](dayText(due_on, language))}</p>
      <h2>{words.history}</h2>
      <Timeline
        entries={[
          {
            ...momentOf(question.recorded_at, language),
            what: [<Said key="said" by={words.events.asked} text={question.words} />],
          },
          ...(end === null
            ? []
            : [
                {
                  ...momentOf(end.recorded_at, language),
                  what: [<Said key="said" by={words.events[end.kind]} text={end.words} />],
                },
              ]),
        ]}
      />
      {mayAnswer ? <AnswerForm sent={sent} /> : undefined}
      {mayWithdraw ? <WithdrawForm sent={sent} /> : undefined}
    </Page>
  )
}

interface FormProps {
  readonly sent: SentBack | undefined
}

function AnswerForm({ sent }: FormProps) {
  const words = questionWordsOf(useShell().language)
  return (
    <form className="act" method="post">
      <h2>{words.answer}</h2>
      <TextArea
        name="words"
        label={words.answer}
        hint={words.answerHint}
        problem={sent?.problem}
        defaultValue={sent?.typed['words']}
      />
      <Button>{words.answerIt}</Button>
    </form>
  )
}

function WithdrawForm({ sent }: FormProps) {
  const words = questionWordsOf(useShell().language)
  return (
    <form className="act" method="post">
      <h2>{words.withdraw}</h2>
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        problem={sent?.problem}
        defaultValue={sent?.typed['reason']}
      />
      <Consequence>
        <p>{words.withdrawEffect}</p>
      </Consequence>
      <Button>{words.withdrawIt}</Button>
    </form>
  )
}
