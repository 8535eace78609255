/** The dated numbers of the law: rows by day, cells by category, condition, count or band, each with where it comes from. */
import { type Day, noSuchDay, parseDay, parseMonth } from '../value/date.ts'
import type { Exact } from '../value/exact.ts'
import type { Value } from '../value/outcome.ts'
import type { Type } from '../value/type.ts'
import { checkName, readUnit, unitSentence, type Vocabulary } from './vocabulary.ts'
import {
  day,
  entriesOf,
  type Localized,
  localized,
  mapping,
  names,
  placeIn,
  problem,
  type Report,
  type SourcePlace,
  text,
} from './fields.ts'
import { type Here, readCells, readRemarks, REMARK_KEYS, type Remarks, type Shape } from './parameter-cells.ts'
import { didYouMean } from './problem.ts'
import type { Reading, Standing } from './standing.ts'
import { child, type Entry, type MapNode, type Node } from './yaml.ts'

export type Axis =
  | { readonly kind: 'category'; readonly category: string; readonly members: readonly string[] }
  | { readonly kind: 'boolean'; readonly fact: string }
  | { readonly kind: 'count' }
  | { readonly kind: 'band'; readonly unit: string }

export interface Cell {
  readonly kind: 'value' | 'none' | 'unknown'
  readonly value: Value | undefined
  /** As it was written: `PKR 3000`. */
  readonly text: string
  readonly keys: readonly string[]
  /** The row in which it was written; an earlier one where this row leaves it unchanged. */
  readonly since: string
  readonly standing: Standing
  /** Of the cell, its row or its table: the nearest that has one. */
  readonly reading: Reading | undefined
  /** The day from which it was first announced to hold, where it came to hold from another. */
  readonly announcedFor: string | undefined
  readonly corrects: string | undefined
  readonly reason: Localized | undefined
  readonly at: SourcePlace
}

export interface Band {
  readonly bound: Exact
  readonly inclusive: boolean
  readonly text: string
  readonly cells: Cells
  readonly at: SourcePlace
}

export type Cells =
  | { readonly kind: 'cell'; readonly cell: Cell }
  | { readonly kind: 'keys'; readonly cells: ReadonlyMap<string, Cells> }
  | { readonly kind: 'bands'; readonly bands: readonly Band[]; readonly above: Cells | undefined }

export interface Row {
  /** `2026-07-01`, or `2026-07` when the day is not known. */
  readonly text: string
  readonly first: Day
  /** The same day, or the last of the month. */
  readonly last: Day
  readonly cells: Cells
  readonly at: SourcePlace
}

export interface Parameter {
  readonly name: string
  readonly label: Localized | undefined
  readonly type: Type
  readonly by: readonly Axis[]
  readonly standing: Standing
  readonly reading: Reading | undefined
  readonly rows: readonly Row[]
  readonly end: { readonly kind: 'good_until' | 'seen_on'; readonly day: Day; readonly at: SourcePlace }
  readonly at: SourcePlace
}

const KEYS = ['label', 'unit', 'by', ...REMARK_KEYS, 'values', 'good_until', 'seen_on']

/** Durations, which a fact cannot be. */
const CALENDAR = ['months', 'years'] as const

export function readParameter(
  report: Report,
  entry: Entry,
  vocabulary: Vocabulary,
  standing: Standing,
): Parameter | undefined {
  const what = `'${entry.key}'`
  if (!checkName(report, entry.keyAt, entry.key)) return undefined
  const map = mapping(report, entry.value, what, KEYS)
  if (map === undefined) return undefined
  const type = readParameterType(report, map, entry)
  const by = readAxes(report, map, vocabulary)
  if (type === undefined || by === undefined) return undefined
  const unsaid = { standing: { ...standing, source: undefined }, reading: undefined, announcedFor: undefined }
  const remarks = readRemarks(report, map, what, unsaid)
  if (remarks.standing.source === undefined)
    problem(report, entry.keyAt, `${what} needs 'source:', a key of the programme's sources.`)
  const label = localized(report, child(map, 'label'), `'label' of ${what}`)
  if (label === undefined) problem(report, entry.keyAt, `${what} needs 'label:'.`)
  const rows = readRows({ report, name: entry.key, type, by }, map, remarks)
  const end = readEnd(report, map, entry)
  if (end === undefined) return undefined
  const last = rows.at(-1)
  if (end.kind === 'good_until' && last !== undefined && end.day < last.first) {
    problem(report, end.at, `'good_until' of ${what} lies before its last row.`)
  }
  return {
    name: entry.key,
    label,
    type,
    by,
    standing: remarks.standing,
    reading: remarks.reading,
    rows,
    end,
    at: placeIn(report, entry.keyAt),
  }
}

function readParameterType(report: Report, map: MapNode, entry: Entry): Type | undefined {
  const node = child(map, 'unit')
  const unit = text(report, node, `'unit' of '${entry.key}'`)
  if (unit === undefined)
    return node === undefined ? problem(report, entry.keyAt, `'${entry.key}' needs 'unit:'.`) : undefined
  const calendar = CALENDAR.find((one) => one === unit)
  if (calendar !== undefined) return { kind: 'calendar', unit: calendar }
  return readUnit(unit) ?? problem(report, node?.at ?? entry.keyAt, unitSentence(unit, CALENDAR))
}

function readAxes(report: Report, map: MapNode, vocabulary: Vocabulary): readonly Axis[] | undefined {
  const node = child(map, 'by')
  const axes: Axis[] = []
  for (const written of names(report, node, "'by'")) {
    const axis = axisOf(written, vocabulary)
    if (axis === undefined) {
      const known = [...vocabulary.categories.keys(), 'count']
      return problem(
        report,
        node?.at ?? map.at,
        `'by' names '${written}', which is not a category, a boolean fact, 'count' or 'band of UNIT'.${didYouMean(written, known)}`,
      )
    }
    axes.push(axis)
  }
  return axes
}

function axisOf(written: string, vocabulary: Vocabulary): Axis | undefined {
  if (written === 'count') return { kind: 'count' }
  if (written.startsWith('band of ')) {
    const unit = written.slice('band of '.length)
    const type = readUnit(unit)
    return type?.kind === 'number' ? { kind: 'band', unit } : undefined
  }
  const category = vocabulary.categories.get(written)
  if (category !== undefined) return { kind: 'category', category: written, members: category.members }
  const facts = [
    vocabulary.facts.get(written),
    ...[...vocabulary.groups.values()].map((group) => group.columns.get(written)),
  ]
  return facts.some((fact) => fact?.type.kind === 'boolean') ? { kind: 'boolean', fact: written } : undefined
}

function readRows(shape: Shape, map: MapNode, remarks: Remarks): readonly Row[] {
  const { report, name } = shape
  const node = child(map, 'values')
  if (node === undefined) problem(report, map.at, `'${name}' needs 'values:', by the date from which each holds.`)
  const rows: Row[] = []
  for (const entry of entriesOf(mapping(report, node, `'values' of '${name}'`))) {
    const single = parseDay(entry.key)
    const month = single === undefined ? parseMonth(entry.key) : { first: single, last: single }
    if (month === undefined) {
      problem(
        report,
        entry.keyAt,
        `'${entry.key}' is not a date${noSuchDay(entry.key)}. Rows of '${name}' are keyed by the day (2026-07-01) or month (2026-07) from which they hold.`,
      )
      continue
    }
    const previous = rows.at(-1)
    if (previous !== undefined && previous.last >= month.first) {
      problem(
        report,
        entry.keyAt,
        `The rows of '${name}' are not in the order of their dates: ${previous.text} stands before ${entry.key}.`,
      )
    }
    const row = rowParts(shape, entry.value, remarks)
    const here: Here = { row: entry.key, before: previous?.cells, remarks: row.remarks, keys: [] }
    const cells = readCells(shape, row.node, here)
    if (cells !== undefined)
      rows.push({ text: entry.key, first: month.first, last: month.last, cells, at: placeIn(report, entry.keyAt) })
  }
  if (node !== undefined && rows.length === 0) problem(report, node.at, `'${name}' has no row.`)
  return rows
}

/** A row may be wrapped as `{ status, evidence, source, reading, announced_for, values }`. */
function rowParts(shape: Shape, node: Node, remarks: Remarks): { readonly node: Node; readonly remarks: Remarks } {
  const values = child(node, 'values')
  if (node.kind !== 'map' || values === undefined) return { node, remarks }
  mapping(shape.report, node, `A row of '${shape.name}'`, [...REMARK_KEYS, 'values'])
  return { node: values, remarks: readRemarks(shape.report, node, `a row of '${shape.name}'`, remarks) }
}

function readEnd(report: Report, map: MapNode, entry: Entry): Parameter['end'] | undefined {
  const until = child(map, 'good_until')
  const seen = child(map, 'seen_on')
  const node = until ?? seen
  if (node === undefined || (until !== undefined && seen !== undefined)) {
    return problem(
      report,
      entry.keyAt,
      `'${entry.key}' needs either 'good_until:' (a later date is refused) or 'seen_on:' (a law without an end).`,
    )
  }
  const date = day(report, node, until === undefined ? "'seen_on'" : "'good_until'")
  return date === undefined
    ? undefined
    : { kind: until === undefined ? 'seen_on' : 'good_until', day: date, at: placeIn(report, node.at) }
}

/** Every cell of a row, with its keys. */
export function* cellsOf(cells: Cells): Generator<Cell> {
  switch (cells.kind) {
    case 'cell':
      yield cells.cell
      break
    case 'keys':
      for (const below of new Set(cells.cells.values())) yield* cellsOf(below)
      break
    case 'bands':
      for (const band of cells.bands) yield* cellsOf(band.cells)
      if (cells.above !== undefined) yield* cellsOf(cells.above)
      break
  }
}
