/** Which lines of a return differ between two versions, and in which cells. */
import { DataTable } from '../../pages/data-table.tsx'
import { useShell } from '../../pages/shell.tsx'
import { type Look, StateTag } from '../../pages/state-tag.tsx'
import type { LineChangeView, SheetChangesView } from './difference-view.ts'
import { differenceWordsOf } from './difference-words.ts'

const LOOKS: Readonly<Record<LineChangeView['change'], Look>> = { added: 'good', removed: 'bad', changed: 'open' }

export function SheetsChanged({ titledBy, sheets }: TitledBy & { readonly sheets: readonly SheetChangesView[] }) {
  const words = differenceWordsOf(useShell().language)
  return (
    <DataTable
      titledBy={titledBy}
      rows={sheets}
      columns={[
        { title: words.sheet, of: ({ sheet }) => sheet },
        { title: words.changes.added, isAmount: true, of: ({ added }) => added },
        { title: words.changes.removed, isAmount: true, of: ({ removed }) => removed },
        { title: words.changes.changed, isAmount: true, of: ({ changed }) => changed },
        { title: words.unchanged, isAmount: true, of: ({ unchanged }) => unchanged },
      ]}
    />
  )
}

interface TitledBy {
  /** The id of the heading above it. */
  readonly titledBy: string
}

export function LinesChanged({ titledBy, lines }: TitledBy & { readonly lines: readonly LineChangeView[] }) {
  const words = differenceWordsOf(useShell().language)
  return (
    <DataTable
      titledBy={titledBy}
      rows={lines}
      columns={[
        { title: words.sheet, of: ({ sheet }) => sheet },
        { title: words.line, of: ({ line }) => <bdi>{line}</bdi> },
        { title: words.row, isAmount: true, of: ({ row }) => row.after ?? row.before },
        { title: words.change, of: ({ change }) => <StateTag look={LOOKS[change]}>{words.changes[change]}</StateTag> },
        { title: words.what, of: (line) => <Cells {...line} /> },
      ]}
    />
  )
}

function Cells({ change, cells }: LineChangeView) {
  const words = differenceWordsOf(useShell().language)
  const told = (value: string) => (value === '' ? words.blank : <bdi>{value}</bdi>)
  return cells.map(({ column, before, after }) => (
    <div key={column}>
      {column}: {change === 'added' ? undefined : <del>{told(before)}</del>}{' '}
      {change === 'removed' ? undefined : <ins>{told(after)}</ins>}
    </div>
  ))
}
