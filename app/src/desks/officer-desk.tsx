/** What waits for an officer: what, who, how long, and what is at stake. */
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { officerDeskWordsOf } from './officer-desk-words.ts'
import type { QueueItem } from './read-officer-desk.ts'
import type { Alarm } from './show-alarms.ts'

interface OfficerDeskProps {
  readonly queue: readonly QueueItem[]
  readonly alarms: readonly Alarm[]
  readonly mayGrant: boolean
}

export function OfficerDesk({ queue, alarms, mayGrant }: OfficerDeskProps) {
  const words = officerDeskWordsOf(useShell().language)
  return (
    <Page title={words.desk}>
      <Confirmation sentences={words.done} />
      <h1>{words.desk}</h1>
      {queue.length === 0 ? (
        <EmptyState>{words.empty}</EmptyState>
      ) : (
        <>
          <p className="lead" id="queue">
            {words.counted(queue.length)}
          </p>
          <DataTable
            titledBy="queue"
            rows={queue}
            columns={[
              { title: words.what, of: (item) => <What item={item} /> },
              { title: words.who, of: (item) => <Who item={item} /> },
              { title: words.howLong, of: ({ days, since, clock }) => clock ?? words.since(days, since) },
              { title: words.stake, of: ({ task }) => words.stakes[task] },
            ]}
          />
        </>
      )}
      {alarms.length === 0 ? undefined : (
        <>
          <h2 id="lapsed">{words.lapsed}</h2>
          <ul className="links">
            {alarms.map(({ of, href, count }) => (
              <li key={of}>
                <a href={href}>{words.alarms[of](count)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayGrant ? (
        <p>
          <a href="/licences/grant">{words.grant}</a>
        </p>
      ) : undefined}
    </Page>
  )
}

function What({ item: { task, href, number } }: { readonly item: QueueItem }) {
  const words = officerDeskWordsOf(useShell().language)
  return (
    <>
      <a href={href}>{words.tasks[task]}</a> {number === undefined ? undefined : <bdi className="whole">{number}</bdi>}
    </>
  )
}

function Who({ item: { firm, programme, year, isRehearsal } }: { readonly item: QueueItem }) {
  const words = officerDeskWordsOf(useShell().language)
  if (firm === undefined && programme === undefined) return undefined
  return (
    <>
      {firm === undefined ? undefined : (
        <b>
          <bdi>{firm}</bdi>
        </b>
      )}{' '}
      {programme === undefined ? undefined : (
        <span className="quiet">
          {programme} {year === undefined ? undefined : <bdi className="whole">{year}</bdi>}
        </span>
      )}{' '}
      {isRehearsal ? <StateTag look="rehearsal">{words.rehearsal}</StateTag> : undefined}
    </>
  )
}
