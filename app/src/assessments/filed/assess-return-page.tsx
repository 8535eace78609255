/** An officer chooses the day and assesses a filed return. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { DAY } from '../../kernel/field-schemas.ts'
import { Consequence } from '../../pages/consequence.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { idAsked, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { Pagination } from '../../pages/pagination.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { StateTag } from '../../pages/state-tag.tsx'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { assessableAsked } from './assessment-view.ts'
import { filedAssessmentWordsOf } from './assessment-words.ts'
import { makeAssessment } from './make-assessment.ts'

export const handle = { see: 'make_assessment', act: 'make_assessment' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await assessableAsked(context, params['id'], request)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { typed, read } = readForm(await sentForm(context, request), { properties: { as_of: DAY } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const input = { return_id: idAsked(context, params['id']), as_of: read.done.as_of }
  const made = await makeAssessment(context.get(recorderContext), context.get(shelfContext), actor, input)
  const controls = { day_before_year: 'as_of', day_not_reached: 'as_of' }
  if ('refused' in made) return sentBack(context, made.refused, typed, controls)
  return seeOther(`/assessments/${made.done.assessment.id}`, 'assessed')
}

export default function AssessReturnPage() {
  const { id, firm, year, title, rehearsal, version, isAccepted, today, assessments, after, next } =
    useLoaderData<typeof loader>()
  const words = filedAssessmentWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <Page title={`${words.assessReturn(year)} · ${firm}`} rehearsal={rehearsal}>
      <ObjectHeader
        title={words.assessReturn(year)}
        within={{ href: `/returns/${id}`, title: words.return(year, firm) }}
        facts={[
          { name: words.firm, value: <bdi>{firm}</bdi> },
          { name: words.programme, value: title },
          { name: words.version, value: version },
          {
            name: words.state,
            value: <StateTag look={isAccepted ? 'good' : 'open'}>{isAccepted ? words.accepted : words.filed}</StateTag>,
          },
        ]}
      />
      <form className="act" method="post" action={`/returns/${id}/assess`}>
        <ErrorSummary problem={problem} />
        <Field
          name="as_of"
          label={words.day}
          hint={words.dayHint}
          dir="ltr"
          defaultValue={typed['as_of'] ?? today}
          problem={problem}
        />
        <Consequence>
          <p>{words.whatItDoes(firm)}</p>
          <p>{words.kept}</p>
        </Consequence>
        <Button>{words.run}</Button>
      </form>
      <h2 id="before">{words.before}</h2>
      {assessments.length === 0 ? (
        <EmptyState>{words.noneBefore}</EmptyState>
      ) : (
        <DataTable
          titledBy="before"
          rows={assessments}
          columns={[
            { title: words.asOf, of: (one) => <a href={`/assessments/${one.id}`}>{words.open(one.day)}</a> },
            { title: words.version, of: (one) => one.version },
            { title: words.made, of: ({ made }) => words.onBy(made.when, made.person) },
          ]}
        />
      )}
      <Pagination path={`/returns/${id}/assess`} after={after} next={next ?? undefined} />
    </Page>
  )
}
