/** Meetings, and what was agreed in them and is not done. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { ActionTag } from './meeting-tags.tsx'
import { meetingWordsOf } from './meeting-words.ts'
import { showMeetings } from './show-meetings.ts'

export const handle = { see: 'see_meetings' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showMeetings(context, request)
}

export default function MeetingsPage() {
  const { items, open, after, next, mayRecord } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = meetingWordsOf(language)
  return (
    <Page title={words.title}>
      <h1 id="meetings">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      <ul className="links">
        {mayRecord ? (
          <li>
            <a href="/meetings/new">{words.record}</a>
          </li>
        ) : undefined}
        <li>
          <a href="/plan">{words.plan.title}</a>
        </li>
      </ul>
      {items.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="meetings"
          rows={items}
          columns={[
            { title: words.number, isWhole: true, of: ({ number }) => <MeetingLink number={number} /> },
            { title: words.name, of: ({ title }) => <bdi>{title}</bdi> },
            { title: words.heldOn, isWhole: true, of: ({ held_on }) => dayText(held_on, language) },
            { title: words.place, of: ({ place }) => <bdi>{place}</bdi> },
          ]}
        />
      )}
      <Pagination path="/meetings" after={after} next={next ?? undefined} />
      <h2 id="open">{words.open}</h2>
      {open.length === 0 ? (
        <EmptyState>{words.noOpen}</EmptyState>
      ) : (
        <DataTable
          titledBy="open"
          rows={open}
          columns={[
            { title: words.action, of: (one) => <bdi>{one.words}</bdi> },
            { title: words.owner, of: ({ owner }) => (owner === undefined ? words.nobody : <bdi>{owner}</bdi>) },
            { title: words.due, isWhole: true, of: ({ due_on }) => dayText(due_on, language) },
            { title: words.state, of: ({ state }) => <ActionTag state={state} /> },
            { title: words.meeting, isWhole: true, of: ({ meeting }) => <MeetingLink number={meeting} /> },
          ]}
        />
      )}
    </Page>
  )
}

function MeetingLink({ number }: { readonly number: string }) {
  return (
    <a href={`/meetings/${number}`} dir="ltr">
      {number}
    </a>
  )
}
