/** The steps of a batch, in the order in which they run over each block. */
import type { Columns } from './columns.ts'
import type { Codes, Held, Level, Source } from './vector.ts'

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

type Filled = Uint8Array | Held
type Made = Map<Filled | Float64Array, Map<Level, Filled>>

/** The array made for a level before, or the one that is made now. */
export function madeOnce<A extends Filled>(made: Made, from: Filled | Float64Array, level: Level, make: () => A): A {
  const levels = made.get(from) ?? new Map<Level, Filled>()
  made.set(from, levels)
  const known = levels.get(level) ?? make()
  levels.set(level, known)
  return known as A
}

/** Blocks of as many rows stay in the processor's cache; lines are counted together, but a row is never divided. */
const BLOCK_ROWS = 512
const BLOCK_LINES = 2048

export function newPlan(columns: Columns): Plan {
  const groups = new Map<string, Level>()
  for (const [name, { longest }] of columns.groups)
    groups.set(name, { name, longest, capacity: Math.max(longest, BLOCK_LINES), first: 0, size: 0 })
  const rows: Level = { name: '', longest: 1, capacity: Math.min(BLOCK_ROWS, columns.rows), first: 0, size: 0 }
  return { columns, rows, groups, steps: [], spread: new Map(), filled: new Map(), codes: new Map(), places: new Map() }
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

export function floats(level: Level): Held {
  return { now: new Float64Array(level.capacity) }
}

export function bytes(level: Level): Uint8Array {
  return new Uint8Array(level.capacity)
}

/** Only tells sources apart and puts them in an order; which order does not matter. */
let sources = 0

/** Codes that the caller makes, with their step, when a later step first asks for them: what no finding needs is never made. */
export function newSource(level: Level, domain: number, make: () => Uint8Array): Source {
  sources += 1
  return { id: sources, level, codes: once(make), domain }
}

export function once<A>(make: () => A): () => A {
  let made: A | undefined
  return () => (made ??= make())
}

/** What stands for the lines of a group, each with what its row has; the same where it is on that level. */
export function onLevel<A extends Filled>(plan: Plan, array: A, from: Level, to: Level): A {
  if (from === to) return array
  return madeOnce(plan.spread, array, to, () => {
    const made = (array instanceof Uint8Array ? bytes(to) : floats(to)) as A
    const offsets = plan.columns.groups.get(to.name)?.offsets as Uint32Array
    const { rows } = plan
    plan.steps.push(() => spreadRows(rows.first, rows.size, offsets, arrayIn(made), arrayIn(array)))
    return made
  })
}

type Numbered = Uint8Array | Float64Array

function arrayIn(filled: Filled): Numbered {
  return filled instanceof Uint8Array ? filled : filled.now
}

function spreadRows(first: number, rows: number, offsets: Uint32Array, to: Numbered, from: Numbered): void {
  const begin = offsets[first] as number
  let at = 0
  for (let row = 0; row < rows; row += 1) {
    const value = from[row] as number
    const end = (offsets[first + row + 1] as number) - begin
    for (; at < end; at += 1) to[at] = value
  }
}
