/** One meeting with its minutes. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { ActionTag } from './meeting-tags.tsx'
import { meetingWordsOf } from './meeting-words.ts'
import { type MeetingShown, showMeeting } from './show-meetings.ts'

export const handle = { see: 'see_meetings' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showMeeting(context, params['number'])
}

export default function MeetingPage() {
  const shown = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = meetingWordsOf(language)
  const { number, title, held_on, place, agenda, attendance, mayRecord } = shown
  return (
    <Page title={title}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={title}
        within={{ href: '/meetings', title: words.title }}
        facts={[
          { name: words.number, value: <bdi dir="ltr">{number}</bdi> },
          { name: words.heldOn, value: dayText(held_on, language) },
          { name: words.place, value: <bdi>{place}</bdi> },
        ]}
      />
      <h2>{words.agenda}</h2>
      <ol>
        {agenda.map((item, nth) => (
          <li key={nth}>
            <bdi>{item}</bdi>
          </li>
        ))}
      </ol>
      <h2 id="attendance">{words.attendance}</h2>
      {attendance.length === 0 ? (
        <EmptyState>{words.noAttendance}</EmptyState>
      ) : (
        <DataTable
          titledBy="attendance"
          rows={attendance}
          columns={[
            { title: words.organization, of: (one) => <bdi>{one.organization}</bdi> },
            { title: words.people, of: (one) => <bdi>{one.people}</bdi> },
          ]}
        />
      )}
      <Papers shown={shown} />
      <Decisions shown={shown} />
      <Actions shown={shown} />
      <ul className="links">
        {mayRecord
          ? (['paper', 'decision', 'action'] as const).map((what) => (
              <li key={what}>
                <a href={`/meetings/${number}/${what}`}>{words.forms[what].title}</a>
              </li>
            ))
          : undefined}
        {(['en', 'ur'] as const).map((one) => (
          <li key={one}>
            <a href={`/meetings/${number}/minutes/${one}`}>{words.minutes[one]}</a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

interface PartProps {
  readonly shown: MeetingShown
}

function Papers({ shown: { papers } }: PartProps) {
  const words = meetingWordsOf(useShell().language)
  return (
    <>
      <h2 id="papers">{words.papers}</h2>
      {papers.length === 0 ? (
        <EmptyState>{words.noPapers}</EmptyState>
      ) : (
        <DataTable
          titledBy="papers"
          rows={papers}
          columns={[
            { title: words.itemShort, isAmount: true, of: ({ item }) => item },
            {
              title: words.paper,
              of: ({ name, document_id }) => (
                <a href={`/api/documents/${document_id}`}>
                  <bdi>{name}</bdi>
                </a>
              ),
            },
            {
              title: words.hash,
              of: ({ document_hash }) => (
                <code className="hash" dir="ltr">
                  {document_hash}
                </code>
              ),
            },
          ]}
        />
      )}
    </>
  )
}

function Decisions({ shown: { decisions } }: PartProps) {
  const words = meetingWordsOf(useShell().language)
  return (
    <>
      <h2 id="decisions">{words.decisions}</h2>
      {decisions.length === 0 ? (
        <EmptyState>{words.noDecisions}</EmptyState>
      ) : (
        <DataTable
          titledBy="decisions"
          rows={decisions}
          columns={[
            { title: words.itemShort, isAmount: true, of: ({ item }) => item },
            { title: words.decision, of: (one) => <bdi>{one.words}</bdi> },
          ]}
        />
      )}
    </>
  )
}

function Actions({ shown: { number, actions } }: PartProps) {
  const { language } = useShell()
  const words = meetingWordsOf(language)
  return (
    <>
      <h2 id="actions">{words.actions}</h2>
      {actions.length === 0 ? (
        <EmptyState>{words.noActions}</EmptyState>
      ) : (
        <DataTable
          titledBy="actions"
          rows={actions}
          columns={[
            { title: words.itemShort, isAmount: true, of: ({ item }) => item },
            {
              title: words.action,
              of: (one) => (
                <>
                  <bdi>{one.words}</bdi>
                  {one.done === null ? undefined : (
                    <>
                      <br />
                      <span className="quiet">
                        {words.doneOn(dayText(one.done.done_on, language))}: <bdi>{one.done.words}</bdi>
                      </span>
                    </>
                  )}
                </>
              ),
            },
            { title: words.owner, of: ({ owner }) => (owner === undefined ? words.nobody : <bdi>{owner}</bdi>) },
            { title: words.due, isWhole: true, of: ({ due_on }) => dayText(due_on, language) },
            {
              title: words.state,
              of: ({ id, state, mayComplete }) => (
                <>
                  <ActionTag state={state} />
                  {mayComplete ? (
                    <>
                      <br />
                      <a href={`/meetings/${number}/done?action=${id}`}>{words.sayDone}</a>
                    </>
                  ) : undefined}
                </>
              ),
            },
          ]}
        />
      )}
    </>
  )
}
