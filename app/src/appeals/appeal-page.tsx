/** One appeal: what was filed, what came of it, and what whoever reads it may do. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { firmFacts } from '../pages/firm-column.tsx'
import { HistoryLink } from '../pages/history-link.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked } from '../pages/page-call.ts'
import { PASSKEYS } from '../pages/passkey-button.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Said } from '../pages/said.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { Timeline, type TimelineEntry } from '../pages/timeline.tsx'
import { dayText, momentOf } from '../pages/when.ts'
import { actOnAppeal } from './act-on-appeal.ts'
import type { Appeal, AppealEvent } from './appeal.ts'
import { AppealActs, type AppealShown } from './appeal-acts.tsx'
import { AppealTag } from './appeal-tag.tsx'
import { appealWordsOf } from './appeal-words.ts'
import { showAppeal } from './show-appeals.ts'

/** A file, and what a browser writes around it. */
const LARGEST = 10 * 1024 * 1024 + 64 * 1024

export const handle = {
  see: 'see_appeals',
  act: 'see_appeals',
  script: PASSKEYS,
  largest: LARGEST,
} satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showAppeal(context, params['id'])
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await actOnAppeal(context, idAsked(context, params['id']), await sentForm(context, request))
}

export default function AppealPage() {
  const loaded = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = appealWordsOf(language)
  const { appeal, rehearsal } = loaded
  const title = words.appeal(appeal.number)
  const history = useHistory(appeal)
  return (
    <Page title={title} rehearsal={rehearsal}>
      <Confirmation sentences={words.done} />
      <ObjectHeader title={title} within={{ href: '/appeals', title: words.title }} facts={useFacts(loaded)} />
      <Filed loaded={loaded} />
      {history.length === 0 ? undefined : (
        <>
          <h2>{words.history}</h2>
          <Timeline entries={history} />
        </>
      )}
      <AppealActs loaded={loaded} />
      {loaded.status === 'prepared' ? undefined : <HistoryLink thing="appeals" id={appeal.id} />}
    </Page>
  )
}

function useFacts({ appeal, status, outcome, stay, against, firm, ...days }: AppealShown) {
  const { language } = useShell()
  const words = appealWordsOf(language)
  const day = (name: string, on: string | null) => (on === null ? [] : [{ name, value: dayText(on, language) }])
  const isRunning = status === 'open' || status === 'late'
  const isReplied = appeal.events.some(({ kind }) => kind === 'replied')
  /** A day that the authority is held to, and has let pass. */
  const due = (name: string, on: string | null) =>
    on !== null && on < days.today
      ? [{ name, value: <StateTag look="bad">{words.overdue(dayText(on, language))}</StateTag> }]
      : day(name, on)
  return [
    ...firmFacts(firm, language),
    { name: words.programme, value: days.programme },
    {
      name: words.against,
      value: (
        <a href={`/determinations/${against}`} dir="ltr">
          {against}
        </a>
      ),
    },
    { name: words.state, value: <AppealTag status={status} outcome={outcome} /> },
    ...day(words.filed, days.filed_on),
    { name: words.endsOn, value: appeal.ends_on === null ? words.noEnd : dayText(appeal.ends_on, language) },
    ...(stay.status === 'none'
      ? []
      : [
          {
            name: words.stay,
            value: stay.until === null ? words.stays[stay.status] : words.stayUntil(dayText(stay.until, language)),
          },
        ]),
    ...(isRunning ? day(words.hearing, days.hearing) : []),
    ...(isRunning ? due(words.replyDue, isReplied ? null : days.reply_on) : []),
    ...(isRunning ? due(words.decisionDue, days.decision_on) : []),
  ]
}

function Filed({ loaded: { appeal, against, assessment_id, notice } }: { readonly loaded: AppealShown }) {
  const words = appealWordsOf(useShell().language)
  const written = [
    [words.grounds, appeal.grounds],
    [words.lateReason, appeal.late_reason],
    [words.stayReason, appeal.stay_reason],
  ] as const
  return (
    <>
      {written.map(([title, text]) =>
        text === null ? undefined : (
          <section key={title}>
            <h2>{title}</h2>
            <p className="prose written" dir="auto">
              {text}
            </p>
          </section>
        ),
      )}
      {appeal.evidence.length === 0 ? undefined : (
        <>
          <h2>{words.evidence}</h2>
          <ul>
            {appeal.evidence.map(({ document_id, name, hash }) => (
              <li key={document_id}>
                <a href={`/api/documents/${document_id}`}>
                  <bdi>{name}</bdi>
                </a>
                <br />
                <code className="quiet" dir="ltr">
                  {hash}
                </code>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.record}</h2>
      <p className="prose">{words.recordText}</p>
      <ul>
        <li>
          <a href={`/determinations/${against}`} dir="ltr">
            {against}
          </a>
        </li>
        {assessment_id === undefined ? undefined : (
          <li>
            <a href={`/assessments/${assessment_id}`}>{words.assessment}</a>
          </li>
        )}
        {notice === undefined ? undefined : (
          <li>
            <a href={`/notices/${notice}`}>{words.notice}</a>
          </li>
        )}
      </ul>
    </>
  )
}

function useHistory({ events }: Appeal): readonly TimelineEntry[] {
  const { language } = useShell()
  const words = appealWordsOf(language)
  const whatOf = ({ kind, words: said, on_day, place, outcome, letter_id }: AppealEvent) => {
    const on = on_day === null || kind === 'filed' ? '' : words.onDay(dayText(on_day, language))
    const by = [words.happened[kind], outcome === null ? '' : words.outcomes[outcome], on, place ?? '']
    return [
      <Said key="said" by={by.filter((one) => one !== '').join(' ')} text={said} />,
      ...(letter_id === null
        ? []
        : [
            <a key="letter" href={`/api/documents/${letter_id}`}>
              {kind === 'decided' ? words.order : words.summons}
            </a>,
          ]),
    ]
  }
  return events.map((event) => ({ ...momentOf(event.recorded_at, language), what: whatOf(event) }))
}
