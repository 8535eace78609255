/** Looks up a table: which cell follows from the codes of the row in force and of the keys. */
import type { Axis, Cell, Cells, Parameter } from '../load/parameters.ts'
import type { Exact } from '../value/exact.ts'
import { combinationsOf, combined, constant, narrowed } from './codes.ts'
import * as kernel from './number-kernels.ts'
import type { Plan } from './plan.ts'
import { numbers, openNumbers, placesOf } from './plan-numbers.ts'
import { coded } from './values.ts'
import {
  type Codes,
  HAPPENED_NOT,
  HAS_VALUE,
  IMPOSED_NOT,
  IMPOSES_NOTHING,
  LARGEST_WHOLE,
  LEFT_OPEN,
  NOT_HAPPENED_YET,
  type Numbers,
  OPEN,
  STEP_ERROR,
  type Vector,
} from './vector.ts'

/** What a key or a day leads to besides its place: it has not happened, or cannot be said. */
const NOT_YET = 254
const UNSURE = 255
const MOST_PLACES = 250

/** Where a key stands on its axis, and how that place finds its cells. */
interface Side {
  readonly codes: Codes
  readonly find: (cells: Cells, place: number) => Cells | undefined
}

/** Numbers of which each cell is one; of a table of conditions 1 and 0. */
export function lookedUp(plan: Plan, parameter: Parameter, keys: readonly Vector[], day: Numbers): Numbers {
  const scale = scaleOf(parameter)
  if (scale === undefined) return openNumbers()
  const sides: Side[] = []
  for (const [index, axis] of parameter.by.entries()) {
    const side = sideOf(plan, parameter, axis, index, keys[index] as Vector)
    if (side === undefined) return openNumbers()
    sides.push(side)
  }
  const period = periodOf(plan, parameter, day)
  if (period === undefined) return openNumbers()
  let items: readonly Codes[] = [period.codes, ...sides.map((side) => side.codes)]
  let combinations = combinationsOf(items)
  while (combinations === undefined) {
    items = narrowed(plan, items)
    combinations = combinationsOf(items)
  }
  const { inputs, size, entries } = combinations
  if (size > 65_536) return openNumbers()
  const cells = new Float64Array(size)
  const states = new Uint8Array(size)
  for (let at = 0; at < size; at += 1) {
    const places = items.map((item, index) => item.table[entries[index]?.[at] as number] as number)
    const found = cellAt(period.rows, sides, places)
    states[at] = typeof found === 'number' ? found : stateOf(found)
    cells[at] = states[at] === HAS_VALUE ? valueOf(found as Cell, scale) : 0
  }
  const state = combined(plan, [{ kind: 'codes', inputs, table: states }], (code) => code)
  const values = { kind: 'cells', inputs, cells } as const
  return numbers({ values, state, scale, least: Math.min(0, ...cells), most: Math.max(0, ...cells), digits: 256 })
}

/** The cell, or the state of having none. */
function cellAt(
  rows: readonly (Cells | undefined)[],
  sides: readonly Side[],
  places: readonly number[],
): Cell | number {
  if (places.includes(UNSURE)) return LEFT_OPEN
  if (places.includes(NOT_YET)) return NOT_HAPPENED_YET
  let cells = rows[places[0] as number]
  for (const [index, side] of sides.entries())
    cells = cells === undefined ? undefined : side.find(cells, places[index + 1] as number)
  return cells?.kind === 'cell' ? cells.cell : LEFT_OPEN
}

function stateOf(cell: Cell): number {
  return cell.kind === 'value' ? HAS_VALUE : cell.kind === 'none' ? IMPOSES_NOTHING : LEFT_OPEN
}

function valueOf({ value }: Cell, scale: number): number {
  return typeof value === 'object' ? scaled(value, scale) : Number(value)
}

function scaled(value: Exact, scale: number): number {
  return Number((BigInt(value.n) * 10n ** BigInt(scale)) / BigInt(value.d))
}

/** The decimal places that hold every cell, or undefined where some cell is longer than a double. */
function scaleOf(parameter: Parameter): number | undefined {
  const values = parameter.rows.flatMap((row) =>
    [...cellsOf(row.cells)].flatMap(({ value }) => (typeof value === 'object' ? [value] : [])),
  )
  const places = values.map(placesOf)
  if (places.includes(undefined)) return undefined
  const scale = Math.max(0, ...(places as number[]))
  return values.every((value) => Math.abs(scaled(value, scale)) <= LARGEST_WHOLE) ? scale : undefined
}

function* cellsOf(cells: Cells): Generator<Cell> {
  if (cells.kind === 'cell') yield cells.cell
  else if (cells.kind === 'keys') for (const below of cells.cells.values()) yield* cellsOf(below)
  else {
    for (const band of cells.bands) yield* cellsOf(band.cells)
    if (cells.above !== undefined) yield* cellsOf(cells.above)
  }
}

// --- the row in force -------------------------------------------------------------------------------------------------------------------

/** Codes of the periods, and the cells of each: none before the first row, behind the last, or inside a month of unknown day. */
function periodOf(
  plan: Plan,
  parameter: Parameter,
  day: Numbers,
): { readonly codes: Codes; readonly rows: readonly (Cells | undefined)[] } | undefined {
  const periods: { readonly from: number; readonly cells: Cells | undefined }[] = []
  for (const row of parameter.rows) {
    if (row.last > row.first)
      periods.push({ from: row.first, cells: undefined }, { from: row.last + 1, cells: row.cells })
    else periods.push({ from: row.first, cells: row.cells })
  }
  const { end } = parameter
  const lasting = end.kind === 'good_until' ? periods.filter(({ from }) => from <= end.day) : periods
  if (end.kind === 'good_until') lasting.push({ from: end.day + 1, cells: undefined })
  if (lasting.length > MOST_PLACES) return undefined
  const bounds = Float64Array.from(lasting, ({ from }) => from - 1)
  // A day that is none, of whatever kind, is no day to look anything up on.
  const codes = combined(plan, [placeAmong(plan, day, bounds), day.state], (place, state) =>
    state === LEFT_OPEN ? UNSURE : state === HAS_VALUE ? place : NOT_YET,
  )
  return { codes, rows: [undefined, ...lasting.map(({ cells }) => cells)] }
}

/** How many of the bounds the values lie above. Where all lie in one place, nothing has to be computed. */
function placeAmong(plan: Plan, of: Numbers, bounds: Float64Array): Codes {
  const error = of.whole ? 0 : of.error + STEP_ERROR
  if (error === 0) {
    const [first, last] = [of.least, of.most].map((value) => bounds.filter((bound) => value > bound).length)
    if (first === last) return constant(first as number)
  }
  return coded(plan, [of.values], bounds.length + 2, (n, out, x) => {
    if (error === 0) kernel.bandOf(n, out, x, bounds)
    else kernel.bandNear(n, out, x, bounds, error)
  })
}

// --- the keys -------------------------------------------------------------------------------------------------------------------------------

function sideOf(plan: Plan, parameter: Parameter, axis: Axis, depth: number, key: Vector): Side | undefined {
  if (axis.kind === 'category' && key.kind === 'codes') return memberSide(plan, axis.members, key)
  if (axis.kind === 'boolean' && key.kind === 'codes') return booleanSide(plan, key)
  if (key.kind === 'codes' || key.errors !== undefined) return undefined
  return axis.kind === 'band' ? bandSide(plan, parameter, depth, key) : countSide(plan, parameter, depth, key)
}

function memberSide(plan: Plan, members: readonly string[], key: Codes): Side | undefined {
  if (members.length > MOST_PLACES) return undefined
  const codes = combined(plan, [key], (code) =>
    code < members.length ? code : code === members.length ? NOT_YET : UNSURE,
  )
  return { codes, find: (cells, place) => keyed(cells, members[place] as string) }
}

function booleanSide(plan: Plan, key: Codes): Side {
  const codes = combined(plan, [key], (code) =>
    code === OPEN || code === IMPOSED_NOT ? UNSURE : code === HAPPENED_NOT ? NOT_YET : code,
  )
  return { codes, find: (cells, place) => keyed(cells, place === 1 ? 'true' : 'false') }
}

function keyed(cells: Cells, key: string): Cells | undefined {
  return cells.kind === 'keys' ? cells.cells.get(key) : undefined
}

/** Of a number as key: what is none counts as zero, which is its value. */
function placed(plan: Plan, key: Numbers, bounds: Float64Array): Codes {
  return combined(plan, [placeAmong(plan, key, bounds), key.state], (place, state) => {
    if (state === LEFT_OPEN || place > bounds.length) return UNSURE
    return state === NOT_HAPPENED_YET ? NOT_YET : place
  })
}

/** Cells of one depth of the table, in all its rows. */
function* atDepth(cells: Cells, depth: number): Generator<Cells> {
  if (depth === 0) yield cells
  else if (cells.kind === 'keys') for (const below of cells.cells.values()) yield* atDepth(below, depth - 1)
  else if (cells.kind === 'bands') {
    for (const band of cells.bands) yield* atDepth(band.cells, depth - 1)
    if (cells.above !== undefined) yield* atDepth(cells.above, depth - 1)
  }
}

/** The bounds of all rows together cut the axis into places; each row's bands are made of whole places. */
function bandSide(plan: Plan, parameter: Parameter, depth: number, key: Numbers): Side | undefined {
  const bounds = new Set<number>()
  for (const row of parameter.rows) {
    for (const cells of atDepth(row.cells, depth))
      if (cells.kind === 'bands')
        for (const band of cells.bands) bounds.add(lastInside(band.bound, band.inclusive, key))
  }
  const rising = Float64Array.from(bounds).toSorted()
  if (rising.length > MOST_PLACES) return undefined
  const find = (cells: Cells, place: number): Cells | undefined => {
    if (cells.kind !== 'bands') return undefined
    const band = cells.bands.find(({ bound, inclusive }) => place <= rising.indexOf(lastInside(bound, inclusive, key)))
    return band === undefined ? cells.above : band.cells
  }
  return { codes: placed(plan, key, rising), find }
}

/** The largest key inside the band, for exact keys; the bound itself for others, of which those close to it are left open. */
function lastInside(bound: Exact, inclusive: boolean, key: Numbers): number {
  const [n, d] = [BigInt(bound.n) * 10n ** BigInt(key.scale), BigInt(bound.d)]
  if (!key.whole) return Number(n) / Number(d)
  const floor = n >= 0n || n % d === 0n ? n / d : n / d - 1n
  return Number(inclusive || n % d !== 0n ? floor : floor - 1n)
}

/** Each count that the table names is a place between two bounds; the places between them have no cell. */
function countSide(plan: Plan, parameter: Parameter, depth: number, key: Numbers): Side | undefined {
  const named = new Set<number>()
  for (const row of parameter.rows) {
    for (const cells of atDepth(row.cells, depth))
      if (cells.kind === 'keys') for (const text of cells.cells.keys()) named.add(Number(text))
  }
  const unit = 10 ** key.scale
  const counts = [...named].toSorted((a, b) => a - b)
  const bounds = Float64Array.from(counts.flatMap((count) => [count * unit - 1, count * unit]))
  if (!key.whole || bounds.length > MOST_PLACES || !counts.every(Number.isInteger)) return undefined
  const codes = placed(plan, key, bounds)
  return {
    codes,
    find: (cells, place) => (place % 2 === 1 ? keyed(cells, String(counts[(place - 1) / 2])) : undefined),
  }
}
