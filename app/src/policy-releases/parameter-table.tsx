/** The numbers of one name: what holds from which day on, and for what. */
import { type Column, DataTable } from '../pages/data-table.tsx'
import { useShell } from '../pages/shell.tsx'
import type { ParameterRow, ParameterView } from './parameter-view.ts'
import { programmeWordsOf } from './programme-words.ts'
import { SourceLink } from './source-link.tsx'

export function ParameterTable({ parameter }: { readonly parameter: ParameterView }) {
  const words = programmeWordsOf(useShell().language)
  const { name, title, rows, axes, known, standing, source, reading } = parameter
  const columns: readonly Column<ParameterRow>[] = [
    {
      title: words.from,
      isWhole: true,
      of: ({ from, isSameDay }) => <span className={isSameDay ? 'same' : undefined}>{from}</span>,
    },
    ...axes.map((axis, index) => ({ title: axis, of: (row: ParameterRow) => row.keys[index] })),
    {
      title: words.value,
      isAmount: true,
      of: (row) => (
        <>
          {row.value}
          {row.standing === undefined ? undefined : <small className="origin">{row.standing}</small>}
        </>
      ),
    },
  ]
  return (
    <article className="parameter" id={name}>
      <DataTable id={`${name}-title`} caption={title} columns={columns} rows={rows} />
      {reading === undefined ? undefined : <p className="reading">{reading}</p>}
      <p className="grounds">
        {standing} · {known}
        {source === undefined ? undefined : <SourceLink source={source} />}
      </p>
    </article>
  )
}
