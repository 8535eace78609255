/** An officer accepts a filed return, or sends it back with reasons. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { Confirmation } from '../../pages/confirmation.tsx'
import { DecisionForm } from '../../pages/decision-form.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { FactList } from '../../pages/fact-list.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { idAsked, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { readDecision, sentBack, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { questionWordsOf } from '../questions/question-words.ts'
import { differenceWordsOf } from './difference-words.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { reviewReturn } from './review-return.ts'
import { BillNotesSummary } from './bill-notes-summary.tsx'
import { MonthsList } from './months-list.tsx'
import { ReturnTag } from './return-tag.tsx'
import { reviewAsked, type ReviewView } from './review-return-view.ts'
import { reviewReturnWordsOf } from './review-return-words.ts'

export const handle = { see: 'review_return', act: 'review_return' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return { review: await reviewAsked(context, params['id']), mayAssess: context.get(pageCall).may('make_assessment') }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { typed, read } = readDecision(await sentForm(context, request), 'accepted', 'sent_back')
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const id = idAsked(context, params['id'])
  const decision = { id, ...read.done }
  const reviewed = await reviewReturn(
    context.get(recorderContext),
    context.get(shelfContext),
    context.get(pageCall).actor,
    decision,
  )
  if ('refused' in reviewed) return sentBack(context, reviewed.refused, typed)
  // What was sent back is no filed return any more, and has no page of this kind.
  return seeOther(decision.kind === 'sent_back' ? '/desk' : `/returns/${id}/review`, decision.kind)
}

export default function ReviewReturnPage() {
  const { review, mayAssess } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = reviewReturnWordsOf(language)
  const ofQuestions = questionWordsOf(language)
  const { id, firm, heading, year, version, status, filed, replaces, before, locked, clock, asked } = review
  return (
    <Page title={`${words.title(year)} · ${firm}`} rehearsal={heading.rehearsal}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={`${words.title(year)} · ${firm}`}
        facts={[
          { name: words.state, value: <ReturnTag status={status} /> },
          { name: words.programme, value: heading.title },
          { name: words.version, value: version },
          { name: words.filed, value: words.onBy(filed.when, filed.person) },
          ...(clock === undefined ? [] : [{ name: ofQuestions.review, value: clock }]),
        ]}
      />
      {replaces === undefined ? undefined : <p className="lead prose">{words.replaces(replaces)}</p>}
      {locked === undefined ? undefined : <p className="lead prose">{locked}</p>}
      {asked === 0 && status !== 'filed' ? undefined : (
        <p>
          <a href={`/returns/${id}/questions`}>{ofQuestions.all(asked)}</a>
        </p>
      )}
      {before === undefined ? undefined : (
        <p>
          <a href={`/returns/${id}/versions/${version}/difference`}>{differenceWordsOf(language).see(before)}</a>
        </p>
      )}
      {status !== 'filed' ? (
        <>
          <EmptyState>{words.decided}</EmptyState>
          {mayAssess ? (
            <p>
              <a href={`/returns/${id}/assess`}>{words.assess}</a>
            </p>
          ) : undefined}
        </>
      ) : undefined}
      <Reported review={review} />
      <MonthsList held={review.held} />
      <BillNotesSummary held={review.billNotes} href={`/returns/${id}/versions/${version}/bill`} />
      {status === 'filed' && locked === undefined ? (
        <DecisionForm
          action={`/returns/${id}/review`}
          words={words}
          choices={[
            { value: 'accepted', label: words.accept, hint: words.acceptHint },
            { value: 'sent_back', label: words.sendBack, hint: words.sendBackHint },
          ]}
          consequence={words.effect(firm)}
        />
      ) : undefined}
    </Page>
  )
}

function Reported({ review }: { readonly review: ReviewView }) {
  const { language } = useShell()
  const words = reviewReturnWordsOf(language)
  const { id, version, subjects, warnings, signed_hash } = review
  return (
    <>
      <h2>{words.reported}</h2>
      {subjects.map(({ title, facts }) => (
        <section key={title}>
          {title === '' ? undefined : <h3>{title}</h3>}
          <FactList className="facts" facts={facts} />
        </section>
      ))}
      <p>
        <a href={`/api/returns/${id}/versions/${version}/annotated?language=${language}`}>{words.file}</a>
      </p>
      <p className="quiet">
        {words.signed}: <code dir="ltr">{signed_hash}</code>
      </p>
      <h2>{words.found}</h2>
      {warnings.length === 0 ? (
        <p>{words.nothingFound}</p>
      ) : (
        <ul>
          {warnings.map(({ sheet, row, column, sentence }, index) => (
            <li key={index}>
              <bdi>{[sheet, row, column].filter((one) => one !== null).join(' ')}</bdi> {sentence[language]}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
