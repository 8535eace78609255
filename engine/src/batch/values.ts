/** Values row by row, or a cell for each combination of codes: what follows from few codes is computed once for each. */
import { combinationsOf, type Index, indexOn, levelOf } from './codes.ts'
import { floats, madeOnce, newSource, onLevel, type Plan } from './plan.ts'
import type { Level, Source, Values } from './vector.ts'

export function arrayOf(level: Level, array: Float64Array): Values {
  return { kind: 'array', level, array }
}

export function cell(value: number): Values {
  return { kind: 'cells', inputs: [], cells: Float64Array.of(value) }
}

export function levelOfValues(plan: Plan, ...all: readonly Values[]): Level {
  const levels = all.map((values) => (values.kind === 'array' ? values.level : levelOf(plan, values.inputs)))
  return levels.find((level) => level !== plan.rows) ?? plan.rows
}

/** The values of each row or line of a level. */
export function valuesOn(plan: Plan, values: Values, level: Level): Float64Array {
  if (values.kind === 'array') return onLevel(plan, values.array, values.level, level)
  const { cells, inputs } = values
  return madeOnce(plan.filled, cells, level, () => {
    const out = floats(level)
    const index = indexOn(plan, inputs, level)
    if (index === undefined) out.fill(cells[0] as number)
    else plan.steps.push(() => look(level.size, out, cells, index))
    return out
  })
}

function look(n: number, out: Float64Array, cells: Float64Array, index: Index): void {
  if (index.kind === 'one') lookOne(n, out, cells, index.a)
  else if (index.kind === 'two') lookTwo(n, out, cells, index.a, index.b, index.domain)
  else lookMany(n, out, cells, index.places)
}

function lookOne(n: number, out: Float64Array, cells: Float64Array, a: Uint8Array): void {
  for (let i = 0; i < n; i += 1) out[i] = cells[a[i] as number] as number
}

function lookTwo(
  n: number,
  out: Float64Array,
  cells: Float64Array,
  a: Uint8Array,
  b: Uint8Array,
  domain: number,
): void {
  for (let i = 0; i < n; i += 1) out[i] = cells[(a[i] as number) * domain + (b[i] as number)] as number
}

function lookMany(n: number, out: Float64Array, cells: Float64Array, index: Uint16Array): void {
  for (let i = 0; i < n; i += 1) out[i] = cells[index[i] as number] as number
}

/** The operands of a kernel, side by side: as many combinations as there are, or the rows of a block. */
interface Sides {
  readonly inputs: readonly Source[] | undefined
  readonly level: Level
  readonly arrays: readonly Float64Array[]
}

function sidesOf(plan: Plan, all: readonly Values[]): Sides {
  const level = levelOfValues(plan, ...all)
  const cells = all.flatMap((values) => (values.kind === 'cells' ? [values] : []))
  const combinations = cells.length === all.length ? combinationsOf(cells) : undefined
  if (combinations === undefined)
    return { inputs: undefined, level, arrays: all.map((values) => valuesOn(plan, values, level)) }
  const { inputs, size, entries } = combinations
  const arrays = cells.map((one, index) =>
    Float64Array.from({ length: size }, (_, at) => one.cells[entries[index]?.[at] as number] as number),
  )
  return { inputs, level, arrays }
}

export function computed(
  plan: Plan,
  all: readonly Values[],
  kernel: (n: number, out: Float64Array, ...arrays: Float64Array[]) => void,
): Values {
  const { inputs, level, arrays } = sidesOf(plan, all)
  if (inputs !== undefined) {
    const cells = new Float64Array(arrays[0]?.length ?? 0)
    kernel(cells.length, cells, ...arrays)
    return { kind: 'cells', inputs, cells }
  }
  const out = floats(level)
  const [a, b, c, d] = arrays as [Float64Array, Float64Array, Float64Array, Float64Array]
  plan.steps.push(() => kernel(level.size, out, a, b, c, d))
  return arrayOf(level, out)
}

/** As `computed`, for a kernel that gives codes. */
export function coded(
  plan: Plan,
  all: readonly Values[],
  domain: number,
  kernel: (n: number, out: Uint8Array, ...arrays: Float64Array[]) => void,
): { readonly inputs: readonly Source[]; readonly table: Uint8Array } {
  const { inputs, level, arrays } = sidesOf(plan, all)
  if (inputs !== undefined) {
    const table = new Uint8Array(arrays[0]?.length ?? 0)
    kernel(table.length, table, ...arrays)
    return { inputs, table }
  }
  const source = newSource(level, domain)
  const [a, b, c, d] = arrays as [Float64Array, Float64Array, Float64Array, Float64Array]
  plan.steps.push(() => kernel(level.size, source.codes, a, b, c, d))
  return { inputs: [source], table: Uint8Array.from({ length: domain }, (_, code) => code) }
}
