/** Returns in a table: of which year, in what state, and what comes next. */
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { useShell } from '../../pages/shell.tsx'
import { ReturnTag } from './return-tag.tsx'
import { continuedAt, type ReturnView } from './return-view.ts'
import { returnWordsOf } from './return-words.ts'

interface ReturnListProps {
  /** The id of the heading above it. */
  readonly titledBy: string
  readonly returns: readonly ReturnView[]
}

export function ReturnList({ titledBy, returns }: ReturnListProps) {
  const words = returnWordsOf(useShell().language)
  if (returns.length === 0) return <EmptyState>{words.none}</EmptyState>
  return (
    <DataTable
      titledBy={titledBy}
      rows={returns}
      columns={[
        {
          title: words.period,
          of: ({ id, period }) => (
            <a href={`/returns/${id}`}>
              <bdi dir="ltr">{period}</bdi>
            </a>
          ),
        },
        { title: words.kind, of: ({ kind }) => kind },
        { title: words.programme, of: ({ programme }) => programme },
        { title: words.state, of: ({ status }) => <ReturnTag status={status} /> },
        {
          title: words.nextStep,
          of: (one) => {
            const next = words.next[(one.last ?? one).status]
            const href = continuedAt(one)
            return href === `/returns/${one.id}` ? next : <a href={href}>{next}</a>
          },
        },
      ]}
    />
  )
}
