/** What was found in a file, cell by cell. */
import { type Column, DataTable } from '../../pages/data-table.tsx'
import { useShell } from '../../pages/shell.tsx'
import { StateTag } from '../../pages/state-tag.tsx'
import type { FoundInReturn } from '../../returns/filing/return.ts'
import { versionWordsOf } from './version-words.ts'

const MOST = 200
/** A day or a year in figures, which an Urdu sentence would turn around. */
const DAY = /\d+(?:-\d+)+/g

interface FoundListProps {
  readonly titledBy: string
  readonly found: readonly FoundInReturn[]
  /** How many errors there are, also those that were not kept. */
  readonly total: number
}

/** Whether any of it stands in a sheet, and not with the file as a whole. */
export function hasCells(found: readonly FoundInReturn[]): boolean {
  return found.some(({ sheet }) => sheet !== null)
}

export function FoundList({ titledBy, found, total }: FoundListProps) {
  const { language } = useShell()
  const words = versionWordsOf(language)
  const shown = found.slice(0, MOST)
  const all = Math.max(total, found.length)
  const places: readonly Column<FoundInReturn>[] = [
    { title: words.sheet, of: ({ sheet }) => <bdi>{sheet}</bdi> },
    { title: words.row, isAmount: true, of: ({ row }) => row },
    { title: words.column, of: ({ column }) => <bdi>{column}</bdi> },
  ]
  return (
    <>
      {hasCells(found) ? <p>{words.foundHint}</p> : undefined}
      <DataTable
        titledBy={titledBy}
        rows={shown}
        columns={[
          {
            title: words.severity,
            of: ({ severity }) => (
              <StateTag look={severity === 'error' ? 'bad' : 'open'}>{words.severities[severity]}</StateTag>
            ),
          },
          ...(hasCells(found) ? places : []),
          { title: words.what, of: ({ sentence }) => sentence[language].replaceAll(DAY, '\u2066$&\u2069') },
        ]}
      />
      {shown.length < all ? <p>{words.more(shown.length, all)}</p> : undefined}
    </>
  )
}
