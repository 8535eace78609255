/** Licences in a table: which, in what state, until when, and how much is left. */
import { displayCount } from '@maqami/engine/explain/display.ts'
import { firmColumns, type Whose } from '../pages/firm-column.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { LicenceTag } from './licence-tag.tsx'
import type { LicenceView } from './licence-view.ts'
import { licenceWordsOf } from './licence-words.ts'

interface LicenceListProps {
  /** The id of the heading above it. */
  readonly titledBy: string
  readonly licences: readonly (LicenceView & Whose)[]
  /** Where there is none. */
  readonly none?: string
}

export function LicenceList({ titledBy, licences, none }: LicenceListProps) {
  const { language } = useShell()
  const words = licenceWordsOf(language)
  if (licences.length === 0) return <EmptyState>{none ?? words.none}</EmptyState>
  return (
    <DataTable
      titledBy={titledBy}
      rows={licences}
      columns={[
        {
          title: words.number,
          of: ({ number }) => (
            <a href={`/licences/${number}`}>
              <bdi dir="ltr">{number}</bdi>
            </a>
          ),
        },
        ...firmColumns(licences, language),
        { title: words.kind, isWhole: true, of: ({ kind }) => words.kinds[kind] },
        { title: words.programme, of: ({ programme }) => programme },
        {
          title: words.state,
          of: ({ status, rehearsal }) => (
            <>
              <LicenceTag status={status} />{' '}
              {rehearsal ? <StateTag look="rehearsal">{words.rehearsal}</StateTag> : undefined}
            </>
          ),
        },
        { title: words.until, isWhole: true, of: ({ valid_until }) => dayText(valid_until, language) },
        {
          title: words.left,
          isAmount: true,
          of: ({ left }) => (left === null ? words.noQuota : displayCount(left, language)),
        },
      ]}
    />
  )
}
