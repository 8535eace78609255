/** A policy officer publishes a draft. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Consequence } from '../pages/consequence.tsx'
import { Button, ErrorSummary, Field, Select, TextArea, useSentBack } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { publish } from './act-on-consultation.ts'
import { consultationWordsOf } from './consultation-words.ts'
import { showSimulated } from './show-consultations.ts'

export const handle = { see: 'publish_consultation', act: 'publish_consultation' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showSimulated(context)
}

export async function action({ context, request }: ActionFunctionArgs) {
  return await publish(context, await sentForm(context, request))
}

export default function NewConsultationPage() {
  const choices = useLoaderData<typeof loader>()
  const words = consultationWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const of = (name: string) => ({ name, defaultValue: typed[name], problem })
  return (
    <Page title={words.publish}>
      <p className="within">
        <a href="/consultations">{words.title}</a>
      </p>
      <h1>{words.publish}</h1>
      <p className="prose">{words.publishIntro}</p>
      <form className="form" method="post" action="/consultations/new">
        <ErrorSummary problem={problem} />
        <Select {...of('simulation_id')} label={words.simulation} hint={words.simulationHint} choices={choices} />
        <TextArea {...of('words')} label={words.words} />
        <Field {...of('closes_on')} type="date" label={words.closes} required />
        <Consequence>
          <p>{words.publishEffect}</p>
        </Consequence>
        <Button>{words.publishIt}</Button>
      </form>
    </Page>
  )
}
