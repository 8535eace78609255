/** The goals of a programme in rows: where each stands. */
import { DataTable } from '../pages/data-table.tsx'
import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import type { Colour } from './goal.ts'
import { goalWordsOf } from './goal-words.ts'

export interface GoalRow {
  readonly href: string
  readonly label: string
  readonly colour: Colour
  readonly now: string
  readonly now_year: string | null
  readonly path: string
  readonly gap: string
  readonly target: string
  readonly target_year: string | null
  readonly forecast: string
  /** Since a month ago, where it is told. */
  readonly change?: string
}

export const LOOKS: Readonly<Record<Colour, Look>> = { green: 'good', amber: 'open', red: 'bad', grey: 'quiet' }

interface GoalsTableProps {
  readonly titledBy: string
  readonly goals: readonly GoalRow[]
  /** What the column of changes is called, where there is one. */
  readonly change?: string
}

export function GoalsTable({ titledBy, goals, change }: GoalsTableProps) {
  const words = goalWordsOf(useShell().language)
  return (
    <DataTable
      titledBy={titledBy}
      rows={goals}
      columns={[
        { title: words.goal, of: ({ href, label }) => <a href={href}>{label}</a> },
        {
          title: words.state,
          isWhole: true,
          of: ({ colour }) => <StateTag look={LOOKS[colour]}>{words.colours[colour]}</StateTag>,
        },
        { title: words.now, isAmount: true, of: ({ now, now_year }) => <Dated value={now} year={now_year} /> },
        { title: words.path, isAmount: true, of: ({ path }) => path },
        { title: words.gap, isAmount: true, of: ({ gap }) => gap },
        ...(change === undefined ? [] : [{ title: change, isAmount: true, of: (row: GoalRow) => row.change }]),
        {
          title: words.target,
          isAmount: true,
          of: ({ target, target_year }) => <Dated value={target} year={target_year} />,
        },
        { title: words.forecast, isAmount: true, of: ({ forecast }) => forecast },
      ]}
    />
  )
}

export function Dated({ value, year }: { readonly value: string; readonly year: string | null }) {
  const words = goalWordsOf(useShell().language)
  if (year === null) return value
  return (
    <>
      <span className="whole">{value}</span> <span className="quiet whole">{words.in(year)}</span>
    </>
  )
}
