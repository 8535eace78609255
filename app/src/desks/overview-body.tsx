/** The sheet on which it stands where the programmes are. */
import { GoalsTable } from '../goals/goal-list.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { overviewWordsOf } from './overview-words.ts'
import type { showOverview } from './show-overview.ts'

export function OverviewBody({ shown }: { readonly shown: Awaited<ReturnType<typeof showOverview>> }) {
  const { day, since, programmes, changed, waiting } = shown
  const words = overviewWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <div className="sheet">
        <h1>{words.title}</h1>
        <p className="lead">{words.asOf(day)}</p>
        {programmes.length === 0 ? <EmptyState>{words.none}</EmptyState> : undefined}
        {programmes.map(({ programme, title, goals }) => (
          <section key={programme}>
            <h2 id={programme}>{title}</h2>
            <GoalsTable titledBy={programme} goals={goals} change={words.change} />
          </section>
        ))}
        <div className="beside">
          <section>
            <h2>{words.waiting}</h2>
            {waiting.length === 0 ? <p>{words.nothing}</p> : undefined}
            <ul>
              {waiting.map(({ task, href, count, since: from }) => (
                <li key={task}>
                  <a href={href}>{words.tasks[task](count)}</a>
                  {from === null ? undefined : <span className="quiet"> ({words.until(from)})</span>}
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h2>{words.since(since)}</h2>
            <ul>
              <li>{words.accepted(changed.accepted, changed.restated)}</li>
              <li>{words.approved(changed.approved)}</li>
              <li>
                <a href="/publications">{words.published(changed.published)}</a>
              </li>
            </ul>
          </section>
        </div>
      </div>
    </Page>
  )
}
