/** The models of one's own firm, and the form to enter one. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { momentOf } from '../pages/when.ts'
import { productWordsOf } from './product-words.ts'
import { NEW_MODEL } from './products-api.ts'
import { readModels, registerModel } from './register-model.ts'

export const handle = { see: 'register_model', act: 'register_model' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const { actor } = context.get(pageCall)
  return await readModels(context.get(recorderContext).database, actor, actor.organization ?? '')
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor } = context.get(pageCall)
  const { typed, read } = readForm(await sentForm(context, request), NEW_MODEL)
  const outcome = 'refused' in read ? read : await registerModel(context.get(recorderContext), actor, read.done)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed, { model_exists: 'name' })
  return seeOther('/models', 'entered')
}

export default function ModelsPage() {
  const models = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language } = useShell()
  const words = productWordsOf(language)
  return (
    <Page title={words.title}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <h1 id="models">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {models.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="models"
          rows={models}
          columns={[
            { title: words.name, of: ({ name }) => <bdi>{name}</bdi> },
            { title: words.description, of: ({ description }) => <bdi>{description}</bdi> },
            { title: words.entered, of: ({ registered_at }) => momentOf(registered_at, language).when },
          ]}
        />
      )}
      <h2>{words.enter}</h2>
      <form method="post" className="form">
        <Field
          name="name"
          label={words.name}
          hint={words.nameHint}
          defaultValue={sent?.typed['name']}
          required
          dir="auto"
          problem={sent?.problem}
        />
        <Field
          name="description"
          label={words.description}
          hint={words.descriptionHint}
          defaultValue={sent?.typed['description']}
          dir="auto"
          problem={sent?.problem}
        />
        <Button>{words.enterIt}</Button>
      </form>
    </Page>
  )
}
