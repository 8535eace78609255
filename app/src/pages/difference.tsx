/** Before, after, and since when: for law, returns and assessments alike. */
import { DataTable } from './data-table.tsx'
import { useShell } from './shell.tsx'
import { shellWordsOf } from './shell-words.ts'

export interface Change {
  /** To what it applies and from when; empty where there is nothing to say. */
  readonly where: string
  readonly before: string
  readonly after: string
}

interface DifferenceProps {
  /** The id of the heading above it. */
  readonly titledBy: string
  readonly changes: readonly Change[]
}

export function Difference({ titledBy, changes }: DifferenceProps) {
  const words = shellWordsOf(useShell().language)
  return (
    <DataTable
      titledBy={titledBy}
      rows={changes}
      columns={[
        { title: words.where, of: ({ where }) => where },
        { title: words.before, of: ({ before }) => <del>{before}</del> },
        { title: words.after, of: ({ after }) => <ins>{after}</ins> },
      ]}
    />
  )
}
