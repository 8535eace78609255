/** What was asked about a return; an officer asks more. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { DAY, LONG_WORDS } from '../../kernel/field-schemas.ts'
import { Confirmation } from '../../pages/confirmation.tsx'
import { Consequence } from '../../pages/consequence.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import {
  Button,
  type Choice,
  ErrorSummary,
  Field,
  Select,
  type SentBack,
  TextArea,
  useSentBack,
} from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { idAsked, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { type FormRefusal, readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { askQuestion } from './ask-question.ts'
import { QuestionList } from './question-list.tsx'
import { questionWordsOf } from './question-words.ts'
import { showQuestions } from './show-questions.ts'

export const handle = { see: 'see_return', act: 'ask_question' } satisfies PageHandle

/** `models/imported_value`, and the number of a row, as far as there is one. */
const FIELDS = {
  properties: { about: { maxLength: 201 }, row: { maxLength: 7 }, words: LONG_WORDS, due_on: DAY },
} as const
const ROW = /^(?:[1-9]\d{0,6})?$/

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showQuestions(context, params['id'])
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { typed, read } = readForm(await sentForm(context, request), FIELDS)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { about, row: written, words, due_on } = read.done
  const noRow: FormRefusal = { code: 'field_unfit', place: '/body/row' }
  if (!ROW.test(written)) return sentBack(context, noRow, typed)
  const noSheet: FormRefusal = { code: 'field_not_chosen', place: '/body/about' }
  if (about === '' && written !== '') return sentBack(context, noSheet, typed)
  const row = written === '' ? null : Number(written)
  const [sheet = '', column = null] = about.split('/')
  const asked = await askQuestion(
    context.get(recorderContext),
    context.get(shelfContext),
    context.get(pageCall).actor,
    {
      return_id: idAsked(context, params['id']),
      cell: about === '' ? null : { sheet, row, column },
      words,
      due_on,
    },
  )
  if ('refused' in asked)
    return sentBack(context, asked.refused, typed, { answer_day: 'due_on', cell_unknown: 'about' })
  return seeOther(`/returns/${asked.done.return_id}/questions`, 'asked')
}

export default function QuestionsPage() {
  const { id, called, firm, rehearsal, clock, questions, isOfFirms, mayAsk, cells } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const words = questionWordsOf(useShell().language)
  return (
    <Page title={words.titleOf(called)} rehearsal={rehearsal}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <ObjectHeader
        title={words.title}
        within={{ href: `/returns/${id}`, title: called }}
        facts={clock === undefined ? [] : [{ name: words.review, value: clock }]}
      />
      {questions.length === 0 ? (
        <EmptyState>{(isOfFirms ? words.ofFirms : words).none}</EmptyState>
      ) : (
        <>
          <h2 id="questions">{words.title}</h2>
          <QuestionList titledBy="questions" questions={questions} />
        </>
      )}
      {mayAsk ? <AskForm cells={cells} firm={firm} sent={sent} /> : undefined}
    </Page>
  )
}

interface AskFormProps {
  readonly cells: readonly Choice[]
  readonly firm: string
  readonly sent: SentBack | undefined
}

function AskForm({ cells, firm, sent }: AskFormProps) {
  const words = questionWordsOf(useShell().language)
  return (
    <form className="act" method="post">
      <h2>{words.ask}</h2>
      <Select
        name="about"
        label={words.about}
        hint={words.aboutHint}
        problem={sent?.problem}
        defaultValue={sent?.typed['about']}
        choices={[{ value: '', label: words.wholeReturn }, ...cells]}
      />
      <Field
        name="row"
        label={words.row}
        hint={words.rowHint}
        inputMode="numeric"
        dir="ltr"
        problem={sent?.problem}
        defaultValue={sent?.typed['row']}
      />
      <TextArea
        name="words"
        label={words.words}
        hint={words.wordsHint}
        problem={sent?.problem}
        defaultValue={sent?.typed['words']}
      />
      <Field
        name="due_on"
        label={words.answerBy}
        hint={words.answerByHint}
        required
        dir="ltr"
        problem={sent?.problem}
        defaultValue={sent?.typed['due_on']}
      />
      <Consequence>
        <p>{words.askEffect(firm)}</p>
      </Consequence>
      <Button>{words.askIt}</Button>
    </form>
  )
}
