/** The owner of a milestone says that it is reached. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button, ErrorSummary, Field, TextArea, useSentBack } from '../pages/form.tsx'
import { idAsked, notHere } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { sayReached } from './act-on-meeting.ts'
import { meetingWordsOf } from './meeting-words.ts'
import { showPlan } from './show-meetings.ts'

export const handle = { see: 'reach_milestone', act: 'reach_milestone' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { items } = await showPlan(context)
  const found = items.find(({ id, mayReach }) => id === params['id'] && mayReach)
  if (found === undefined) throw notHere(context)
  return { id: found.id, number: found.number, title: found.title }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await sayReached(context, idAsked(context, params['id']), await sentForm(context, request))
}

export default function MilestonePage() {
  const { id, number, title } = useLoaderData<typeof loader>()
  const { plan } = meetingWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const of = (name: string) => ({ name, defaultValue: typed[name], problem })
  return (
    <Page title={plan.reach}>
      <p className="within">
        <a href="/plan">{plan.title}</a>
      </p>
      <h1>{plan.reach}</h1>
      <p className="prose">{plan.reachIntro(number, title)}</p>
      <form className="form" method="post" action={`/plan/${id}`}>
        <ErrorSummary problem={problem} />
        <Field {...of('reached_on')} type="date" label={plan.reachedOn} required />
        <TextArea {...of('words')} label={plan.how} />
        <Button>{plan.reachIt}</Button>
      </form>
    </Page>
  )
}
