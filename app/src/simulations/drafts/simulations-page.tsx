/** The simulations that there are, and the way to hold another draft against the release. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { ChoiceField } from '../../pages/choice-field.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, Select, useSentBack } from '../../pages/form.tsx'
import { pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Pagination } from '../../pages/pagination.tsx'
import { sentBack, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { LARGEST_SENT } from '../simulation.ts'
import { readSent } from './read-sent.ts'
import { showSimulations } from './show-simulations.ts'
import { simulateDraft } from './simulate-draft.ts'
import { simulationsWordsOf } from './simulations-words.ts'

export const handle = {
  see: 'see_simulations',
  act: 'simulate_draft',
  largest: LARGEST_SENT,
} satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showSimulations(context, request)
}

const CONTROLS = {
  draft_not_in_release: 'draft',
  draft_broken: 'overlay',
  facts_broken: 'list',
  register_empty: 'facts',
  register_unfit: 'facts',
  no_release_in_force: 'draft',
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { typed, read } = await readSent(await sentForm(context, request))
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const shelf = context.get(shelfContext)
  const made = await simulateDraft(context.get(recorderContext), shelf, context.get(pageCall).actor, read.done)
  if ('refused' in made) return sentBack(context, made.refused, typed, CONTROLS)
  return seeOther(`/simulations/${made.done.id}`, 'simulated')
}

export default function SimulationsPage() {
  const { items, after, next, choices } = useLoaderData<typeof loader>()
  const words = simulationsWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <h1 id="simulations">{words.title}</h1>
      <ErrorSummary problem={useSentBack()?.problem} />
      <p className="prose">{words.intro}</p>
      {items.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="simulations"
          rows={items}
          columns={[
            { title: words.draft, of: ({ id, draft }) => <a href={`/simulations/${id}`}>{words.law(draft)}</a> },
            { title: words.programme, of: ({ programme }) => programme },
            { title: words.facts, of: ({ source }) => words.sources[source] },
            { title: words.cases, of: ({ cases }) => cases, isAmount: true },
            { title: words.made, of: ({ made }) => made },
          ]}
        />
      )}
      <Pagination path="/simulations" after={after} next={next ?? undefined} />
      {choices === undefined || choices.length === 0 ? undefined : <LoadForm choices={choices} />}
    </Page>
  )
}

function LoadForm({ choices }: { readonly choices: readonly { readonly value: string; readonly label: string }[] }) {
  const words = simulationsWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <>
      <h2>{words.begin}</h2>
      <form className="form" method="post" encType="multipart/form-data">
        <Select name="draft" label={words.which} choices={choices} defaultValue={typed['draft']} problem={problem} />
        <Field
          name="overlay"
          type="file"
          accept=".yaml,.yml"
          label={words.overlay}
          hint={words.overlayHint}
          problem={problem}
        />
        <ChoiceField
          name="facts"
          label={words.whichFacts}
          problem={problem}
          defaultValue={typed['facts'] ?? 'invented'}
          choices={(['invented', 'register', 'sent'] as const).map((value) => ({ value, ...words.choices[value] }))}
        />
        <Field name="list" type="file" accept=".csv,.json" label={words.list} hint={words.listHint} problem={problem} />
        <Field name="lines" type="file" accept=".csv" label={words.lines} hint={words.linesHint} problem={problem} />
        <Button>{words.button}</Button>
      </form>
    </>
  )
}
