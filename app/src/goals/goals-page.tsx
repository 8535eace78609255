/** The goals of all programmes, and where each stands. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { goalWordsOf } from './goal-words.ts'
import { GoalsTable } from './goal-list.tsx'
import { showGoals } from './show-goals.ts'

export const handle = { see: 'see_goals' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showGoals(context)
}

export default function GoalsPage() {
  const { programmes } = useLoaderData<typeof loader>()
  const words = goalWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {programmes.length === 0 ? <EmptyState>{words.none}</EmptyState> : undefined}
      {programmes.map(({ programme, title, by, rules, goals }) => (
        <div key={programme}>
          <h2 id={programme}>{title}</h2>
          <p>{by}</p>
          <GoalsTable titledBy={programme} goals={goals} />
          <p className="quiet">{rules}</p>
        </div>
      ))}
    </Page>
  )
}
