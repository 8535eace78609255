/** The cells of published tables, with every total, and what an attacker knows of them: which cells add up to which. */
import { add, type Exact, isZero, ZERO } from '@maqami/engine/value/exact.ts'

/** What one firm adds to one measure. Nothing is negative: jobs, sets, rupees. */
export interface Row {
  readonly firm: string
  /** By dimension, such as `{ district: 'Karachi', component_class: 'display' }`. */
  readonly at: Readonly<Record<string, string>>
  readonly value: Exact
}

/** The dimensions of a table. It is published with all its totals: a total of a dimension is the cell that does not name it. */
export type Table = readonly string[]

export interface Cell {
  /** The same in every table that shows it: its dimensions in order, `component_class=display|district=Karachi`; empty for the grand total. */
  readonly key: string
  readonly value: Exact
  readonly byFirm: ReadonlyMap<string, Exact>
}

/** The whole is the sum of its parts. */
export interface Relation {
  readonly whole: string
  readonly parts: readonly string[]
}

export interface Cells {
  readonly cells: ReadonlyMap<string, Cell>
  readonly relations: readonly Relation[]
}

export function keyOf(at: Readonly<Record<string, string>>, dimensions: readonly string[]): string {
  return dimensions
    .toSorted()
    .map((dimension) => `${dimension}=${at[dimension] ?? ''}`)
    .join('|')
}

/** Cells to which nobody adds anything are left out: whoever reads the table sees that they are empty. */
export function cellsOf(rows: readonly Row[], tables: readonly Table[]): Cells {
  const sets = new Map(tables.flatMap(subsetsOf).map((set) => [set.join('|'), set]))
  const filled = rows.filter(({ value }) => !isZero(value))
  const cells = new Map<string, Cell>()
  for (const dimensions of sets.values())
    for (const [key, group] of Map.groupBy(filled, ({ at }) => keyOf(at, dimensions)))
      cells.set(key, { key, ...sumOf(group) })
  return { cells, relations: [...relationsOf(filled, [...sets.values()])] }
}

/** All the sets of dimensions that a table has cells of: each with some left out. */
function subsetsOf(table: Table): readonly (readonly string[])[] {
  return table
    .toSorted()
    .reduce<readonly (readonly string[])[]>(
      (sets, dimension) => [...sets, ...sets.map((set) => [...set, dimension])],
      [[]],
    )
}

function sumOf(rows: readonly Row[]): Pick<Cell, 'value' | 'byFirm'> {
  const byFirm = new Map<string, Exact>()
  for (const { firm, value } of rows) byFirm.set(firm, add(byFirm.get(firm) ?? ZERO, value))
  return { value: [...byFirm.values()].reduce(add, ZERO), byFirm }
}

/** Over each dimension that a set has more than another. */
function* relationsOf(rows: readonly Row[], sets: readonly (readonly string[])[]): Generator<Relation> {
  for (const finer of sets)
    for (const dimension of finer) {
      const coarser = finer.filter((one) => one !== dimension)
      for (const [whole, group] of Map.groupBy(rows, ({ at }) => keyOf(at, coarser)))
        yield { whole, parts: [...new Set(group.map(({ at }) => keyOf(at, finer)))] }
    }
}
