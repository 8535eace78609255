/** Before, after, and since when: for law, returns and assessments alike. */
import { DataTable } from './data-table.tsx'
import { useShell } from './shell.tsx'
import { shellWordsOf } from './shell-words.ts'

export interface Change {
  /** To what it applies and from when; empty where there is nothing to say. */
  readonly where: string
  /** Undefined where nothing stood, or nothing stands any more. */
  readonly before: string | undefined
  readonly after: string | undefined
}

interface DifferenceProps {
  /** The id of the heading above it. */
  readonly titledBy: string
  readonly changes: readonly Change[]
}

export function Difference({ titledBy, changes }: DifferenceProps) {
  const words = shellWordsOf(useShell().language)
  const nothing = <span className="quiet">{words.nothing}</span>
  return (
    <DataTable
      titledBy={titledBy}
      rows={changes}
      columns={[
        { title: words.where, of: ({ where }) => where },
        { title: words.before, of: ({ before }) => (before === undefined ? nothing : <del>{before}</del>) },
        { title: words.after, of: ({ after }) => (after === undefined ? nothing : <ins>{after}</ins>) },
      ]}
    />
  )
}
