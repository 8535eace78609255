/** What is added to a meeting, one thing on each page: a paper, a decision, an action, or that one is done. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button, ErrorSummary, Field, Select, TextArea, useSentBack } from '../pages/form.tsx'
import { notHere } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { actOnMeeting, formAsked } from './act-on-meeting.ts'
import { LARGEST_PAPER } from './meeting.ts'
import { meetingWordsOf } from './meeting-words.ts'
import { showChoices, showMeeting } from './show-meetings.ts'

/** What a browser writes around the file. */
const ROOM = 64 * 1024

export const handle = {
  see: 'see_meetings',
  act: 'see_meetings',
  largest: LARGEST_PAPER + ROOM,
} satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const what = formAsked(context, params['what'])
  const { number, title, agenda, actions, mayRecord } = await showMeeting(context, params['number'])
  const asked = new URL(request.url).searchParams.get('action')
  const done = actions.find(({ id, mayComplete }) => id === asked && mayComplete)
  if (what === 'done' ? done === undefined : !mayRecord) throw notHere(context)
  return { what, number, title, agenda, done, ...(await showChoices(context)) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const about = { number: params['number'] ?? '', what: formAsked(context, params['what']) }
  return await actOnMeeting(context, about, await sentForm(context, request))
}

export default function MeetingFormPage() {
  const shown = useLoaderData<typeof loader>()
  const { what, number, title, done } = shown
  const words = meetingWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const of = (name: string) => ({ name, defaultValue: typed[name], problem })
  const { title: heading, intro, send } = words.forms[what]
  const isFile = what === 'paper'
  return (
    <Page title={heading}>
      <p className="within">
        <a href={`/meetings/${number}`}>
          <bdi>{title}</bdi>
        </a>
      </p>
      <h1>{heading}</h1>
      <p className="prose">{intro}</p>
      {done === undefined ? undefined : (
        <p className="lead">
          <bdi>{done.words}</bdi>
        </p>
      )}
      <form
        className="form"
        method="post"
        action={`/meetings/${number}/${what}${done === undefined ? '' : `?action=${done.id}`}`}
        {...(isFile ? { encType: 'multipart/form-data' } : {})}
      >
        <ErrorSummary problem={problem} />
        {what === 'done' ? (
          <input type="hidden" name="action" value={done?.id ?? ''} />
        ) : (
          <Select
            {...of('item')}
            label={words.item}
            choices={shown.agenda.map((item, nth) => ({ value: String(nth + 1), label: `${nth + 1}. ${item}` }))}
          />
        )}
        {isFile ? (
          <Field
            name="file"
            type="file"
            accept=".pdf,.xlsx,.txt,.csv,.md,.png,.jpg,.jpeg"
            label={words.file}
            hint={words.fileHint}
            required
            problem={problem}
          />
        ) : (
          <TextArea {...of('words')} label={words.words} />
        )}
        {what === 'action' ? (
          <>
            <Select
              {...of('owner_id')}
              label={words.owner}
              hint={words.ownerHint}
              choices={shown.colleagues.map(({ person_id, name }) => ({ value: person_id, label: name }))}
            />
            <Field {...of('due_on')} type="date" label={words.due} hint={words.dueHint} required />
            <Select
              {...of('milestone_id')}
              label={words.milestone}
              choices={[
                { value: '', label: words.noMilestone },
                ...shown.milestones.map((one) => ({ value: one.id, label: `${one.number} ${one.title}` })),
              ]}
            />
          </>
        ) : undefined}
        <Button>{send}</Button>
      </form>
    </Page>
  )
}
