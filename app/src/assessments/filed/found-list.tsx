/** What was found in a file, cell by cell. */
import { DataTable } from '../../pages/data-table.tsx'
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

export function FoundList({ titledBy, found, total }: FoundListProps) {
  const { language } = useShell()
  const words = versionWordsOf(language)
  const shown = found.slice(0, MOST)
  const all = Math.max(total, found.length)
  return (
    <>
      <p>{words.foundHint}</p>
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
          { title: words.sheet, of: ({ sheet }) => <bdi>{sheet}</bdi> },
          { title: words.row, isAmount: true, of: ({ row }) => row },
          { title: words.column, of: ({ column }) => <bdi>{column}</bdi> },
          { title: words.what, of: ({ sentence }) => sentence[language].replaceAll(DAY, '\u2066$&\u2069') },
        ]}
      />
      {shown.length < all ? <p>{words.more(shown.length, all)}</p> : undefined}
    </>
  )
}
