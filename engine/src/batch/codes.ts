/** Codes that follow from codes: worked out once for each combination, looked up for each row. */
import { bytes, madeOnce, newSource, onLevel, type Plan } from './plan.ts'
import { type Codes, HAPPENED_NOT, IMPOSED_NOT, type Level, NO, OPEN, type Source, YES } from './vector.ts'

/** Tables of this size stay in the processor's first cache. */
const MOST_COMBINATIONS = 4096

export function constant(code: number): Codes {
  return { kind: 'codes', inputs: [], table: Uint8Array.of(code) }
}

export function fromSource(source: Source): Codes {
  return { kind: 'codes', inputs: [source], table: Uint8Array.from({ length: source.domain }, (_, code) => code) }
}

/** What each of the items comes to in each combination of all their inputs. */
export interface Combinations {
  readonly inputs: readonly Source[]
  readonly size: number
  /** Of an item, the entry in its own table for a combination. */
  readonly entries: readonly Uint32Array[]
}

interface Tabled {
  readonly inputs: readonly Source[]
}

/** Undefined where there are too many combinations to work them all out, and filling items in would leave fewer. */
export function combinationsOf(items: readonly Tabled[]): Combinations | undefined {
  const inputs = [...new Set(items.flatMap((item) => item.inputs))].toSorted((a, b) => a.id - b.id)
  const size = inputs.reduce((product, { domain }) => product * domain, 1)
  if (size > MOST_COMBINATIONS && items.some((item) => item.inputs.length > 1)) return undefined
  return { inputs, size, entries: items.map((item) => entriesOf(item, inputs, size)) }
}

function entriesOf(item: Tabled, inputs: readonly Source[], size: number): Uint32Array {
  const entries = new Uint32Array(size)
  for (const input of item.inputs) {
    // How many combinations pass before this input's code changes, and how the item's own table counts it.
    const behind = inputs.slice(inputs.indexOf(input) + 1).reduce((product, { domain }) => product * domain, 1)
    for (let at = 0; at < size; at += 1)
      entries[at] = (entries[at] as number) * input.domain + (Math.floor(at / behind) % input.domain)
  }
  return entries
}

/** The code for each combination of a few items' codes. Where there are too many, some are filled in row by row first. */
export function combined(plan: Plan, items: readonly Codes[], code: (...codes: number[]) => number): Codes {
  const combinations = combinationsOf(items)
  if (combinations === undefined) return combined(plan, narrowed(plan, items), code)
  const { inputs, size, entries } = combinations
  const table = new Uint8Array(size)
  for (let at = 0; at < size; at += 1)
    table[at] = code(...items.map((item, index) => item.table[entries[index]?.[at] as number] as number))
  return simplified(plan, inputs, table)
}

/** The same with the item of the widest table as a source of its own. */
export function narrowed(plan: Plan, items: readonly Codes[]): readonly Codes[] {
  const wide = items.filter((item) => item.inputs.length > 1)
  const widest = wide.reduce((a, b) => (b.table.length > a.table.length ? b : a))
  return items.map((item) => (item === widest ? fromSource(sourceOf(plan, item)) : item))
}

/** The codes as one input, where they will be filled in anyway. */
export function gatheredUp(plan: Plan, of: Codes): Codes {
  return of.inputs.length < 2 ? of : fromSource(sourceOf(plan, of))
}

function sourceOf(plan: Plan, of: Codes): Source {
  const level = levelOf(plan, of.inputs)
  const domain = of.table.reduce((most, code) => Math.max(most, code), 0) + 1
  return newSource(level, domain, () => codesOn(plan, of, level))
}

/** Leaves out inputs that change nothing. */
function simplified(plan: Plan, inputs: readonly Source[], table: Uint8Array): Codes {
  let behind = table.length
  for (const [index, input] of inputs.entries()) {
    behind /= input.domain
    if (!changes(table, input.domain, behind)) {
      const fewer = table.filter((_, at) => Math.floor(at / behind) % input.domain === 0)
      return simplified(plan, inputs.toSpliced(index, 1), fewer)
    }
  }
  const key = `${inputs.map(({ id }) => id).join()} ${table.join()}`
  const known = plan.codes.get(key) ?? { kind: 'codes', inputs, table }
  plan.codes.set(key, known)
  return known
}

function changes(table: Uint8Array, domain: number, behind: number): boolean {
  for (let at = 0; at < table.length; at += 1) {
    const place = Math.floor(at / behind) % domain
    if (table[at] !== table[at - place * behind]) return true
  }
  return false
}

export function isAlways(codes: Codes, code: number): boolean {
  return codes.table.every((one) => one === code)
}

export function canBe(codes: Codes, code: number): boolean {
  return codes.table.includes(code)
}

export function levelOf(plan: Plan, inputs: readonly Source[]): Level {
  return inputs.find(({ level }) => level !== plan.rows)?.level ?? plan.rows
}

/** The codes of each row or line of a level, filled in by a step. */
export function codesOn(plan: Plan, codes: Codes, level: Level): Uint8Array {
  const [input] = codes.inputs
  if (input !== undefined && codes.inputs.length === 1 && codes.table.every((code, at) => code === at))
    return onLevel(plan, input.codes(), input.level, level)
  return madeOnce(plan.filled, codes.table, level, () => {
    const out = bytes(level)
    const index = indexOn(plan, codes.inputs, level)
    const { table } = codes
    if (index === undefined) out.fill(table[0] as number)
    else plan.steps.push(() => look(level.size, out, table, index))
    return out
  })
}

function look(n: number, out: Uint8Array, table: Uint8Array, index: Index): void {
  if (index.kind === 'one') lookOne(n, out, table, index.a)
  else if (index.kind === 'two') lookTwo(n, out, table, index.a, index.b, index.domain)
  else lookMany(n, out, table, index.places)
}

type Bytes = Uint8Array
type Places = Uint16Array

/** Where in a table each row or line finds its entry. */
export type Index =
  | { readonly kind: 'one'; readonly a: Uint8Array }
  | { readonly kind: 'two'; readonly a: Uint8Array; readonly b: Uint8Array; readonly domain: number }
  | { readonly kind: 'many'; readonly places: Uint16Array }

/** Undefined for a table of one. */
export function indexOn(plan: Plan, inputs: readonly Source[], level: Level): Index | undefined {
  const codes = inputs.map((input) => onLevel(plan, input.codes(), input.level, level))
  const [a, b] = codes
  if (a === undefined) return undefined
  if (b === undefined) return { kind: 'one', a }
  const domains = inputs.map(({ domain }) => domain)
  if (codes.length === 2) return { kind: 'two', a, b, domain: domains[1] as number }
  const key = `${level.name} ${inputs.map(({ id }) => id).join()}`
  const known = plan.places.get(key)
  if (known !== undefined) return { kind: 'many', places: known }
  const places = new Uint16Array(level.capacity)
  plan.places.set(key, places)
  const [, second, third, fourth] = domains as [number, number, number, number]
  const [, , c, d] = codes as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  plan.steps.push(() => {
    if (codes.length === 3) indexThree(level.size, places, a, b, second, c, third)
    else indexFour(level.size, places, a, b, second, c, third, d, fourth)
    for (let at = 4; at < codes.length; at += 1)
      goOnIndex(level.size, places, codes[at] as Uint8Array, domains[at] as number)
  })
  return { kind: 'many', places }
}

function lookOne(n: number, out: Uint8Array, table: Uint8Array, a: Uint8Array): void {
  for (let i = 0; i < n; i += 1) out[i] = table[a[i] as number] as number
}

function lookTwo(n: number, out: Uint8Array, table: Uint8Array, a: Uint8Array, b: Uint8Array, domain: number): void {
  for (let i = 0; i < n; i += 1) out[i] = table[(a[i] as number) * domain + (b[i] as number)] as number
}

function lookMany(n: number, out: Uint8Array, table: Uint8Array, index: Uint16Array): void {
  for (let i = 0; i < n; i += 1) out[i] = table[index[i] as number] as number
}

function indexThree(n: number, into: Places, a: Bytes, b: Bytes, ofB: number, c: Bytes, ofC: number): void {
  for (let i = 0; i < n; i += 1) into[i] = ((a[i] as number) * ofB + (b[i] as number)) * ofC + (c[i] as number)
}

function indexFour(
  n: number,
  into: Places,
  a: Bytes,
  b: Bytes,
  ofB: number,
  c: Bytes,
  ofC: number,
  d: Bytes,
  ofD: number,
): void {
  for (let i = 0; i < n; i += 1) {
    const three = ((a[i] as number) * ofB + (b[i] as number)) * ofC + (c[i] as number)
    into[i] = three * ofD + (d[i] as number)
  }
}

function goOnIndex(n: number, into: Places, code: Bytes, domain: number): void {
  for (let i = 0; i < n; i += 1) into[i] = (into[i] as number) * domain + (code[i] as number)
}

// --- conditions: Kleene's three values -----------------------------------------------------------------------------------------

export function both(plan: Plan, a: Codes, b: Codes): Codes {
  return combined(plan, [a, b], (x, y) => (x === NO || y === NO ? NO : x === OPEN || y === OPEN ? OPEN : YES))
}

export function either(plan: Plan, a: Codes, b: Codes): Codes {
  return combined(plan, [a, b], (x, y) => (x === YES || y === YES ? YES : x === OPEN || y === OPEN ? OPEN : NO))
}

export function opposite(plan: Plan, of: Codes): Codes {
  return combined(plan, [of], (code) => (code === YES ? NO : code === NO ? YES : code))
}

/** A condition that is none does not hold. */
export function asCondition(plan: Plan, of: Codes): Codes {
  return combined(plan, [of], (code) => (code === HAPPENED_NOT || code === IMPOSED_NOT ? NO : code))
}

/** The first of the conditions that holds: its place, or one more than the last where one before it is open or none holds. */
export function firstOf(plan: Plan, guards: readonly (Codes | undefined)[]): Codes {
  return guards.reduceRight<Codes>(
    (later, guard, at) =>
      guard === undefined
        ? constant(at)
        : combined(plan, [guard, later], (code, next) => (code === YES ? at : code === OPEN ? guards.length : next)),
    constant(guards.length),
  )
}
