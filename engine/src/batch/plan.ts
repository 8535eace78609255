/** The steps of a batch, in the order in which they run over each block. */
import type { Columns } from './columns.ts'
import type { Codes, Level, Source } from './vector.ts'

export interface Plan {
  readonly columns: Columns
  readonly rows: Level
  readonly groups: ReadonlyMap<string, Level>
  readonly steps: (() => void)[]
  /** What a level's lines take over from their rows, by the array that it is taken from. */
  readonly spread: Made
  /** What has been filled in for a level already, by the table that it follows from. */
  readonly filled: Made
  /** Codes by what they follow from and how, so that the same are filled in once. */
  readonly codes: Map<string, Codes>
  /** Places in tables of more than two inputs, by the inputs. */
  readonly places: Map<string, Uint16Array>
}

type Filled = Uint8Array | Float64Array
type Made = Map<Filled, Map<Level, Filled>>

/** The array made for a level before, or the one that is made now. */
export function madeOnce<A extends Filled>(made: Made, from: A, level: Level, make: () => A): A {
  const levels = made.get(from) ?? new Map<Level, Filled>()
  made.set(from, levels)
  const known = levels.get(level) ?? make()
  levels.set(level, known)
  return known as A
}

/** Blocks of as many rows stay in the processor's cache; lines are counted together, but a row is never divided. */
const BLOCK_ROWS = 1024
const BLOCK_LINES = 4096

export function newPlan(columns: Columns): Plan {
  const groups = new Map<string, Level>()
  for (const [name, { offsets }] of columns.groups) {
    const longest = longestRow(offsets)
    groups.set(name, { name, longest, capacity: Math.max(longest, BLOCK_LINES), first: 0, size: 0 })
  }
  const rows: Level = { name: '', longest: 1, capacity: Math.min(BLOCK_ROWS, columns.rows), first: 0, size: 0 }
  return { columns, rows, groups, steps: [], spread: new Map(), filled: new Map(), codes: new Map(), places: new Map() }
}

function longestRow(offsets: Uint32Array): number {
  let longest = 0
  for (let row = 1; row < offsets.length; row += 1)
    longest = Math.max(longest, (offsets[row] as number) - (offsets[row - 1] as number))
  return longest
}

/** Moves to the block that begins with this row: as many rows as fit with their lines, one at least. */
export function placeBlock(plan: Plan, first: number): void {
  const { columns, rows, groups } = plan
  let last = Math.min(first + BLOCK_ROWS, columns.rows)
  for (const { offsets } of columns.groups.values()) {
    const begin = offsets[first] as number
    while (last > first + 1 && (offsets[last] as number) - begin > BLOCK_LINES) last -= 1
  }
  rows.first = first
  rows.size = last - first
  for (const [name, level] of groups) {
    const offsets = columns.groups.get(name)?.offsets as Uint32Array
    level.first = offsets[first] as number
    level.size = (offsets[last] as number) - level.first
  }
}

export function floats(level: Level): Float64Array {
  return new Float64Array(level.capacity)
}

/** Only tells sources apart and puts them in an order; which order does not matter. */
let sources = 0

/** Codes to be filled in by a step that the caller adds. */
export function newSource(level: Level, domain: number, codes: Uint8Array = new Uint8Array(level.capacity)): Source {
  sources += 1
  return { id: sources, level, codes, domain }
}

/** The array for the lines of a group, each with what its row has; the array itself where it is on that level. */
export function onLevel<A extends Uint8Array | Float64Array>(plan: Plan, array: A, from: Level, to: Level): A {
  if (from === to) return array
  return madeOnce(plan.spread, array, to, () => {
    const made = (array instanceof Uint8Array ? new Uint8Array(to.capacity) : floats(to)) as A
    const offsets = plan.columns.groups.get(to.name)?.offsets as Uint32Array
    const { rows } = plan
    plan.steps.push(() => spreadRows(rows.first, rows.size, offsets, made, array))
    return made
  })
}

function spreadRows(first: number, rows: number, offsets: Uint32Array, to: Filled, from: Filled): void {
  const begin = offsets[first] as number
  let at = 0
  for (let row = 0; row < rows; row += 1) {
    const value = from[row] as number
    const end = (offsets[first + row + 1] as number) - begin
    for (; at < end; at += 1) to[at] = value
  }
}
