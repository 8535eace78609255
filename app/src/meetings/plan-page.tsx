/** The plan of implementation. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { MilestoneTag } from './meeting-tags.tsx'
import { meetingWordsOf } from './meeting-words.ts'
import { showPlan } from './show-meetings.ts'

export const handle = { see: 'see_meetings' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showPlan(context)
}

export default function PlanPage() {
  const { items, mayPlan } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = meetingWordsOf(language)
  const { plan } = words
  return (
    <Page title={plan.title}>
      <Confirmation sentences={words.done} />
      <p className="within">
        <a href="/meetings">{words.title}</a>
      </p>
      <h1 id="plan">{plan.title}</h1>
      <p className="prose">{plan.intro}</p>
      {mayPlan ? (
        <p>
          <a href="/plan/new">{plan.add}</a>
        </p>
      ) : undefined}
      {items.length === 0 ? (
        <EmptyState>{plan.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="plan"
          rows={items}
          columns={[
            { title: words.number, isWhole: true, of: ({ number }) => <bdi dir="ltr">{number}</bdi> },
            {
              title: plan.milestone,
              of: ({ title, reached }) => (
                <>
                  <bdi>{title}</bdi>
                  {reached === null ? undefined : (
                    <>
                      <br />
                      <span className="quiet">
                        {dayText(reached.reached_on, language)}: <bdi>{reached.words}</bdi>
                      </span>
                    </>
                  )}
                </>
              ),
            },
            { title: words.owner, of: ({ owner }) => (owner === undefined ? words.nobody : <bdi>{owner}</bdi>) },
            { title: words.due, isWhole: true, of: ({ due_on }) => dayText(due_on, language) },
            {
              title: plan.after,
              of: ({ after }) => <bdi dir="ltr">{after.length === 0 ? '–' : after.join(', ')}</bdi>,
            },
            {
              title: words.state,
              of: ({ id, state, mayReach }) => (
                <>
                  <MilestoneTag state={state} />
                  {mayReach ? (
                    <>
                      <br />
                      <a href={`/plan/${id}`}>{plan.reach}</a>
                    </>
                  ) : undefined}
                </>
              ),
            },
          ]}
        />
      )}
    </Page>
  )
}
