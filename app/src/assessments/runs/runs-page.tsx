/** The runs that there were, and the way to start one. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { ID } from '../../kernel/field-schemas.ts'
import { Consequence } from '../../pages/consequence.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { FirmLink } from '../../pages/firm-column.tsx'
import { Button, ErrorSummary, Field, Select, useSentBack } from '../../pages/form.tsx'
import { pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Pagination } from '../../pages/pagination.tsx'
import { readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { RunTag } from './run-tag.tsx'
import { runWordsOf } from './run-words.ts'
import { RUN_FORM } from './runs-api.ts'
import { showRuns } from './show-runs.ts'
import { startRun } from './start-run.ts'

export const handle = { see: 'see_runs', act: 'start_run' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showRuns(context, request)
}

const CONTROLS = {
  no_release_in_force: 'programme',
  nothing_to_assess: 'period',
  run_open: 'period',
  day_not_reached: 'as_of',
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const isOfOne = form.get('manufacturer_id') !== null
  const properties = { ...RUN_FORM, manufacturer_id: isOfOne ? ID : {} }
  const { typed, read } = readForm(form, { properties })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const asked = { ...read.done, manufacturer_id: isOfOne ? read.done.manufacturer_id : null }
  const started = await startRun(context.get(recorderContext), actor, asked)
  if ('refused' in started) return sentBack(context, started.refused, typed, CONTROLS)
  return seeOther(`/assessment-runs/${started.done.id}`, 'started')
}

export default function RunsPage() {
  const { runs, after, next, form } = useLoaderData<typeof loader>()
  const words = runWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <ErrorSummary problem={useSentBack()?.problem} />
      <h1 id="runs">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {runs.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="runs"
          rows={runs}
          columns={[
            {
              title: words.period,
              of: ({ id, period }) => <a href={`/assessment-runs/${id}`}>{words.run(period)}</a>,
            },
            { title: words.programme, of: ({ programme }) => programme },
            {
              title: words.scope,
              of: ({ firm }) => (firm === undefined ? words.allFirms : <FirmLink firm={firm} />),
            },
            { title: words.asOf, of: ({ day }) => day, isWhole: true },
            { title: words.count, of: ({ total }) => total, isAmount: true },
            { title: words.begun, of: ({ begun }) => begun },
            { title: words.state, of: ({ state }) => <RunTag state={state} /> },
          ]}
        />
      )}
      <Pagination path="/assessment-runs" after={after} next={next ?? undefined} />
      {form === undefined ? undefined : <StartForm {...form} />}
    </Page>
  )
}

type StartFormProps = NonNullable<Awaited<ReturnType<typeof showRuns>>['form']>

function StartForm({ programmes, firm, period, today }: StartFormProps) {
  const words = runWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <>
      <h2>{words.startNew}</h2>
      <form className="act" method="post">
        {firm === undefined ? undefined : (
          <>
            <input type="hidden" name="manufacturer_id" value={firm.id} />
            <p>{words.onlyFirm(firm.name)}</p>
          </>
        )}
        <Select
          name="programme"
          label={words.programme}
          choices={programmes}
          defaultValue={typed['programme']}
          problem={problem}
        />
        <Field
          name="period"
          label={words.period}
          hint={words.periodHint}
          dir="ltr"
          defaultValue={typed['period'] ?? period}
          problem={problem}
        />
        <Field
          name="as_of"
          label={words.asOf}
          hint={words.asOfHint}
          inputMode="numeric"
          dir="ltr"
          defaultValue={typed['as_of'] ?? today}
          problem={problem}
        />
        <Consequence>
          <p>{words.startConsequence}</p>
        </Consequence>
        <Button>{words.start}</Button>
      </form>
    </>
  )
}
