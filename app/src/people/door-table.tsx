/** What happened at the door, one row each. */
import { type Column, DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { momentOf } from '../pages/when.ts'
import { doorWordsOf } from './door-words.ts'
import type { SeenDoorEvent } from './sign-in-history-table.ts'

interface DoorTableProps<Row> {
  readonly titledBy: string
  readonly rows: readonly Row[]
  /** Whose they are, where they are not all one's own. */
  readonly first?: Column<Row>
}

export function DoorTable<Row extends SeenDoorEvent>({ titledBy, rows, first }: DoorTableProps<Row>) {
  const { language } = useShell()
  const words = doorWordsOf(language)
  if (rows.length === 0) return <EmptyState>{words.nothing}</EmptyState>
  return (
    <DataTable
      titledBy={titledBy}
      rows={rows}
      columns={[
        ...(first === undefined ? [] : [first]),
        { title: words.when, of: ({ happened_at }) => momentOf(happened_at, language).when },
        {
          title: words.happened,
          of: ({ what, means }) =>
            what === 'refused' ? (
              <StateTag look="bad">{words.refused(means === null ? '' : words.means[means])}</StateTag>
            ) : what === 'signed_in' ? (
              words.signedIn(means === null ? '' : words.means[means])
            ) : (
              words.events[what]
            ),
        },
        { title: words.address, of: ({ address }) => <bdi>{address}</bdi> },
        { title: words.browser, of: ({ agent }) => <bdi>{agent}</bdi> },
      ]}
    />
  )
}
