/** A maker asks a laboratory for the tests of a scheme. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, Select, useSentBack } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { askForTest } from './act-on-test.ts'
import { showNewTest } from './show-tests.ts'
import { testWordsOf } from './test-words.ts'

export const handle = { see: 'request_test', act: 'request_test' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showNewTest(context)
}

export async function action({ context, request }: ActionFunctionArgs) {
  return await askForTest(context, await sentForm(context, request))
}

export default function NewTestPage() {
  const { benches, models } = useLoaderData<typeof loader>()
  const { problem, typed = {} } = useSentBack() ?? {}
  const words = testWordsOf(useShell().language)
  return (
    <Page title={words.ask}>
      <ErrorSummary problem={problem} />
      <p className="within">
        <a href="/tests">{words.title}</a>
      </p>
      <h1>{words.ask}</h1>
      <p className="prose">
        {words.askIntro} <a href="/schemes">{words.schemes}</a>
      </p>
      {benches.length === 0 || models.length === 0 ? (
        <EmptyState>{models.length === 0 ? words.modelNone : words.askNone}</EmptyState>
      ) : (
        <form method="post" className="form">
          <Select name="bench" label={words.where} choices={benches} defaultValue={typed['bench']} problem={problem} />
          <Select
            name="model_id"
            label={words.model}
            choices={models}
            defaultValue={typed['model_id']}
            problem={problem}
          />
          <Field
            name="sample"
            label={words.sample}
            hint={words.sampleHint}
            defaultValue={typed['sample']}
            required
            dir="auto"
            problem={problem}
          />
          <Button>{words.askIt}</Button>
        </form>
      )}
    </Page>
  )
}
