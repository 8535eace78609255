/** One consultation: the draft, what it would do, what was said of each clause, and what was answered. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { consultationWordsOf } from './consultation-words.ts'
import { type ConsultationShown, showConsultation } from './show-consultations.ts'

export const handle = { see: 'see_consultations' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showConsultation(context, params['number'])
}

export default function ConsultationPage() {
  const shown = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = consultationWordsOf(language)
  const { number, closes_on, isOpen, effect, draft_hash, overlay, report, clauses, mayComment, mayReport } = shown
  return (
    <Page title={effect.title}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={effect.title}
        within={{ href: '/consultations', title: words.title }}
        facts={[
          { name: words.number, value: <bdi dir="ltr">{number}</bdi> },
          {
            name: words.state,
            value: <StateTag look={isOpen ? 'open' : 'quiet'}>{isOpen ? words.open : words.closed}</StateTag>,
          },
          { name: words.closes, value: dayText(closes_on, language) },
        ]}
      />
      <p className="prose">
        <bdi>{shown.words}</bdi>
      </p>
      {mayComment ? (
        <p>
          <a href={`/consultations/${number}/comment`}>{words.forms.comment.title}</a>
        </p>
      ) : undefined}
      {mayReport ? (
        <p>
          <a href={`/consultations/${number}/report`}>{words.forms.report.title}</a>
        </p>
      ) : undefined}
      {report === null ? undefined : (
        <>
          <h2>{words.report}</h2>
          <p className="prose">
            <bdi>{report}</bdi>
          </p>
        </>
      )}
      <h2 id="comments">{words.comments}</h2>
      {clauses.map((clause) => (
        <Comments key={clause} clause={clause} shown={shown} />
      ))}
      <p className="lead">{effect.finding}</p>
      {effect.tables.map(({ name, title, note, columns, rows }) => (
        <section key={name}>
          <h2 id={name}>{title}</h2>
          {note === undefined ? undefined : <p className="quiet">{note}</p>}
          {rows.length === 0 ? undefined : (
            <DataTable
              titledBy={name}
              rows={rows}
              columns={columns.map((column, place) => ({
                ...column,
                of: ({ cells }: { readonly cells: readonly string[] }) => cells[place],
              }))}
            />
          )}
        </section>
      ))}
      <h2>{words.text}</h2>
      <p className="quiet">
        {words.hash}:{' '}
        <code className="hash" dir="ltr">
          {draft_hash}
        </code>
      </p>
      <div className="scroll" role="region" aria-label={words.text} tabIndex={0} dir="ltr">
        <pre>{overlay}</pre>
      </div>
    </Page>
  )
}

function Comments({ clause, shown }: { readonly clause: string; readonly shown: ConsultationShown }) {
  const words = consultationWordsOf(useShell().language)
  const { number, mayAnswer } = shown
  const comments = shown.comments.filter((one) => one.clause === clause)
  const id = `clause-${clause.replaceAll(/\W+/g, '-')}`
  return (
    <>
      <h3 id={id}>
        <bdi dir="ltr">{clause}</bdi>
      </h3>
      {comments.length === 0 ? (
        <EmptyState>{words.noComments}</EmptyState>
      ) : (
        <DataTable
          titledBy={id}
          rows={comments}
          columns={[
            {
              title: words.said,
              of: (one) => (
                <>
                  <bdi>{one.words}</bdi>
                  <br />
                  <span className="quiet">
                    <bdi>{one.organization_name}</bdi> ({one.in_confidence ? words.inConfidence : words.openly})
                  </span>
                  {one.document_id === null ? undefined : (
                    <>
                      <br />
                      <a href={`/api/documents/${one.document_id}`}>
                        {words.attached}: <bdi>{one.document_name}</bdi>
                      </a>
                    </>
                  )}
                </>
              ),
            },
            {
              title: words.answer,
              of: (one) =>
                one.answer === null ? (
                  mayAnswer ? (
                    <a href={`/consultations/${number}/answer?comment=${one.id}`}>{words.forms.answer.title}</a>
                  ) : (
                    words.unanswered
                  )
                ) : (
                  <>
                    {words.outcomes[one.answer.outcome]}
                    <br />
                    <bdi>{one.answer.words}</bdi>
                  </>
                ),
            },
          ]}
        />
      )}
    </>
  )
}
