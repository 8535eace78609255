/** A comment on a clause, an answer, or the report: one thing on each page. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ChoiceField } from '../pages/choice-field.tsx'
import { Button, ErrorSummary, Field, Select, TextArea, useSentBack } from '../pages/form.tsx'
import { notHere } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { actOnConsultation, formAsked } from './act-on-consultation.ts'
import { LARGEST_ATTACHMENT, OUTCOMES } from './consultation.ts'
import { consultationWordsOf } from './consultation-words.ts'
import { showConsultation } from './show-consultations.ts'

/** What a browser writes around the file. */
const ROOM = 64 * 1024

export const handle = {
  see: 'see_consultations',
  act: 'see_consultations',
  largest: LARGEST_ATTACHMENT + ROOM,
} satisfies PageHandle

function commentIn(request: Request): string {
  return new URL(request.url).searchParams.get('comment') ?? ''
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const what = formAsked(context, params['what'])
  const shown = await showConsultation(context, params['number'])
  const comment = shown.comments.find(({ id, answer }) => id === commentIn(request) && answer === null)
  const may = {
    comment: shown.isCommenter,
    answer: shown.mayAnswer && comment !== undefined,
    report: shown.mayReport,
  }[what]
  if (!may) throw notHere(context)
  return { what, number: shown.number, title: shown.effect.title, clauses: shown.clauses, comment }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const about = {
    number: params['number'] ?? '',
    what: formAsked(context, params['what']),
    comment: commentIn(request),
  }
  return await actOnConsultation(context, about, await sentForm(context, request))
}

export default function ConsultationFormPage() {
  const { what, number, title, clauses, comment } = useLoaderData<typeof loader>()
  const words = consultationWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const of = (name: string) => ({ name, defaultValue: typed[name], problem })
  const { title: heading, intro, send } = words.forms[what]
  return (
    <Page title={heading}>
      <p className="within">
        <a href={`/consultations/${number}`}>
          <bdi>{title}</bdi>
        </a>
      </p>
      <h1>{heading}</h1>
      <p className="prose">{intro}</p>
      {comment === undefined ? undefined : (
        <p className="lead">
          <bdi>{comment.words}</bdi>
        </p>
      )}
      <form
        className="form"
        method="post"
        action={`/consultations/${number}/${what}${comment === undefined ? '' : `?comment=${comment.id}`}`}
        {...(what === 'comment' ? { encType: 'multipart/form-data' } : {})}
      >
        <ErrorSummary problem={problem} />
        {what === 'comment' ? (
          <Select {...of('clause')} label={words.clause} choices={clauses.map((value) => ({ value, label: value }))} />
        ) : undefined}
        {what === 'answer' ? (
          <Select
            {...of('outcome')}
            label={words.outcome}
            choices={OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))}
          />
        ) : undefined}
        <TextArea {...of('words')} label={words.what} />
        {what === 'comment' ? (
          <>
            <ChoiceField
              {...of('how')}
              defaultValue={typed['how'] ?? 'confidence'}
              label={words.how}
              choices={[
                { value: 'confidence', label: words.inConfidence, hint: words.confidenceHint },
                { value: 'open', label: words.openly, hint: words.openHint },
              ]}
            />
            <Field
              name="file"
              type="file"
              accept=".pdf,.xlsx,.txt,.csv,.md,.png,.jpg,.jpeg"
              label={words.file}
              hint={words.fileHint}
              problem={problem}
            />
          </>
        ) : undefined}
        <Button>{send}</Button>
      </form>
    </Page>
  )
}
