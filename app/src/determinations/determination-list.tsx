/** Determinations in a table: what about, of which year, and when. */
import { firmColumns, type Whose } from '../pages/firm-column.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText, momentOf } from '../pages/when.ts'
import { DeterminationTag } from './determination-tag.tsx'
import { determinationWordsOf } from './determination-words.ts'
import { StandingTag } from './standing-events.tsx'
import type { DeterminationListed } from './show-determinations.ts'

interface DeterminationListProps {
  /** The id of the heading above it. */
  readonly titledBy: string
  readonly determinations: readonly (DeterminationListed & Whose)[]
  /** Where there is none. */
  readonly none?: string
}

export function DeterminationList({ titledBy, determinations, none }: DeterminationListProps) {
  const { language } = useShell()
  const words = determinationWordsOf(language)
  if (determinations.length === 0) return <EmptyState>{none ?? words.none}</EmptyState>
  return (
    <DataTable
      titledBy={titledBy}
      rows={determinations}
      columns={[
        {
          title: words.number,
          of: ({ number }) => (
            <a href={`/determinations/${number}`}>
              <bdi dir="ltr">{number}</bdi>
            </a>
          ),
        },
        ...firmColumns(determinations, language),
        { title: words.what, of: ({ kind }) => words.kinds[kind] },
        { title: words.programme, of: ({ programme }) => programme },
        { title: words.year, of: ({ year }) => <bdi dir="ltr">{year}</bdi> },
        {
          title: words.state,
          of: ({ status, standing, rehearsal }) => (
            <>
              <DeterminationTag status={status} /> <StandingTag standing={standing} />{' '}
              {rehearsal ? <StateTag look="rehearsal">{words.rehearsal}</StateTag> : undefined}
            </>
          ),
        },
        {
          title: words.on,
          of: ({ decided_at }) => (decided_at === null ? '' : dayText(momentOf(decided_at, language).day, language)),
        },
      ]}
    />
  )
}
