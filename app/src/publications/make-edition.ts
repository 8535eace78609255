/** Makes the series of an edition from what firms said: tables with their totals, and what is withheld. Pure. */
import {
  compare,
  type Exact,
  isNegative,
  isZero,
  multiply,
  negate,
  subtract,
  toDecimal,
  ZERO,
} from '@maqami/engine/value/exact.ts'
import type { Measure } from '../returns/figures/figure.ts'
import { type Cells, cellsOf, type Row } from './cells.ts'
import type { Solver } from './interval.ts'
import { type EditionCell, type EditionSeries, keyOfCell, type PublicationRules, type Revision } from './publication.ts'
import { type Earlier, suppressCells } from './suppress-cells.ts'

/** What went into a series of an edition, and which of its cells were withheld. */
export interface EditionBefore {
  readonly rows: readonly Row[]
  readonly series: EditionSeries
}

export interface SeriesWanted {
  readonly measure: Measure
  readonly tables: readonly (readonly string[])[]
  readonly month: string | null
  readonly rows: readonly Row[]
  readonly lines_unknown: number
  readonly before: readonly EditionBefore[]
}

export function makeSeries(
  { measure, tables, month, rows, lines_unknown, before }: SeriesWanted,
  rules: PublicationRules,
  solver: Solver,
): EditionSeries {
  const all = cellsOf(rows, tables)
  const earlier = before.map(
    (one): Earlier => ({
      withheld: one.series.cells.filter(({ value }) => value === null).map(({ at }) => keyOfCell(at)),
      added: cellsOf(addedSince(one.rows, rows, rules), tables),
    }),
  )
  const withheld = suppressCells(all, rules, solver, earlier)
  const keys = [...new Set([...all.cells.keys(), ...withheld.keys()])].toSorted()
  const named = new Set(tables.flat())
  const dimensions = measure.dimensions.filter(({ name }) => named.has(name))
  return {
    series: measure.name,
    label: measure.label,
    unit: measure.unit,
    kind: measure.kind,
    month,
    dimensions: dimensions.map(({ name, label, words }) => ({ name, label, members: Object.fromEntries(words) })),
    tables,
    cells: keys.map((key): EditionCell => {
      const why = withheld.get(key) ?? null
      return { at: atOf(key), value: why === null ? decimalOf(all, key) : null, why }
    }),
    lines_unknown,
  }
}

function atOf(key: string): EditionCell['at'] {
  if (key === '') return {}
  return Object.fromEntries(
    key.split('|').map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  )
}

function decimalOf({ cells }: Cells, key: string): string {
  const decimal = toDecimal(cells.get(key)?.value ?? ZERO)
  if (decimal === undefined) throw new RangeError('sums of decimals are decimals')
  return decimal
}

/**
 * Where a firm is in one of both and not in the other, or restated so much that the change tells what it says now: by how much. A smaller correction
 * shows in the cell, and is listed.
 */
function addedSince(earlier: readonly Row[], now: readonly Row[], rules: PublicationRules): readonly Row[] {
  const before = new Map(earlier.map((row) => [keyOfRow(row), row]))
  const after = new Map(now.map((row) => [keyOfRow(row), row]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [one, other] = [before.get(key), after.get(key)]
    const row = other ?? one
    const [was, is] = [one?.value ?? ZERO, other?.value ?? ZERO]
    const change = magnitude(subtract(is, was))
    const larger = compare(was, is) > 0 ? was : is
    const counts = !isZero(change) && compare(change, multiply(larger, rules.newcomer_change)) >= 0
    return row !== undefined && counts ? [{ ...row, value: change }] : []
  })
}

function keyOfRow({ firm, at }: Row): string {
  return `${firm}\n${keyOfCell(at)}`
}

function magnitude(value: Exact): Exact {
  return isNegative(value) ? negate(value) : value
}

/** Each cell of which this edition says something else than the one before. */
export function revisionsOf(before: readonly EditionSeries[], after: readonly EditionSeries[]): readonly Revision[] {
  return after.flatMap((series) => {
    const earlier = before.find((one) => one.series === series.series)
    if (earlier === undefined) return []
    const was = new Map(earlier.cells.map((cell) => [keyOfCell(cell.at), cell]))
    const is = new Map(series.cells.map((cell) => [keyOfCell(cell.at), cell]))
    return [...new Set([...was.keys(), ...is.keys()])].toSorted().flatMap((key): readonly Revision[] => {
      // A cell that is in only one of both is empty in the other.
      const [a, b] = [was.get(key), is.get(key)].map((cell) => (cell === undefined ? '0' : cell.value))
      return a === b ? [] : [{ series: series.series, at: atOf(key), before: a ?? null, after: b ?? null }]
    })
  })
}
