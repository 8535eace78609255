/** Reads the cells of a row: by category, condition, count or band, each with what is said of it. */
import { formatDay, parseDay } from '../value/date.ts'
import { compare } from '../value/exact.ts'
import type { Value } from '../value/outcome.ts'
import { parseQuantity } from '../value/notation.ts'
import type { Type } from '../value/type.ts'
import { day, localized, mapping, placeIn, problem, type Report, text } from './fields.ts'
import type { Axis, Band, Cell, Cells } from './parameters.ts'
import { didYouMean } from './problem.ts'
import { type Reading, readReading, readStanding, type Standing, STANDING_KEYS } from './standing.ts'
import { child, type MapNode, type Node } from './yaml.ts'

export const REMARK_KEYS = [...STANDING_KEYS, 'reading', 'announced_for']

/** What is said of numbers besides their value: by a table of all its rows, by a row of its cells, by a cell of itself. */
export interface Remarks {
  readonly standing: Standing
  readonly reading: Reading | undefined
  readonly announcedFor: string | undefined
}

/** What is not said in `map` is taken from `otherwise`. */
export function readRemarks(report: Report, map: MapNode, what: string, otherwise: Remarks): Remarks {
  const announcedFor = day(report, child(map, 'announced_for'), `'announced_for' of ${what}`)
  return {
    standing: readStanding(report, map, what, otherwise.standing),
    reading: readReading(report, map, what) ?? otherwise.reading,
    announcedFor: announcedFor === undefined ? otherwise.announcedFor : formatDay(announcedFor),
  }
}

export interface Shape {
  readonly report: Report
  readonly name: string
  readonly type: Type
  readonly by: readonly Axis[]
}

/** Where a cell stands: its row, what the row before it has there, and what is said of it from above. */
export interface Here {
  readonly row: string
  readonly before: Cells | undefined
  readonly remarks: Remarks
  readonly keys: readonly string[]
}

const UNCHANGED = 'unchanged'
const REST = 'rest'

/** Everything below one row, or below one key of it. */
export function readCells(shape: Shape, node: Node, here: Here): Cells | undefined {
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
        const sentence =
          allowed !== undefined
            ? `'${name}' has a row for '${key}', which it does not know.${didYouMean(key, allowed)} Known: ${[...allowed, REST].join(', ')}.`
            : `'${name}' varies by a count, and '${key}' is not one. Name each count: '1, 2': 10%, 3: 20%.${key === REST ? " There is no 'rest' of the counts: a count that is not named is refused." : ''}`
        problem(report, entry.keyAt, sentence)
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
      `${what} is '${written}', which is not ${valueIn(shape.type)}. ${likely(shape.type, written)}Write a value, 'none' (the law imposes nothing)${here.before === undefined ? " or 'unknown'" : ", 'unknown' or, as in the row before, 'unchanged'"}.`,
    )
  }
  const own = map === undefined ? remarks : readRemarks(report, map, `a cell of '${name}'`, remarks)
  return { kind, value, text: written, keys, since, ...own, corrects, reason, at: placeIn(report, valueNode.at) }
}

function valueIn(type: Type): string {
  if (type.kind === 'date') return 'a day such as 2027-06-30'
  if (type.kind === 'boolean') return "'true' or 'false'"
  return type.kind === 'number' || type.kind === 'calendar' ? `a value in ${type.unit}` : `a ${type.kind}`
}

/** A bare number in a unit that has to be written: `10` for `10%`. */
function likely(type: Type, written: string): string {
  if (type.kind !== 'number' && type.kind !== 'calendar') return ''
  const { unit } = type
  const candidates = [`${written}%`, `${written} ${unit}`, `${unit} ${written}`]
  const meant = /^-?[\d.,]+$/.test(written)
    ? candidates.find((one) => parseQuantity(one, unit) !== undefined)
    : undefined
  return meant === undefined ? '' : `If ${meant} is meant, write '${meant}'. `
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
