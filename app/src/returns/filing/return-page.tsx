/** One return: its versions, and what happened to them. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../../pages/confirmation.tsx'
import { firmFacts } from '../../pages/firm-column.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { NextStep } from '../../pages/next-step.tsx'
import { HistoryLink } from '../../pages/history-link.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Said } from '../../pages/said.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { Timeline, type TimelineEntry } from '../../pages/timeline.tsx'
import { dayText, momentOf } from '../../pages/when.ts'
import type { OwedReturn } from './owed-return.ts'
import { isAwaited } from '../questions/question.ts'
import { questionWordsOf } from '../questions/question-words.ts'
import type { QuestionRead } from '../questions/read-questions.ts'
import { draftWordsOf } from '../drafting/draft-words.ts'
import { differenceWordsOf } from './difference-words.ts'
import { type Return, statusOf, versionBefore } from './return.ts'
import { periodWordsOf } from './period-words.ts'
import { ReturnTag } from './return-tag.tsx'
import { continuedAt, type ReturnView } from './return-view.ts'
import { returnWordsOf } from './return-words.ts'
import { showReturn } from './show-returns.ts'

export const handle = { see: 'see_return' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showReturn(context, params['id'])
}

export default function ReturnPage() {
  const {
    found,
    view,
    isEntered,
    firm,
    isOfFirms,
    owed,
    locked,
    clock,
    questions,
    referred,
    mayReview,
    mayLock,
    mayAssess,
    rehearsal,
  } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = returnWordsOf(language)
  const title = words.returnOf(view)
  return (
    <Page title={title} rehearsal={rehearsal}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={title}
        within={{ href: '/returns', title: words.title }}
        facts={[
          ...firmFacts(firm, language),
          { name: words.state, value: <ReturnTag status={view.status} /> },
          { name: words.period, value: <bdi dir="ltr">{view.period}</bdi> },
          ...(owed === undefined ? [] : [{ name: words.due, value: <Due owed={owed} /> }]),
          ...(clock === undefined ? [] : [{ name: questionWordsOf(language).review, value: clock }]),
          { name: words.programme, value: <a href={`/programmes/${found.programme}`}>{view.programme}</a> },
        ]}
      />
      {locked === undefined ? undefined : <p className="lead prose">{locked}</p>}
      {referred.map(({ href, said }) => (
        <p key={href} className="lead">
          <a href={href}>{said}</a>
        </p>
      ))}
      {isOfFirms ? <p className="lead">{words.nextOfOfficers[view.status]}</p> : <MakersNext view={view} />}
      <Questions
        found={found}
        questions={questions}
        isOfFirms={isOfFirms}
        mayAsk={mayReview && view.status === 'filed'}
      />
      {isEntered ? <NextStep href={`/returns/${view.id}/draft`}>{draftWordsOf(language).goOn}</NextStep> : undefined}
      {mayReview && view.status === 'filed' ? (
        <NextStep href={`/returns/${view.id}/review`}>{words.review}</NextStep>
      ) : undefined}
      {mayAssess && view.status === 'accepted' ? (
        <NextStep href={`/returns/${view.id}/assess`}>{words.assess}</NextStep>
      ) : undefined}
      {mayLock ? (
        <p>
          <a
            href={`/manufacturers/${found.manufacturer_id}/periods?programme=${found.programme}&period=${found.period}`}
          >
            {periodWordsOf(language).see}
          </a>
        </p>
      ) : undefined}
      <h2 id="versions">{words.versions}</h2>
      {found.versions.length === 0 ? <EmptyState>{words.ofFirms.noVersion}</EmptyState> : <Versions found={found} />}
    </Page>
  )
}

/** The one that waits for the firm leads there; an officer comes to all of them, and asks there. */
function Questions({
  found,
  questions,
  isOfFirms,
  mayAsk,
}: {
  readonly found: Return
  readonly questions: readonly QuestionRead[]
  readonly isOfFirms: boolean
  readonly mayAsk: boolean
}) {
  const words = questionWordsOf(useShell().language)
  const open = questions.find(({ status }) => isAwaited(status))
  if (!isOfFirms && open !== undefined) return <NextStep href={`/questions/${open.id}`}>{words.toAnswer}</NextStep>
  if (questions.length === 0 && !mayAsk) return undefined
  return (
    <p>
      <a href={`/returns/${found.id}/questions`}>{words.all(questions.length)}</a>
    </p>
  )
}

function Versions({ found }: { readonly found: Return }) {
  const { language } = useShell()
  const words = returnWordsOf(language)
  return (
    <>
      <DataTable
        titledBy="versions"
        rows={found.versions.toReversed()}
        columns={[
          {
            title: words.version,
            of: ({ version }) => (
              <a href={`/returns/${found.id}/versions/${version}`}>{words.versionNumber(version)}</a>
            ),
          },
          { title: words.state, of: ({ version }) => <ReturnTag status={statusOf(found, version)} /> },
          { title: words.difference, of: ({ version }) => <DifferenceLink found={found} version={version} /> },
          { title: words.uploaded, of: ({ uploaded_at }) => momentOf(uploaded_at, language).when },
          { title: words.errors, isAmount: true, of: ({ error_count }) => error_count },
        ]}
      />
      <h2>{words.history}</h2>
      <Timeline entries={useHistory(found)} />
      <HistoryLink thing="returns" id={found.id} />
    </>
  )
}

function DifferenceLink({ found, version }: { readonly found: Return; readonly version: number }) {
  const before = statusOf(found, version) === 'faulty' ? undefined : versionBefore(found, version)
  const words = differenceWordsOf(useShell().language)
  if (before === undefined) return undefined
  return <a href={`/returns/${found.id}/versions/${version}/difference`}>{words.see(before.version)}</a>
}

function Due({ owed: { due_on, filed_on, days_late } }: { readonly owed: OwedReturn }) {
  const { language } = useShell()
  const words = returnWordsOf(language)
  const due = dayText(due_on, language)
  if (filed_on === null) return days_late > 0 ? words.overdue(due, days_late) : due
  const filed = dayText(filed_on, language)
  return days_late > 0 ? words.filedLate(due, filed, days_late) : words.filedInTime(due, filed)
}

function MakersNext({ view }: { readonly view: ReturnView }) {
  const words = returnWordsOf(useShell().language)
  const next = view.last === null ? words.begun : words.next[view.last.status]
  const href = continuedAt(view)
  return <p className="lead">{href === `/returns/${view.id}` ? next : <a href={href}>{next}</a>}</p>
}

/** Uploads and what was done with them, the newest first. */
function useHistory({ versions, events }: Return): readonly TimelineEntry[] {
  const { language } = useShell()
  const words = returnWordsOf(language)
  const uploads = versions.map(({ version, error_count, uploaded_at }) => ({
    at: uploaded_at,
    what: [error_count > 0 ? words.events.uploadedFaulty(version, error_count) : words.events.uploaded(version)],
  }))
  const decided = events.map(({ kind, version, reason, signed_hash, recorded_at }) => ({
    at: recorded_at,
    what: [
      words.events[kind](version),
      ...(reason === null ? [] : [<Said key="reason" by={words.reason} text={reason} />]),
      ...(signed_hash === null ? [] : [<span key="hash">{words.signed(signed_hash)}</span>]),
    ],
  }))
  return [...uploads, ...decided]
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .map(({ at, what }) => ({ ...momentOf(at, language), what }))
}
