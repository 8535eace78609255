/** Returns in a table: of which year, in what state, and what comes next. */
import { firmColumns, type Whose } from '../../pages/firm-column.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { useShell } from '../../pages/shell.tsx'
import { ReturnTag } from './return-tag.tsx'
import { continuedAt, type ReturnView } from './return-view.ts'
import { returnWordsOf } from './return-words.ts'

interface ReturnListProps {
  /** The id of the heading above it. */
  readonly titledBy: string
  readonly returns: readonly (ReturnView & Whose)[]
  /** The reader is an officer: what comes next is said to him, and not to the firm. */
  readonly isOfFirms?: boolean
  /** What is said where there is none, if it is not that there never was one. */
  readonly none?: string | undefined
}

export function ReturnList({ titledBy, returns, isOfFirms = false, none }: ReturnListProps) {
  const { language } = useShell()
  const words = returnWordsOf(language)
  if (returns.length === 0) return <EmptyState>{none ?? (isOfFirms ? words.ofFirms : words).none}</EmptyState>
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
        { title: words.kind, isWhole: true, of: ({ kind }) => kind },
        ...firmColumns(returns, language),
        { title: words.programme, of: ({ programme }) => programme },
        { title: words.state, of: ({ status }) => <ReturnTag status={status} /> },
        {
          title: words.nextStep,
          of: (one) => {
            if (isOfFirms) return words.nextOfOfficers[one.status]
            const next = one.last === null ? words.begun : words.next[one.last.status]
            const href = continuedAt(one)
            return href === `/returns/${one.id}` ? next : <a href={href}>{next}</a>
          },
        },
      ]}
    />
  )
}
