/** What the service is to do of its own accord: what waits, and what failed and why, for whoever runs it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ErrorSummary, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { RowForm } from '../pages/row-form.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { momentOf } from '../pages/when.ts'
import { STANDING } from './job.ts'
import { jobWordsOf } from './job-words.ts'
import { retryJob, seeJobs } from './retry-job.ts'

export const handle = { see: 'see_jobs', act: 'retry_job' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const { database } = context.get(recorderContext)
  return settled(context, await seeJobs(database, context.get(pageCall).actor))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const sent = (await sentForm(context, request)).get('job')
  const id = typeof sent === 'string' ? sent : ''
  const outcome = await retryJob(context.get(recorderContext), context.get(pageCall).actor, { id })
  return 'refused' in outcome ? sentBack(context, outcome.refused, {}) : seeOther('/jobs', 'retried')
}

export default function JobsPage() {
  const { counts, jobs } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language } = useShell()
  const words = jobWordsOf(language)
  const kindOf = (kind: string) => words.kinds[kind] ?? <code dir="ltr">{kind}</code>
  return (
    <Page title={words.title}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <p className="within">
        <a href="/people">{words.people}</a>
      </p>
      <h1>{words.title}</h1>
      <p className="prose">{words.lead}</p>
      {jobs.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <>
          <section>
            <h2 id="counts">{words.counts}</h2>
            <DataTable
              titledBy="counts"
              rows={counts}
              columns={[
                { title: words.kind, of: ({ kind }) => kindOf(kind) },
                { title: words.waiting, of: ({ waiting }) => waiting, isAmount: true },
                { title: words.failed, of: ({ failed }) => failed, isAmount: true },
              ]}
            />
          </section>
          <section>
            <h2 id="jobs">{words.list}</h2>
            <DataTable
              titledBy="jobs"
              rows={jobs}
              columns={[
                { title: words.kind, of: ({ kind }) => kindOf(kind) },
                { title: words.about, of: ({ about }) => (about === STANDING ? '–' : <code dir="ltr">{about}</code>) },
                {
                  title: words.state,
                  of: ({ failed_at }) => (
                    <StateTag look={failed_at === null ? 'open' : 'bad'}>
                      {failed_at === null ? words.waiting : words.failed}
                    </StateTag>
                  ),
                },
                {
                  title: words.next,
                  of: ({ failed_at, due_at }) => (failed_at === null ? momentOf(due_at, language).when : '–'),
                },
                { title: words.tries, of: ({ tries }) => tries, isAmount: true },
                { title: words.error, of: ({ error }) => (error === null ? '–' : <bdi>{error}</bdi>) },
                {
                  title: words.toDo,
                  of: ({ id, failed_at }) =>
                    failed_at === null ? '–' : <RowForm act="retry" row={['job', id]} label={words.retry} />,
                },
              ]}
            />
          </section>
        </>
      )}
    </Page>
  )
}
