/** The dated numbers of the law: rows by day, cells by category, condition, count or band, each with where it comes from. */
import { type Day, formatDay, parseDay, parseMonth } from '../value/date.ts'
import { compare, type Exact } from '../value/exact.ts'
import type { Value } from '../value/outcome.ts'
import { parseQuantity } from '../value/notation.ts'
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
import { STANDING_KEYS, type Standing, readReading, readStanding, type Reading } from './standing.ts'
import { child, type Entry, type MapNode, type Node } from './yaml.ts'
import { didYouMean } from './problem.ts'

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
  readonly part: string
  readonly label: Localized | undefined
  readonly type: Type
  readonly by: readonly Axis[]
  readonly standing: Standing
  readonly reading: Reading | undefined
  readonly rows: readonly Row[]
  readonly end: { readonly kind: 'good_until' | 'seen_on'; readonly day: Day; readonly at: SourcePlace }
  readonly at: SourcePlace
}

const REMARK_KEYS = [...STANDING_KEYS, 'reading', 'announced_for']
const KEYS = ['label', 'unit', 'by', ...REMARK_KEYS, 'values', 'good_until', 'seen_on']

/** What is said of numbers besides their value: by a table of all its rows, by a row of its cells, by a cell of itself. */
interface Remarks {
  readonly standing: Standing
  readonly reading: Reading | undefined
  readonly announcedFor: string | undefined
}

/** What is not said in `map` is taken from `otherwise`. */
function readRemarks(report: Report, map: MapNode, what: string, otherwise: Remarks): Remarks {
  const announcedFor = day(report, child(map, 'announced_for'), `'announced_for' of ${what}`)
  return {
    standing: readStanding(report, map, what, otherwise.standing),
    reading: readReading(report, map, what) ?? otherwise.reading,
    announcedFor: announcedFor === undefined ? otherwise.announcedFor : formatDay(announcedFor),
  }
}

interface Shape {
  readonly report: Report
  readonly name: string
  readonly type: Type
  readonly by: readonly Axis[]
}

/** Where a cell stands: its row, what the row before it has there, and what is said of it from above. */
interface Here {
  readonly row: string
  readonly before: Cells | undefined
  readonly remarks: Remarks
  readonly keys: readonly string[]
}

const UNCHANGED = 'unchanged'
const REST = 'rest'

export function readParameter(
  report: Report,
  entry: Entry,
  part: string,
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
    part,
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
  if (unit === 'months' || unit === 'years') return { kind: 'calendar', unit }
  return readUnit(unit) ?? problem(report, node?.at ?? entry.keyAt, unitSentence(unit))
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
        `'${entry.key}' is not a date. Rows of '${name}' are keyed by the day (2026-07-01) or month (2026-07) from which they hold.`,
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

function readCells(shape: Shape, node: Node, here: Here): Cells | undefined {
  const axis = shape.by[here.keys.length]
  if (node.kind === 'text' && node.text === UNCHANGED) {
    if (here.before !== undefined) return here.before
    return problem(shape.report, node.at, `Nothing stands before this in '${shape.name}' that could be unchanged.`)
  }
  if (axis === undefined) {
    const cell = readCell(shape, node, here)
    return cell === undefined ? undefined : { kind: 'cell', cell }
  }
  if (node.kind !== 'map')
    return problem(shape.report, node.at, `'${shape.name}' varies ${describeAxis(axis)}: give a value for each.`)
  return axis.kind === 'band' ? readBands(shape, axis.unit, node, here) : readKeys(shape, axis, node, here)
}

function describeAxis(axis: Axis): string {
  switch (axis.kind) {
    case 'category':
      return `by ${axis.category}`
    case 'boolean':
      return `by ${axis.fact} (true, false)`
    case 'count':
      return 'by a count'
    case 'band':
      return `by bands of ${axis.unit}`
  }
}

function readKeys(shape: Shape, axis: Axis, node: MapNode, here: Here): Cells {
  const { report, name } = shape
  const allowed = axis.kind === 'category' ? axis.members : axis.kind === 'boolean' ? ['true', 'false'] : undefined
  const cells = new Map<string, Cells>()
  const given = new Set<string>()
  const put = (key: string, value: Node): void => {
    given.add(key)
    const before = here.before?.kind === 'keys' ? here.before.cells.get(key) : undefined
    const below = readCells(shape, value, { ...here, before, keys: [...here.keys, key] })
    if (below !== undefined) cells.set(key, below)
  }
  let rest: Node | undefined
  for (const entry of node.entries) {
    if (entry.key === REST && allowed !== undefined) {
      rest = entry.value
      continue
    }
    for (const key of entry.key.split(',').map((one) => one.trim())) {
      if (allowed === undefined ? !/^(?:0|[1-9]\d{0,8})$/.test(key) : !allowed.includes(key)) {
        const known = allowed === undefined ? 'a count such as 3' : [...allowed, REST].join(', ')
        problem(
          report,
          entry.keyAt,
          `'${name}' has a row for '${key}', which it does not know.${didYouMean(key, allowed ?? [])} Known: ${known}.`,
        )
        continue
      }
      if (given.has(key)) problem(report, entry.keyAt, `'${name}' gives '${key}' twice in the same row.`)
      put(key, entry.value)
    }
  }
  const absent = (allowed ?? []).filter((key) => !given.has(key))
  if (rest !== undefined) for (const key of absent) put(key, rest)
  else if (absent.length > 0) {
    problem(
      report,
      node.at,
      `'${name}' has no value for ${absent.join(', ')}. Give a value, 'none' (the law imposes nothing), 'unknown' or, as in the row before, 'unchanged'; 'rest' stands for all others.`,
    )
  }
  return { kind: 'keys', cells }
}

function readBands(shape: Shape, unit: string, node: MapNode, here: Here): Cells {
  const { report, name } = shape
  const bands: Band[] = []
  let above: Cells | undefined
  const old = here.before?.kind === 'bands' ? here.before : undefined
  const below = (key: string, value: Node): Cells | undefined => {
    const before = key === 'above' ? old?.above : old?.bands.find(({ text: written }) => written === key)?.cells
    return readCells(shape, value, { ...here, before, keys: [...here.keys, key] })
  }
  for (const entry of node.entries) {
    if (above !== undefined) problem(report, entry.keyAt, `In the bands of '${name}' nothing can stand after 'above'.`)
    if (entry.key === 'above') {
      above = below('above', entry.value)
      continue
    }
    const match = /^(up to|under) (.+)$/.exec(entry.key)
    const bound = match === null ? undefined : parseQuantity(match[2] ?? '', unit)
    if (bound === undefined) {
      problem(
        report,
        entry.keyAt,
        `'${entry.key}' is not a band. Bands of '${name}' are 'up to ${exampleOf(unit)}', 'under ${exampleOf(unit)}' or 'above'.`,
      )
      continue
    }
    const inclusive = match?.[1] === 'up to'
    const previous = bands.at(-1)
    const order = previous === undefined ? 1 : compare(bound, previous.bound)
    if (order < 0 || (order === 0 && !(inclusive && previous?.inclusive === false))) {
      problem(
        report,
        entry.keyAt,
        `The bands of '${name}' do not ascend: '${previous?.text}' stands before '${entry.key}'.`,
      )
    }
    const cells = below(entry.key, entry.value)
    if (cells !== undefined) bands.push({ bound, inclusive, text: entry.key, cells, at: placeIn(report, entry.keyAt) })
  }
  return { kind: 'bands', bands, above }
}

function exampleOf(unit: string): string {
  return unit === 'percent'
    ? '10%'
    : unit === 'count' || unit === 'number'
      ? '100'
      : unit === 'days'
        ? '90 days'
        : `${unit} 100`
}

const CELL_KEYS = [...REMARK_KEYS, 'value', 'corrects', 'reason']

function readCell(shape: Shape, node: Node, here: Here): Cell | undefined {
  const { report, name } = shape
  const { row: since, remarks, keys } = here
  const what = `A cell of '${name}'`
  const map = node.kind === 'map' ? mapping(report, node, what, CELL_KEYS) : undefined
  const valueNode = map === undefined ? node : child(map, 'value')
  const written = text(report, valueNode, what)
  if (written === undefined || valueNode === undefined) {
    return valueNode === undefined ? problem(report, node.at, `${what} needs 'value:'.`) : undefined
  }
  const corrects = text(report, child(map, 'corrects'), `'corrects' in ${what}`)
  const reason = localized(report, child(map, 'reason'), `'reason' in ${what}`)
  if (corrects !== undefined && reason === undefined)
    problem(report, node.at, `${what} that corrects another says why: 'reason:'.`)
  const kind = written === 'none' || written === 'unknown' ? written : 'value'
  const value = kind === 'value' ? readCellValue(written, shape.type) : undefined
  if (kind === 'value' && value === undefined) {
    return problem(
      report,
      valueNode.at,
      `${what} is '${written}', which is not a value in ${unitOf(shape.type)}, 'none', 'unknown' or 'unchanged'.`,
    )
  }
  const own = map === undefined ? remarks : readRemarks(report, map, `a cell of '${name}'`, remarks)
  return { kind, value, text: written, keys, since, ...own, corrects, reason, at: placeIn(report, valueNode.at) }
}

function unitOf(type: Type): string {
  return type.kind === 'number' || type.kind === 'calendar' ? type.unit : type.kind
}

function readCellValue(written: string, type: Type): Value | undefined {
  switch (type.kind) {
    case 'number':
    case 'calendar':
      return parseQuantity(written, type.unit)
    case 'date':
      return parseDay(written)
    case 'boolean':
      return written === 'true' ? true : written === 'false' ? false : undefined
    case 'category':
    case 'text':
      return undefined
  }
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
