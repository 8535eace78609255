/** Values row by row, or a cell for each combination of codes: what follows from few codes is computed once for each. */
import { combinationsOf, fromSource, type Index, indexOn, levelOf } from './codes.ts'
import { addProduct } from './number-kernels.ts'
import { bytes, floats, madeOnce, newSource, once, onLevel, type Plan } from './plan.ts'
import type { Codes, Held, Level, Source, Values } from './vector.ts'

/** Values that the caller makes, with their step, when a later step first asks for them. */
export function arrayOf(level: Level, make: () => Held): Values {
  return { kind: 'array', level, array: once(make) }
}

export function cell(value: number): Values {
  return { kind: 'cells', inputs: [], cells: Float64Array.of(value) }
}

function levelOfValues(plan: Plan, ...all: readonly Values[]): Level {
  const levels = all.map((values) => (values.kind === 'array' ? values.level : levelOf(plan, values.inputs)))
  return levels.find((level) => level !== plan.rows) ?? plan.rows
}

/** The values of each row or line of a level. */
export function valuesOn(plan: Plan, values: Values, level: Level): Held {
  if (values.kind === 'array') return onLevel(plan, values.array(), values.level, level)
  const { cells, inputs } = values
  return madeOnce(plan.filled, cells, level, () => {
    const out = floats(level)
    const index = indexOn(plan, inputs, level)
    if (index === undefined) out.now.fill(cells[0] as number)
    else plan.steps.push(() => look(level.size, out.now, cells, index))
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

/** Values that follow from codes. */
export type Cells = Extract<Values, { kind: 'cells' }>

/** More values: those of an array, times what their share is, which is 0 or 1 or brings them to a scale. */
export function addedShare(plan: Plan, of: Values, share: Cells, more: Values): Values {
  const combinations = more.kind === 'cells' ? combinationsOf([share, more]) : undefined
  if (more.kind !== 'cells' || combinations === undefined) return computed(plan, [of, share, more], addProduct)
  const { inputs, entries } = combinations
  const [shares, mores] = [share, more].map(({ cells }, item) =>
    Float64Array.from(entries[item] as Uint32Array, (at) => cells[at] as number),
  ) as [Float64Array, Float64Array]
  const level = levelOfValues(plan, of, share, more)
  return arrayOf(level, () => {
    const array = valuesOn(plan, of, level)
    const index = indexOn(plan, inputs, level) as Index
    const out = floats(level)
    plan.steps.push(() => lookShare(level.size, out.now, array.now, shares, mores, index))
    return out
  })
}

type Floats = Float64Array

function lookShare(n: number, out: Floats, a: Floats, shares: Floats, mores: Floats, index: Index): void {
  if (index.kind === 'one') shareOne(n, out, a, shares, mores, index.a)
  else if (index.kind === 'two') shareTwo(n, out, a, shares, mores, index.a, index.b, index.domain)
  else shareMany(n, out, a, shares, mores, index.places)
}

function shareOne(n: number, out: Floats, a: Floats, shares: Floats, mores: Floats, codes: Uint8Array): void {
  for (let i = 0; i < n; i += 1) {
    const at = codes[i] as number
    out[i] = (a[i] as number) * (shares[at] as number) + (mores[at] as number)
  }
}

function shareTwo(
  n: number,
  out: Floats,
  a: Floats,
  shares: Floats,
  mores: Floats,
  x: Uint8Array,
  y: Uint8Array,
  domain: number,
): void {
  for (let i = 0; i < n; i += 1) {
    const at = (x[i] as number) * domain + (y[i] as number)
    out[i] = (a[i] as number) * (shares[at] as number) + (mores[at] as number)
  }
}

function shareMany(n: number, out: Floats, a: Floats, shares: Floats, mores: Floats, index: Uint16Array): void {
  for (let i = 0; i < n; i += 1) {
    const at = index[i] as number
    out[i] = (a[i] as number) * (shares[at] as number) + (mores[at] as number)
  }
}

/** The operands of a kernel side by side, one place for each combination of what they follow from. */
interface Sides {
  readonly inputs: readonly Source[]
  readonly size: number
  readonly arrays: Operands
}

type Operands = [Float64Array, Float64Array, Float64Array, Float64Array]

/** Undefined where the operands do not all follow from codes. */
function sidesOf(all: readonly Values[]): Sides | undefined {
  const cells = all.flatMap((values) => (values.kind === 'cells' ? [values] : []))
  const combinations = cells.length === all.length ? combinationsOf(cells) : undefined
  if (combinations === undefined) return undefined
  const { inputs, size, entries } = combinations
  const arrays = cells.map((one, index) =>
    Float64Array.from({ length: size }, (_, at) => one.cells[entries[index]?.[at] as number] as number),
  )
  return { inputs, size, arrays: arrays as Operands }
}

/** The operands of a kernel, row by row or line by line; those that it does not take are the first once more. */
function operandsOn(plan: Plan, all: readonly Values[], level: Level): readonly [Held, Held, Held, Held] {
  const held = all.map((values) => valuesOn(plan, values, level))
  const [a = floats(level), b = a, c = a, d = a] = held
  return [a, b, c, d]
}

export function computed(
  plan: Plan,
  all: readonly Values[],
  kernel: (n: number, out: Float64Array, ...arrays: Operands) => void,
): Values {
  const sides = sidesOf(all)
  if (sides !== undefined) {
    const cells = new Float64Array(sides.size)
    kernel(sides.size, cells, ...sides.arrays)
    return { kind: 'cells', inputs: sides.inputs, cells }
  }
  const level = levelOfValues(plan, ...all)
  return arrayOf(level, () => {
    const [a, b, c, d] = operandsOn(plan, all, level)
    const out = floats(level)
    plan.steps.push(() => kernel(level.size, out.now, a.now, b.now, c.now, d.now))
    return out
  })
}

/** As `computed`, for a kernel that gives codes. */
export function coded(
  plan: Plan,
  all: readonly Values[],
  domain: number,
  kernel: (n: number, out: Uint8Array, ...arrays: Operands) => void,
): Codes {
  const sides = sidesOf(all)
  if (sides !== undefined) {
    const table = new Uint8Array(sides.size)
    kernel(sides.size, table, ...sides.arrays)
    return { kind: 'codes', inputs: sides.inputs, table }
  }
  const level = levelOfValues(plan, ...all)
  const source = newSource(level, domain, () => {
    const [a, b, c, d] = operandsOn(plan, all, level)
    const codes = bytes(level)
    plan.steps.push(() => kernel(level.size, codes, a.now, b.now, c.now, d.now))
    return codes
  })
  return fromSource(source)
}
