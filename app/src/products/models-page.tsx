/** The models of one's own firm, and the form to enter one. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, Select, TextArea, useSentBack } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useOwnForm, useShell } from '../pages/shell.tsx'
import { momentOf } from '../pages/when.ts'
import { ModelTag } from './model-tag.tsx'
import { productWordsOf } from './product-words.ts'
import { enterModel, showModels } from './show-models.ts'

export const handle = { see: 'register_model', act: 'register_model' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showModels(context, request)
}

export async function action({ context, request }: ActionFunctionArgs) {
  return await enterModel(context, await request.formData())
}

export default function ModelsPage() {
  const { models, kinds, after, next } = useLoaderData<typeof loader>()
  const { problem, typed = {} } = useSentBack() ?? {}
  const { language } = useShell()
  const words = productWordsOf(language)
  const field = (name: string) => ({ name, defaultValue: typed[name], problem, dir: 'auto' })
  return (
    <Page title={words.title}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={problem} />
      <h1 id="models">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {models.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="models"
          rows={models}
          columns={[
            {
              title: words.name,
              of: ({ id, name }) => (
                <a href={`/models/${id}`}>
                  <bdi>{name}</bdi>
                </a>
              ),
            },
            { title: words.state, of: ({ status }) => <ModelTag status={status} /> },
            { title: words.kind, of: ({ kind }) => (kind === '' ? words.notSaid : kind) },
            { title: words.brand, of: ({ brand }) => <bdi>{brand === '' ? words.notSaid : brand}</bdi> },
            { title: words.entered, of: ({ registered_at }) => momentOf(registered_at, language).when },
          ]}
        />
      )}
      <Pagination path="/models" after={after} next={next ?? undefined} />
      <h2>{words.enter}</h2>
      <form method="post" action={useOwnForm()} className="form">
        <Field {...field('name')} label={words.name} hint={words.nameHint} required />
        <Select name="kind" label={words.kind} choices={kinds} defaultValue={typed['kind']} problem={problem} />
        <Field {...field('brand')} label={words.brand} required />
        <Field {...field('brand_owner')} label={words.brandOwner} hint={words.brandOwnerHint} />
        <TextArea
          name="trade_names"
          label={words.tradeNames}
          hint={words.tradeNamesHint}
          defaultValue={typed['trade_names']}
          isOptional
          problem={problem}
        />
        <Field {...field('description')} label={words.description} hint={words.descriptionHint} />
        <Button>{words.enterIt}</Button>
      </form>
    </Page>
  )
}
