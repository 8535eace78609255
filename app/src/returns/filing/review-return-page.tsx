/** An officer accepts a filed return, or sends it back with reasons. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { REASON } from '../../kernel/field-schemas.ts'
import { ChoiceField } from '../../pages/choice-field.tsx'
import { Confirmation } from '../../pages/confirmation.tsx'
import { Consequence } from '../../pages/consequence.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { FactList } from '../../pages/fact-list.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { idAsked, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { reviewReturn } from './review-return.ts'
import { ReturnTag } from './return-tag.tsx'
import { reviewAsked, type ReviewView } from './review-return-view.ts'
import { reviewReturnWordsOf } from './review-return-words.ts'

export const handle = { see: 'review_return', act: 'review_return' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return { review: await reviewAsked(context, params['id']), mayAssess: context.get(pageCall).may('make_assessment') }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const isSentBack = form.get('kind') === 'sent_back'
  const { typed, read } = readForm(form, {
    properties: {
      kind: { enum: ['accepted', 'sent_back'] },
      reason: isSentBack ? REASON : { ...REASON, minLength: 0 },
    },
  })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const id = idAsked(context, params['id'])
  const decision = isSentBack
    ? { id, kind: 'sent_back' as const, reason: read.done.reason }
    : { id, kind: 'accepted' as const }
  const reviewed = await reviewReturn(context.get(recorderContext), context.get(pageCall).actor, decision)
  if ('refused' in reviewed) return sentBack(context, reviewed.refused, typed)
  // What was sent back is no filed return any more, and has no page of this kind.
  return seeOther(isSentBack ? '/desk' : `/returns/${id}/review`, decision.kind)
}

export default function ReviewReturnPage() {
  const { review, mayAssess } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = reviewReturnWordsOf(language)
  const { id, firm, heading, year, version, status, filed, replaces } = review
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
        ]}
      />
      {replaces === undefined ? undefined : <p className="lead prose">{words.replaces(replaces)}</p>}
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
      {status === 'filed' ? <ReviewForm id={id} firm={firm} /> : undefined}
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

function ReviewForm({ id, firm }: { readonly id: string; readonly firm: string }) {
  const words = reviewReturnWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <form className="act" method="post" action={`/returns/${id}/review`}>
      <ErrorSummary problem={problem} />
      <ChoiceField
        name="kind"
        label={words.decision}
        problem={problem}
        defaultValue={typed['kind']}
        choices={[
          { value: 'accepted', label: words.accept, hint: words.acceptHint },
          { value: 'sent_back', label: words.sendBack, hint: words.sendBackHint },
        ]}
      />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        isOptional
        problem={problem}
        defaultValue={typed['reason']}
      />
      <Consequence>
        <p>{words.effect(firm)}</p>
      </Consequence>
      <Button>{words.decide}</Button>
    </form>
  )
}
