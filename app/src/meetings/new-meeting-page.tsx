/** An officer records a meeting. */
import type { ActionFunctionArgs } from 'react-router'
import { Consequence } from '../pages/consequence.tsx'
import { Button, ErrorSummary, Field, TextArea, useSentBack } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { enterMeeting } from './act-on-meeting.ts'
import { meetingWordsOf } from './meeting-words.ts'

export const handle = { see: 'record_meeting', act: 'record_meeting' } satisfies PageHandle

export async function action({ context, request }: ActionFunctionArgs) {
  return await enterMeeting(context, await sentForm(context, request))
}

export default function NewMeetingPage() {
  const words = meetingWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const of = (name: string) => ({ name, defaultValue: typed[name], problem })
  return (
    <Page title={words.record}>
      <p className="within">
        <a href="/meetings">{words.title}</a>
      </p>
      <h1>{words.record}</h1>
      <p className="prose">{words.recordIntro}</p>
      <form className="form" method="post" action="/meetings/new">
        <ErrorSummary problem={problem} />
        <Field {...of('title')} label={words.name} dir="auto" required />
        <Field {...of('held_on')} type="date" label={words.heldOn} required />
        <Field {...of('place')} label={words.place} dir="auto" required />
        <TextArea {...of('agenda')} label={words.agenda} hint={words.agendaHint} />
        <TextArea {...of('attendance')} label={words.attendance} hint={words.attendanceHint} isOptional />
        <Consequence>
          <p>{words.recordEffect}</p>
        </Consequence>
        <Button>{words.recordIt}</Button>
      </form>
    </Page>
  )
}
