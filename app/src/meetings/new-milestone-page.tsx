/** An officer plans a milestone. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button, ErrorSummary, Field, Select, TextArea, useSentBack } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { enterMilestone } from './act-on-meeting.ts'
import { meetingWordsOf } from './meeting-words.ts'
import { showChoices } from './show-meetings.ts'

export const handle = { see: 'plan_milestone', act: 'plan_milestone' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showChoices(context)
}

export async function action({ context, request }: ActionFunctionArgs) {
  return await enterMilestone(context, await sentForm(context, request))
}

export default function NewMilestonePage() {
  const { colleagues } = useLoaderData<typeof loader>()
  const words = meetingWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const of = (name: string) => ({ name, defaultValue: typed[name], problem })
  return (
    <Page title={words.plan.add}>
      <p className="within">
        <a href="/plan">{words.plan.title}</a>
      </p>
      <h1>{words.plan.add}</h1>
      <p className="prose">{words.plan.addIntro}</p>
      <form className="form" method="post" action="/plan/new">
        <ErrorSummary problem={problem} />
        <Field {...of('title')} label={words.plan.milestone} dir="auto" required />
        <Select
          {...of('owner_id')}
          label={words.owner}
          hint={words.ownerHint}
          choices={colleagues.map(({ person_id, name }) => ({ value: person_id, label: name }))}
        />
        <Field {...of('due_on')} type="date" label={words.due} hint={words.dueHint} required />
        <TextArea {...of('after')} label={words.plan.after} hint={words.plan.afterHint} isOptional />
        <Button>{words.plan.addIt}</Button>
      </form>
    </Page>
  )
}
